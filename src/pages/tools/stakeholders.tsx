import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {QUARTER_IDS, QUARTERS} from '#core/planning/stakeholderQuarters.ts';
import Stakeholders from './_Stakeholders.tsx';
import styles from './stakeholders.module.css';

/** The stakeholder mapper. What it is for reads without scripts; the list itself lives on the device and is drawn there. */
export default function StakeholdersPage(): ReactNode {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Layout title="Stakeholder mapper" description="List who has a stake in a decision, place them by influence and interest, and find out who is missing.">
      <main className={`aw-page ${styles.page}`}>
        <h1>Stakeholder mapper</h1>
        <p className="aw-lede">List who has a stake in your decision. See where your hours should go, and who is missing.</p>
        <div className={styles.about}>
          <h2>Before you start</h2>
          <ul>
            <li><strong>Your list never leaves this device.</strong> We do not send it anywhere. Anybody who uses this browser after you may be able to read it, so clear it on a shared computer.</li>
            <li>A named person’s contact is personal data. Hold little, say why you hold it, and ask your data protection officer for the lawful basis. The guide to <Link to="/toolkit/duties/data-protection/">data protection</Link> says more.</li>
            <li>Write facts. People may ask to see what you hold about them. Leave out health, faith and other private matters of single people.</li>
            <li>A file that you download is a copy of that data. Keep it where your team keeps such files, and delete it when it has served.</li>
            <li>Check each entry at least once a year; we mark those that are older. Twelve months is practice judgement.</li>
          </ul>
          <h2>How the grid works</h2>
          <p>Give each entry a mark from 1 to 5 for influence and for interest. Two marks make a place, and each place asks for a way of working:</p>
          <dl>
            {QUARTER_IDS.map((quarter) => (
              <div key={quarter}>
                <dt>{QUARTERS[quarter].title} ({QUARTERS[quarter].where})</dt>
                <dd>{QUARTERS[quarter].advice}</dd>
              </div>
            ))}
          </dl>
          <p>A place says how to work with people. It does not say whose view counts more. The guide to <Link to="/toolkit/people/stakeholder-analysis/">stakeholder analysis</Link> shows how to run a session, and there is a <Link to="/toolkit/templates/stakeholder-list/">stakeholder list</Link> for paper.</p>
        </div>
        <noscript><p className="aw-panel">To keep a list on this page, switch on JavaScript in your browser. Without it, use the <a href="/toolkit/templates/stakeholder-list/">stakeholder list</a> on paper.</p></noscript>
        {isReady && <Stakeholders />}
      </main>
    </Layout>
  );
}

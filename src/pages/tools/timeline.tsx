import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {COVERED} from '#core/planning/bankHolidays.ts';
import {buildTimeline} from '#core/planning/timeline.ts';
import {examplePlan} from '#core/planning/timelineExample.ts';
import Timeline from './_Timeline.tsx';
import styles from './timeline.module.css';

// In England and Wales and in a year that is covered, so that the page says the same for every reader.
const EXAMPLE = buildTimeline(examplePlan('example', 'england-and-wales', 2027));

/** The timeline builder. How it counts, and an example, read without scripts; the timeline itself lives on the device and is drawn there. */
export default function TimelinePage(): ReactNode {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Layout title="Timeline builder" description="Work back from the day of the decision to the day on which you have to begin. Bank holidays, school holidays, elections and other formats are counted.">
      <main className="aw-page">
        <div className={styles.screenOnly}>
          <h1>Timeline builder</h1>
          <p className="aw-lede">Enter the day of the decision. See when to begin, open and close, what stands in the way, and what would fit instead.</p>
          <p>What you type stays on this device. We do not send it anywhere. On a shared computer, start again before you leave.</p>
          <noscript><p className="aw-panel">The builder needs JavaScript. Without it, use the <a href="/toolkit/templates/timetable/">timetable</a> on paper and count as the text below says.</p></noscript>
        </div>
        {EXAMPLE && <Timeline example={EXAMPLE} ready={ready} />}
        <div className={`${styles.about} ${styles.screenOnly}`}>
          <h2>How it counts</h2>
          <ol>
            <li>The report is due some clear working days before the meeting. Clear days leave out the deadline and the day of the meeting.</li>
            <li>Before that come the working days for the report, then the weeks of analysis. A week of staff work is five working days.</li>
            <li>The consultation closes on the working day before the analysis. A week for replies is seven days. Bank holidays and the periods you enter do not count, so it opens earlier by as many days.</li>
            <li>Other formats are made before the opening, from a final text. Writing and approval come before that.</li>
            <li>Notice to groups ends with the opening and runs beside the two stages before it.</li>
          </ol>
          <p>The lengths filled in are practice judgement. Twelve weeks is a norm of old codes and compacts, and not the law. Read <Link to="/toolkit/duties/time-to-respond/">Time to respond</Link> before you choose, and <Link to="/toolkit/journey/time/">Set the time</Link> for the thinking behind each stage.</p>
          <h2>Where the dates come from</h2>
          <p>Bank holidays follow the Banking and Financial Dealings Act 1971 and the usual proclamations: Easter is worked out, and a holiday at the weekend moves to the next free weekday. We checked {COVERED.first} to {COVERED.last} against the list on GOV.UK, for England and Wales, Scotland and Northern Ireland. The year {COVERED.last} is the last one checked. Past it, the page says so.</p>
          <p>School holidays and pre-election periods differ from place to place, so you enter them. The first Thursday in May is only a hint at <Link to="/toolkit/duties/elections/">local elections</Link>, to be confirmed by democratic services. This page gives no legal advice.</p>
          <p>For the rest of the plan, use the <Link to="/toolkit/templates/timetable/">timetable template</Link> and the guide to <Link to="/writing/alternative-formats/">alternative formats</Link>.</p>
        </div>
      </main>
    </Layout>
  );
}

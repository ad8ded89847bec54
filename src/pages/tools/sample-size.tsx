import {useRef} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {copyText, fullAddress, printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {Notes, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {MarginTable} from '#components/sampleSize/MarginTable.tsx';
import {SampleSizeTool} from '#components/sampleSize/SampleSizeTool.tsx';
import {EMPTY, EXAMPLE} from '#core/planning/sampleSize.ts';
import {writeSampleCode} from '#core/planning/sampleSizeCode.ts';
import {marginTable} from '#core/planning/sampleSizeFormulas.ts';
import {fileNameOf, toCsv, toText} from '#core/planning/sampleSizeReport.ts';
import {useSampleSize} from './_useSampleSize.ts';
import styles from './sample-size.module.css';

const PATH = '/tools/sample-size/';

/** The sample size calculator. The device keeps the figures, and the address holds them too. */
export default function SampleSizePage(): ReactNode {
  return (
    <Layout title="Sample size calculator" description="Work out the margin of error of a random sample, the answers you need and how many people to invite. It says plainly when no margin may be quoted.">
      <main className="aw-page">
        <h1>Sample size calculator</h1>
        <p className="aw-lede">Find the margin of error of a survey, the answers you need and how many people to invite.</p>
        <noscript><p>The calculator needs JavaScript. The table and the formulas below work without it.</p></noscript>
        <p className={styles.screenOnly}>
          What you type stays on this device, and the address of the page holds it too. Send that address to share the figures. Whoever opens it asks this site for it, so write no person’s name.
        </p>
        <Calculator />
        <About />
      </main>
    </Layout>
  );
}

function Calculator(): ReactNode {
  const open = useSampleSize();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const {calculation, keeping} = open;
  if (open.isUnreadable) {
    return (
      <div className="aw-panel" role="alert">
        <p>The figures that this device kept cannot be read. They may come from a newer version of the site: reload this page first.</p>
        <p><button type="button" className="aw-button aw-button--quiet" onClick={open.startOver}>Throw them away and start with none</button></p>
      </div>
    );
  }
  if (calculation === null) return null;
  const code = writeSampleCode(calculation);
  const address = fullAddress(code === '' ? PATH : `${PATH}?${code}`);
  const saveAsCsv = (): void => saveFile(fileNameOf(calculation), toCsv(calculation), 'text/csv;charset=utf-8');
  const focusHeading = (): void => headingRef.current?.focus();
  return (
    <SampleSizeTool
      calculation={calculation} isEmpty={code === ''} headingRef={headingRef}
      status={open.isLinked || (code === '' && keeping === 'kept') ? null : <KeepingStatus state={keeping} what="figures" onExported={saveAsCsv} />}
      note={(
        <>
          {open.dropped.length > 0 && <p role="status" className="aw-panel">Part of this link could not be used. {open.dropped.join(' ')}</p>}
          {open.isLinked && (
            <div className="aw-panel">
              <p>This calculation came from a link. It is kept on this device as soon as you change it.</p>
              {open.hasOwn && <p><button type="button" className="aw-button aw-button--quiet" onClick={() => { open.backToOwn(); focusHeading(); }}>Back to your own calculation</button></p>}
            </div>
          )}
          <Notes notes={open.notes} onUndone={open.undo} />
          <OverwrittenNotice overwritten={open.overwritten} onClosed={() => { open.closeOverwritten(); focusHeading(); }} />
        </>
      )}
      onEdited={open.edit} onGroupAdded={open.addGroup} onGroupRemoved={(id) => { open.removeGroup(id); focusHeading(); }}
      onExampleLoaded={() => { open.replace(EXAMPLE, 'The example is loaded. Its figures are made up.'); focusHeading(); }}
      onStartedAgain={() => open.replace(EMPTY, 'Every figure is cleared.')}
      onPrinted={printPage} onSavedAsCsv={saveAsCsv} onTextCopied={() => copyText(toText(calculation, address))} onLinkCopied={() => copyText(address)}
    />
  );
}

/** What the figures mean and where they come from. It reads without the calculator. */
function About(): ReactNode {
  return (
    <section className={styles.screenOnly} aria-labelledby="meaning">
      <h2 id="meaning">What a margin of error means</h2>
      <p>Chance picks 400 people, and 60 in 100 say yes. Another 400 would say something slightly different. The margin tells you how different: here about five points either way.</p>
      <p>A margin of five points at 95% confidence holds 19 times in 20. Nobody can say whether yours is the twentieth time.</p>
      <h3>What it does not cover</h3>
      <ul>
        <li>People who chose themselves. Replies to an open link have no margin, however many there are.</li>
        <li>People who did not answer. If four in five keep silent, the fifth may think differently.</li>
        <li>A list with people missing, or a question that leads.</li>
        <li>Weighting, and picking whole streets or schools at a time. Both widen the margin. Ask a statistician by how much.</li>
      </ul>
      <h3>Margins for a very large population</h3>
      <MarginTable label="Margins for a very large population" rows={marginTable(null, null)} population={null} />
      <h3>How we work it out</h3>
      <dl>
        <dt>Margin</dt>
        <dd>z × √(p × (1 − p) ÷ n), then times √((N − n) ÷ (N − 1)) for a population of N. The share is p, and n the number of answers. For 90%, 95% and 99% confidence, z is 1.645, 1.96 and 2.576. Source: Cochran, “Sampling Techniques”, 1977, section 3.2.</dd>
        <dt>Answers needed</dt>
        <dd>First z² × p × (1 − p) ÷ d², with d as the margin. Divide that by 1 + (that − 1) ÷ N, and round up. Source: Cochran, section 4.4.</dd>
        <dt>Few answers, or a share near none or all</dt>
        <dd>Wilson’s interval of 1927. We use it below 40 answers, as Brown, Cai and DasGupta advised in 2001. We also use it when fewer than 10 people gave an answer, or all but 10 did, which is a rule of thumb. A finite population counts there as more answers.</dd>
        <dt>Invitations</dt>
        <dd>Answers needed, divided by the share that answers in the end. Each reminder reaches only those still silent.</dd>
        <dt>“Between” in the sentences</dt>
        <dd>Rounded outwards, so that the words never claim more than the figures.</dd>
        <dt>The margins that stand in the boxes at first</dt>
        <dd>Five points, and ten for a group: practice judgement. You can change both.</dd>
      </dl>
      <h3>Read on</h3>
      <ul>
        <li><Link to="/writing/sample-size/">Sample size</Link>: how much is enough, and what to tell a committee</li>
        <li><Link to="/writing/survey-design/">Survey design</Link></li>
        <li><Link to="/methods/postal-survey/">Postal survey</Link> and <Link to="/methods/telephone-survey/">telephone survey</Link></li>
        <li><Link to="/toolkit/journey/analysing/">Make sense of the replies</Link></li>
      </ul>
    </section>
  );
}

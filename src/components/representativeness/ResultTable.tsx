import {useId} from 'react';
import type {ReactNode} from 'react';
import {goodnessOfFit} from '#core/planning/chiSquare.ts';
import type {Fit} from '#core/planning/chiSquare.ts';
import {LOW_INDEX, measure} from '#core/planning/representativenessMeasure.ts';
import type {Measured} from '#core/planning/representativenessMeasure.ts';
import type {Published} from '#core/planning/representativenessProtect.ts';
import type {CountTable} from '#core/planning/representativenessTable.ts';
import {explainFit, writeCount, writeIndex, writePoints, writeShare, writeToMatch, writeWithheld} from '#core/planning/representativenessWords.ts';
import {Bars} from './Bars.tsx';
import styles from './styles.module.css';

/** Every number, for the person at the screen. Never on paper. */
export function FullResult({title, table}: {title: string; table: CountTable}): ReactNode {
  const measured = measure(table.groups);
  return (
    <>
      <Scrolling caption={`${title}: every number, not for publication`}>
        {measured.map((group) => <MeasuredRow key={group.name} group={group} />)}
        <SumRow name="All who gave an answer" count={writeCount(measured.reduce((sum, {count}) => sum + count, 0))} isSum />
        {table.apart && <SumRow name="Preferred not to say, outside the shares" count={writeCount(table.apart.count)} />}
      </Scrolling>
      <Bars groups={measured} />
      <TestWords fit={goodnessOfFit(measured.map(({count}) => count), measured.map(({populationShare}) => populationShare))} />
    </>
  );
}

/** What may be published: small numbers withheld, and others with them where totals would give them away. */
export function PublishedResult({title, report, threshold}: {title: string; report: Published; threshold: number}): ReactNode {
  const open = report.groups.flatMap(({measured}) => (measured ? [measured] : []));
  const isHidden = report.groups.some(({withheld}) => withheld !== null);
  return (
    <>
      <Scrolling caption={title}>
        {report.groups.map(({name, populationShare, measured, withheld}) => (measured ? <MeasuredRow key={name} group={measured} /> : (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{writeWithheld(withheld ?? 'hidden', threshold)}</td>
            <td>Not shown</td>
            <td>{writeShare(populationShare)}</td>
            <td>Not shown</td><td>Not shown</td><td>Not shown</td>
          </tr>
        )))}
        {report.together && <MeasuredRow group={report.together} />}
        <SumRow name="All who gave an answer" count={typeof report.base === 'number' ? writeCount(report.base) : writeWithheld(report.base, threshold)} isSum />
        {report.apart !== null && <SumRow name="Preferred not to say, outside the shares" count={typeof report.apart === 'number' ? writeCount(report.apart) : writeWithheld(report.apart, threshold)} />}
      </Scrolling>
      {isHidden && (
        <p>
          Groups of fewer than {threshold === 10 ? 'ten' : 'five'} people are not shown, so that nobody can be picked out. Where the total would give a small number away, we hide other groups with it.
          {report.together ? ' The hidden groups stand together in one line, and the test counts them as one.' : ' Here that leaves no group to show. Join groups if you can.'}
        </p>
      )}
      {open.length > 0 && <Bars groups={[...open, ...(report.together ? [report.together] : [])]} />}
      <TestWords fit={report.fit} />
    </>
  );
}

const HEADINGS = ['Group', 'Took part', 'Share of those who took part', 'Share of the population', 'Difference in percentage points', 'Index (100 = same)', 'To match the population'];

function Scrolling({caption, children}: {caption: string; children: ReactNode}): ReactNode {
  const id = useId();
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id={id}>{caption}</caption>
        <thead><tr>{HEADINGS.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function MeasuredRow({group: {name, count, share, populationShare, points, index, toMatch}}: {group: Measured}): ReactNode {
  const isLow = index !== null && index < LOW_INDEX;
  return (
    <tr className={isLow ? styles.low : undefined}>
      <th scope="row">{name}</th>
      <td>{writeCount(count)}</td>
      <td>{writeShare(share)}</td>
      <td>{writeShare(populationShare)}</td>
      <td>{writePoints(points)}</td>
      <td>{writeIndex(index)}{isLow && ', low'}</td>
      <td>{writeToMatch(toMatch)}</td>
    </tr>
  );
}

function SumRow({name, count, isSum = false}: {name: string; count: string; isSum?: boolean}): ReactNode {
  return <tr className={isSum ? styles.sums : undefined}><th scope="row">{name}</th><td>{count}</td><td colSpan={5} /></tr>;
}

function TestWords({fit}: {fit: Fit | null}): ReactNode {
  const {figures, sentences} = explainFit(fit);
  return (
    <>
      <p><strong>Could it be chance?</strong> {sentences.join(' ')}</p>
      {figures !== null && <p className="aw-hint">{figures}.</p>}
    </>
  );
}

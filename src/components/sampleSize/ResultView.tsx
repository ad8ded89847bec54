import type {ReactNode} from 'react';
import {WAYS} from '#core/planning/sampleSize.ts';
import type {SampleSize} from '#core/planning/sampleSize.ts';
import type {Invitations} from '#core/planning/sampleSizeFormulas.ts';
import {findingInWords, planInWords} from '#core/planning/sampleSizeReport.ts';
import {remarksOn} from '#core/planning/sampleSizeResult.ts';
import type {SampleResult} from '#core/planning/sampleSizeResult.ts';
import {writeCount, writePoints} from '#core/planning/sampleSizeWords.ts';
import {IntervalBar} from './IntervalBar.tsx';
import {MarginTable} from './MarginTable.tsx';
import styles from './styles.module.css';

interface Props {
  calculation: SampleSize;
  result: SampleResult;
}

/** What the figures come to, or why they come to nothing that may be quoted. */
export function ResultView({calculation, result}: Props): ReactNode {
  const {verdict, finding, share, plan, groups, table, population, answers} = result;
  const isRandom = calculation.way === 'random';
  return (
    <>
      <div className={`aw-panel ${verdict.outcome === 'none' ? styles.none : ''}`}>
        <p><strong>{verdict.sentence}</strong></p>
        {verdict.instead !== '' && <p>{verdict.instead}</p>}
      </div>
      {calculation.way !== '' && <p className={styles.onPaper}>{WAYS[calculation.way]}.</p>}
      {finding && share !== null ? (
        <>
          <h3>What your answers say</h3>
          <IntervalBar low={finding.interval.low} share={share} high={finding.interval.high} />
          {findingInWords(result).map((sentence) => <p key={sentence}>{sentence}</p>)}
        </>
      ) : isRandom && answers === null && <p className="aw-hint">Write how many answers you have, and the margin appears here.</p>}
      {plan && (
        <>
          <h3>What you need</h3>
          {planInWords(result).map((sentence) => <p key={sentence}>{sentence}</p>)}
          {plan.invitations ? <RoundTable invitations={plan.invitations} /> : <p className="aw-hint">Write how many in 100 answer, and the number to invite appears here.</p>}
        </>
      )}
      {isRandom && groups.length > 0 && <GroupTable result={result} />}
      {remarksOn(result, calculation).map((remark) => <p key={remark} className={styles.remark}>{remark}</p>)}
      {isRandom && (
        <>
          <h3>Margins for this population</h3>
          {table.length > 0 ? <MarginTable label="Margins for your survey" rows={table} population={population} own={answers} />
            : result.faults.population ? null : <p>With 50 people or fewer, ask everybody. No sample is worth drawing.</p>}
        </>
      )}
    </>
  );
}

function RoundTable({invitations}: {invitations: Invitations}): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-label="Invitations and reminders" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption>What to send, and what to expect</caption>
        <thead><tr><th scope="col">Posting</th><th scope="col">Send</th><th scope="col">Answers</th><th scope="col">In all</th></tr></thead>
        <tbody>
          {invitations.rounds.map(({reminder, sent, answers, total}) => (
            <tr key={reminder}><th scope="row">{reminder === 0 ? 'Invitation' : `Reminder ${reminder}`}</th><td>{writeCount(sent)}</td><td>{writeCount(answers)}</td><td>{writeCount(total)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure that needs another one first. */
const NOT_KNOWN = 'Not known yet';

function GroupTable({result}: {result: SampleResult}): ReactNode {
  const {groups, groupsNeed, groupMargin, confidence, plan} = result;
  return (
    <>
      <h3>Each group</h3>
      <div className="aw-table-scroll" role="region" aria-label="Groups" tabIndex={0}>
        <table className={`aw-table ${styles.table}`}>
          <caption>{groupMargin === null ? 'Groups' : `For ${writePoints(groupMargin)} points either way at ${confidence}% confidence and a share near 50%`}</caption>
          <thead><tr><th scope="col">Group</th><th scope="col">Needs</th><th scope="col">Invite</th><th scope="col">Has</th><th scope="col">Margin now</th></tr></thead>
          <tbody>
            {groups.map(({id, name, answers, margin, plan: own}) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{own ? writeCount(own.needed) : NOT_KNOWN}</td>
                <td>{own?.invitations ? `${writeCount(own.invitations.invited)}${own.invitations.wanted > own.invitations.invited ? ' (everybody, and still too few)' : ''}` : NOT_KNOWN}</td>
                <td>{answers === null ? 'Not given' : writeCount(answers)}</td>
                <td>{margin !== null ? `${writePoints(margin)} points` : answers === null ? NOT_KNOWN : 'Too few to quote'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groupsNeed && (
        <p>
          Together the groups need {writeCount(groupsNeed.answers)} answers{groupsNeed.invited === null ? '' : ` from ${writeCount(groupsNeed.invited)} invitations`}.
          {plan ? ` The whole survey needs ${writeCount(plan.needed)}. Plan for the larger number.` : ''} If a small group gets more than its share, weight the total back.
        </p>
      )}
    </>
  );
}

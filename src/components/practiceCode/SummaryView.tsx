import type {ReactNode} from 'react';
import {PHASES} from '#core/planning/practiceCode.ts';
import {ANSWER_IDS, ANSWERS} from '#core/planning/selfAssessment.ts';
import type {Counts, Summary} from '#core/planning/selfAssessment.ts';
import {fieldsId, NEEDS} from './stepWords.ts';
import styles from './styles.module.css';

/** Where the consultation stands: the answers counted by phase, what is left to do, and the actions written down. */
export function SummaryView({summary}: {summary: Summary}): ReactNode {
  const {phases, counts, total, needs, actions, unknown} = summary;
  return (
    <>
      <h3 id="summary" tabIndex={-1}>Summary</h3>
      {/* A region that scrolls has to take focus, or the keyboard cannot reach what is out of sight. */}
      <div className="aw-table-scroll" role="region" aria-labelledby="summary-caption" tabIndex={0}>
        <table className={`aw-table ${styles.table}`}>
          <caption id="summary-caption">Answers by phase</caption>
          <thead>
            <tr>
              <th scope="col">Phase</th>
              {ANSWER_IDS.map((answer) => <th key={answer} scope="col">{ANSWERS[answer]}</th>)}
              <th scope="col">No answer</th>
              <th scope="col">Steps</th>
            </tr>
          </thead>
          <tbody>
            {phases.map(({phase, counts: within, total: of}) => <CountRow key={phase} name={PHASES[phase]} counts={within} total={of} />)}
            <CountRow name="All" counts={counts} total={total} />
          </tbody>
        </table>
      </div>
      <h3>Still to do</h3>
      {needs.length === 0 ? <p>Nothing. Each step has an answer, and each answer says what stands behind it.</p> : (
        <ul>
          {needs.map(({step, need}) => (
            <li key={step.id}><a href={`#${fieldsId(step.id)}`}>Step {step.number}: {step.title}</a>. {NEEDS[need]}</li>
          ))}
        </ul>
      )}
      <h3>Actions you have set</h3>
      {actions.length === 0 ? <p>None yet.</p> : (
        <ul>{actions.map(({step, action}) => <li key={step.id} className={styles.typed}><strong>Step {step.number}:</strong> {action}</li>)}</ul>
      )}
      {unknown.length > 0 && (
        <>
          <h3>Answers to other steps</h3>
          <p>This code has no steps by these names. They came with a file, so they are kept and stand in every download.</p>
          <ul>
            {unknown.map(({step, answer: {answer, evidence, action}}) => (
              <li key={step} className={styles.typed}>
                <strong>{step}:</strong> {answer ? ANSWERS[answer] : 'No answer'}.{evidence && ` Evidence: ${evidence}`}{action && ` Action: ${action}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function CountRow({name, counts, total}: {name: string; counts: Counts; total: number}): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {ANSWER_IDS.map((answer) => <td key={answer}>{counts[answer]}</td>)}
      <td>{counts.open}</td>
      <td>{total}</td>
    </tr>
  );
}

import type {ReactNode} from 'react';
import {needALook} from '#core/quizzes/itemAnalysis.ts';
import type {AssessmentAnalysis} from '#core/quizzes/itemAnalysisApi.ts';
import {Explanation} from './Explanation.tsx';
import {FacilityChart} from './FacilityChart.tsx';
import {Question} from './Question.tsx';
import {QuestionTable} from './QuestionTable.tsx';
import {Summary} from './Summary.tsx';
import {shortStem} from './words.ts';
import styles from './styles.module.css';

interface Props {
  analysis: AssessmentAnalysis;
  onSavedAsCsv: () => void;
}

/** How the questions of one assessment work: what needs a look comes first, then everything. */
export function AnalysisView({analysis, onSavedAsCsv}: Props): ReactNode {
  const {items, whole, title} = analysis;
  if (whole.n === 0) {
    return (
      <div className="aw-panel">
        <h2>Nobody has handed in “{title}” yet</h2>
        <p>Counts appear here when 5 people have, and statistics when a question has been asked of 20.</p>
      </div>
    );
  }
  const flagged = needALook(items);
  return (
    <div className={styles.analysis}>
      <h2>{title}</h2>
      <Summary analysis={analysis} flagged={flagged.length} />
      <p className={styles.screenOnly}><button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsCsv}>Download the figures as CSV</button></p>
      <Explanation />
      {flagged.length > 0 ? (
        <>
          <h2>Questions that need a look</h2>
          <ol className={styles.list}>
            {flagged.map((item, index) => (
              <li key={item.itemId} className="aw-card">
                <h3>{index + 1}. {item.itemId}</h3>
                <Question item={item} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <h2>Hard or easy, and who gets it right</h2>
      <FacilityChart items={items} numbered={flagged} />
      <h2>All questions</h2>
      <QuestionTable items={items} />
      <h2>{flagged.length > 0 ? 'The other questions in full' : 'Each question in full'}</h2>
      {items.filter((item) => !flagged.includes(item)).map((item) => (
        <details key={`${item.itemId}@${item.itemVersion}`} className={styles.full}>
          <summary>{item.itemId}{item.isOld ? ' (older wording)' : ''}: {shortStem(item.stem)}</summary>
          <Question item={item} />
        </details>
      ))}
    </div>
  );
}

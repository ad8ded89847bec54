import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import {Sheet} from './Sheet.tsx';
import styles from './pack.module.css';

const USES = ['I will use it', 'I may use it', 'I will not'] as const;
const OBSTACLES = ['No time', 'No consultation soon', 'My manager needs persuading', 'I am not sure how', 'Nothing'] as const;

/**
 * What people say of the session. It asks about use first and about enjoyment last: in 34 studies, finding training useful went with learning
 * and with doing it at work more closely than liking it did (Alliger and others, 1997).
 */
export function EvaluationForm({course}: {course: Course}): ReactNode {
  return (
    <Sheet id="evaluation" title="Evaluation form">
      <p>You need not write your name. We use the answers to make the next session better.</p>
      <div className="aw-table-scroll" role="region" aria-label="What will you use at work?" tabIndex={0}>
        <table className={`aw-table ${styles.uses}`}>
          <caption>1. What will you use at work? Tick one box in each line.</caption>
          <thead><tr><th scope="col">What we worked on</th>{USES.map((use) => <th key={use} scope="col">{use}</th>)}</tr></thead>
          <tbody>{course.outcomes.map(({id, text}) => <tr key={id}><th scope="row">{text}</th>{USES.map((use) => <td key={use}><span className={styles.tick} /></td>)}</tr>)}</tbody>
        </table>
      </div>
      <Asked question="2. On which consultation or piece of work will you use it?" lines={2} />
      <Asked question="3. By when? Write a month or a date." lines={1} />
      <div className={styles.asked}>
        <p><strong>4. What may get in the way? Tick all that apply.</strong></p>
        <ul className={styles.ticks}>{OBSTACLES.map((text) => <li key={text}><span className={styles.tick} /> {text}</li>)}</ul>
        <p>Something else: <span className={styles.write} /></p>
      </div>
      <Asked question="5. What got in the way of learning today: the room, the pace, the sound, the words?" lines={2} />
      <Asked question="6. Which one thing should we change?" lines={2} />
      <div className={styles.asked}>
        <p><strong>7. Did you enjoy the session?</strong></p>
        <ul className={styles.ticks}>{['Yes', 'Partly', 'No'].map((text) => <li key={text}><span className={styles.tick} /> {text}</li>)}</ul>
      </div>
      <p>In 8 to 12 weeks we would like to ask what came of it. If we may, write your work e-mail address: <span className={styles.write} /></p>
    </Sheet>
  );
}

function Asked({question, lines}: {question: string; lines: number}): ReactNode {
  return (
    <div className={styles.asked}>
      <p><strong>{question}</strong></p>
      {Array.from({length: lines}, (_, line) => <span key={line} className={styles.writeLine} />)}
    </div>
  );
}

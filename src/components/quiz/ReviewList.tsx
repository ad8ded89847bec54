import type {ReactNode, Ref} from 'react';
import styles from './styles.module.css';

interface Line {stem: string; state: 'answered' | 'partly' | 'open'}
interface Props {
  headingRef: Ref<HTMLHeadingElement>;
  lines: readonly Line[];
  status: ReactNode;
  onOpened: (index: number) => void;
  onHandedIn: () => void;
}

const STATES = {answered: 'Answered', partly: 'Partly answered', open: 'Not answered'} as const;

/** The list of questions before handing in, answered or not, each of which can be opened again. */
export function ReviewList({headingRef, lines, status, onOpened, onHandedIn}: Props): ReactNode {
  const open = lines.filter(({state}) => state !== 'answered').length;
  return (
    <section className={styles.quiz} aria-labelledby="review">
      <h2 id="review" ref={headingRef} tabIndex={-1}>Review your answers</h2>
      {open > 0 ? (
        <p className="aw-panel">
          {open === 1 ? '1 question is not fully answered.' : `${open} questions are not fully answered.`} An open question gets no marks. You can hand in all the same.
        </p>
      ) : <p>All questions are answered.</p>}
      <ol className={styles.review}>
        {lines.map(({stem, state}, index) => (
          <li key={index}>
            <button type="button" className="aw-link-button" onClick={() => onOpened(index)}>
              <span className="aw-visually-hidden">Open question </span>{index + 1}. {stem}
            </button>
            <span className={state === 'answered' ? styles.answered : styles.open}>{STATES[state]}</span>
          </li>
        ))}
      </ol>
      {status}
      <p>When you hand in, your answers cannot be changed.</p>
      <p className={styles.actions}><button type="button" className="aw-button" onClick={onHandedIn}>Hand in my answers</button></p>
    </section>
  );
}

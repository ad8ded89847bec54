import type {ReactNode} from 'react';
import styles from './pack.module.css';

/** The sheets of a session pack, as a list on the screen names them. */
export const SHEETS = {
  cover: 'Cover and running order', script: 'Trainer’s notes', questions: 'Question sheet', answers: 'Answers with reasons', register: 'Register', evaluation: 'Evaluation form',
} as const;

interface Props {
  id: keyof typeof SHEETS;
  title: string;
  /** The first sheet needs no new page before it. */
  isFirst?: boolean;
  children: ReactNode;
}

/** One sheet of paper, or several that belong together. */
export function Sheet({id, title, isFirst = false, children}: Props): ReactNode {
  return (
    <section className={isFirst ? styles.sheet : `${styles.sheet} ${styles.newPage}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

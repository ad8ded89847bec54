import type {ReactNode} from 'react';
import styles from './wall.module.css';

interface Props {
  /** What the title belongs to, for instance the course. */
  above?: string | undefined;
  title: string;
  /** True where the title is the heading of what is shown; false where a section brings a heading of its own. */
  isLarge: boolean;
}

/** The title on the big screen. */
export function WallHead({above, title, isLarge}: Props): ReactNode {
  return (
    <div className={styles.head}>
      {above ? <p className={styles.above}>{above}</p> : null}
      <h1 className={isLarge ? styles.title : styles.small}>{title}</h1>
    </div>
  );
}

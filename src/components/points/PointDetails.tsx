import {useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  summary: ReactNode;
  /** Stands among other text, so it looks like a link. */
  isSmall?: boolean;
  /** The form. Drawn once it is first opened. */
  children: ReactNode;
}

/** A form folded away behind its question. Without scripts it says how to reach the team instead. */
export function PointDetails({summary, isSmall = false, children}: Props): ReactNode {
  const [isOpened, setOpened] = useState(false);
  return (
    <details className={isSmall ? styles.small : styles.details} onToggle={({currentTarget}) => { if (currentTarget.open) setOpened(true); }}>
      <summary>{summary}</summary>
      <div className={styles.inside}>
        {isOpened ? children : null}
        <noscript><p>The form needs JavaScript. You can write to the team named at the foot of the page instead.</p></noscript>
      </div>
    </details>
  );
}

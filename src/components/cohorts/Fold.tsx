import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** What a form folded away may do with its fold. */
export interface Folding {
  /** Folds it away and forgets what was typed. Puts the focus on the words that open it. */
  close: () => void;
  /** Starts the form anew from what is saved. */
  reload: () => void;
}
interface Props {
  summary: ReactNode;
  /** The form, drawn once it is opened. It keeps what is typed until it is closed, whatever news comes meanwhile. */
  children: (fold: Folding) => ReactNode;
}

/** A form folded away behind its question. */
export function Fold({summary, children}: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const words = useRef<HTMLElement>(null);
  const reload = (): void => setTurn((before) => before + 1);
  const close = (): void => {
    setOpen(false);
    reload();
    words.current?.focus();
  };
  return (
    <details className={styles.fold} open={isOpen} onToggle={({currentTarget}) => setOpen(currentTarget.open)}>
      <summary ref={words}>{summary}</summary>
      {isOpen ? <Turn key={turn}>{children({close, reload})}</Turn> : null}
    </details>
  );
}

/** Has a key, so that a new turn draws the form anew. */
function Turn({children}: {children: ReactNode}): ReactNode {
  return <div className={styles.inside}>{children}</div>;
}

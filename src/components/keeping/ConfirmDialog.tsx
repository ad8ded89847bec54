import {useEffect, useId, useRef} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  /** What the button says that does it. */
  confirm: string;
  onConfirmed: () => void;
  /** Closed without doing it, by the button or the Escape key. */
  onClosed: () => void;
}

/** Asks before something is thrown away. The browser holds the focus inside and gives it back. */
export function ConfirmDialog({isOpen, title, children, confirm, onConfirmed, onClosed}: Props): ReactNode {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen && dialog.current?.open === true) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClosed}>
      <h3 id={id}>{title}</h3>
      {children}
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={onConfirmed}>{confirm}</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onClosed}>Keep everything</button>
      </p>
    </dialog>
  );
}

import {useState} from 'react';
import type {ReactNode} from 'react';
import type {Standing} from '#core/points/kept.ts';
import styles from './styles.module.css';

interface WaitingPoint {
  id: string;
  /** What was typed. */
  text: string;
  standing: Standing;
  /** All of it as plain text, for copying. */
  words: string;
  /** Opens a mail. */
  mail: string;
}

interface Props {
  /** How many of those sent from this page are away. */
  sent: number;
  waiting: readonly WaitingPoint[];
  isWithoutService: boolean;
  onRetried: () => void;
  onDeleted: (id: string) => void;
  onCopied: (text: string) => Promise<boolean>;
}

function saySent(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'Sent. It is in the queue of the people who keep this site right.' : `Sent: ${count} points. They are in the queue of the people who keep this site right.`;
}

/** Where points stand: sent, kept on this device, or why not. Changes are told to screen readers as they come. */
export function PointStandings({sent, waiting, isWithoutService, onRetried, onDeleted, onCopied}: Props): ReactNode {
  const [note, setNote] = useState('');
  const copy = async (text: string): Promise<void> => setNote(await onCopied(text) ? 'Copied.' : 'Your browser did not allow copying.');
  return (
    <>
      <div role="status">
        {sent > 0 ? <p className="aw-panel">{saySent(sent)}</p> : null}
        {waiting.length > 0 ? (
          <ul className={styles.list}>
            {waiting.map(({id, text, standing, words, mail}) => (
              <li key={id} className={styles.row}>
                <p><strong>{standing.label}.</strong> {standing.sentence}</p>
                <p className={styles.typed}>{text}</p>
                <p className="aw-choices">
                  {isWithoutService ? <a href={mail}>Write it as an e-mail</a> : null}
                  <button type="button" className="aw-link-button" onClick={() => void copy(words)}>Copy it<span className="aw-visually-hidden">: {text.slice(0, 60)}</span></button>
                  <button type="button" className="aw-link-button" onClick={() => onDeleted(id)}>Delete it from this device<span className="aw-visually-hidden">: {text.slice(0, 60)}</span></button>
                </p>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {waiting.length > 0 && !isWithoutService ? <p className="aw-choices"><button type="button" className="aw-button aw-button--quiet" onClick={onRetried}>Try to send now</button></p> : null}
      <p role="status" className="aw-hint">{note}</p>
    </>
  );
}

import {useState} from 'react';
import type {ReactNode} from 'react';
import type {RegisterMark} from '#core/attendance/api.ts';
import {byWords, markWords} from '#core/attendance/words.ts';
import styles from './styles.module.css';

interface Props {
  /** Whose marks, for those who hear the page. */
  name: string;
  viewerId: string | null;
  /** Gives every mark, or a sentence that says why it cannot. */
  onAsked: () => Promise<readonly RegisterMark[] | string>;
}

/** Every mark that was made for one person in one session, fetched when it is asked for. */
export function Changes({name, viewerId, onAsked}: Props): ReactNode {
  const [found, setFound] = useState<readonly RegisterMark[] | string | null>(null);
  const ask = async (): Promise<void> => {
    setFound('Fetching the changes.');
    setFound(await onAsked());
  };
  return (
    <div>
      <p><button type="button" className="aw-link-button" onClick={() => void ask()}>Show every change<span className="aw-visually-hidden"> for {name}</span></button></p>
      <div role="status">
        {typeof found === 'string' ? <p className={styles.state}>{found}</p> : null}
        {Array.isArray(found) && found.length === 0 ? <p className={styles.state}>No mark has reached the service yet.</p> : null}
      </div>
      {Array.isArray(found) && found.length > 0 ? <ol className={styles.changes}>{(found as RegisterMark[]).map((mark) => <MarkLine key={mark.id} mark={mark} viewerId={viewerId} />)}</ol> : null}
    </div>
  );
}

/** One mark as a line of a list: what, who, when and why. */
export function MarkLine({mark, viewerId}: {mark: RegisterMark; viewerId: string | null}): ReactNode {
  return <li>{markWords(mark)}. By {byWords(mark, viewerId)}.{mark.reason === null ? '' : ` Reason: ${mark.reason}`}</li>;
}

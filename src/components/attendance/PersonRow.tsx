import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import type {RegisterMark} from '#core/attendance/api.ts';
import type {WaitingMark} from '#core/attendance/kept.ts';
import {needsReason, takesMinutes} from '#core/attendance/marking.ts';
import type {Cell} from '#core/attendance/merge.ts';
import {byWords, markInSession} from '#core/attendance/words.ts';
import {MARK_WORDS} from '#core/courses/attendance.ts';
import type {AttendanceMark, SessionFact} from '#core/courses/attendance.ts';
import {Changes, MarkLine} from './Changes.tsx';
import {DraftForm} from './DraftForm.tsx';
import type {Said} from './DraftForm.tsx';
import styles from './styles.module.css';

/** The choices of nearly every row, and those that stand behind “More”. */
const MAIN = ['present', 'late', 'absent'] as const;
const MORE = ['left-early', 'excused'] as const;

export interface PersonShown {
  id: string;
  name: string;
  isMember: boolean;
  /** Where they stand in the whole run, as a sentence. */
  standing: string;
}

interface Props {
  person: PersonShown;
  session: SessionFact;
  cell: Cell<RegisterMark> | undefined;
  /** Marks of this row that are on the device alone. */
  waiting: readonly WaitingMark[];
  viewerId: string;
  /** The mark that a new one would follow, asked at the moment of choosing. */
  onFollowing: () => {mark: AttendanceMark; minutes: number | null} | null;
  onMarked: (said: Said) => void;
  onDropped: (markId: string) => void;
  /** Something for those who hear the page. */
  onSaid: (words: string) => void;
  onChangesAsked: () => Promise<readonly RegisterMark[] | string>;
}

/** One person of a session: the marks to choose from, what stands there, who said so, and whether it is sent. */
export function PersonRow({person, session, cell, waiting, viewerId, onFollowing, onMarked, onDropped, onSaid, onChangesAsked}: Props): ReactNode {
  const {id, name, isMember, standing} = person;
  const box = useRef<HTMLFieldSetElement>(null);
  const [draft, setDraft] = useState<{mark: AttendanceMark; follows: ReturnType<typeof onFollowing>} | null>(null);
  const counts = cell?.counts;
  const isDisputed = cell?.isDisputed === true;
  const open = (mark: AttendanceMark): void => {
    setDraft({mark, follows: onFollowing()});
    onSaid(`Say why, then save “${MARK_WORDS[mark]}” for ${name}.`);
  };
  const choose = (mark: AttendanceMark): void => {
    const isPlain = !isDisputed && !needsReason({mark, minutes: null}, onFollowing()) && (mark === 'late' || !takesMinutes(mark));
    if (!isPlain) return open(mark);
    setDraft(null);
    onMarked({mark, minutes: null, reason: null});
  };
  const close = (): void => {
    setDraft(null);
    // The form goes away with the button that was pressed. The group of radios is where it came from.
    box.current?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
  };
  const radio = (mark: AttendanceMark): ReactNode => (
    <label key={mark} className={styles.choice}>
      <input type="radio" name={`mark-${id}`} value={mark} checked={(draft?.mark ?? counts?.mark) === mark} onChange={() => choose(mark)} />
      {MARK_WORDS[mark]}
    </label>
  );
  const isHere = (markId: string | undefined): boolean => waiting.some(({mark, refused}) => mark.id === markId && refused === null);
  return (
    <li className={styles.person}>
      <fieldset className={styles.marking} ref={box}>
        <legend>{name}{isMember ? '' : ' (no longer in the run)'}</legend>
        {id === viewerId ? <p className={styles.state}>You cannot mark yourself. Ask another trainer.</p> : null}
        {id !== viewerId && !session.isCancelled ? <div className={styles.choices}>{MAIN.map(radio)}</div> : null}
        {draft ? (
          <DraftForm
            key={draft.mark} name={name} mark={draft.mark} session={session} follows={draft.follows} onLeft={close}
            onSaved={(said) => {
              onMarked(said);
              close();
            }}
          />
        ) : null}
        <p className={styles.state}>
          {counts ? <>{markInSession(counts, session)}. By {byWords(counts, viewerId)}.{counts.reason === null ? '' : ` Reason: ${counts.reason}.`} <span className="aw-tag">{isHere(counts.id) ? 'On this device' : 'Sent'}</span></> : 'Not marked.'}
        </p>
        {waiting.filter(({refused}) => refused !== null).map(({mark, refused}) => (
          <div key={mark.id} className="aw-panel" role="alert">
            <p>“{MARK_WORDS[mark.mark]}” was not taken. {refused}</p>
            <p><button type="button" className="aw-button aw-button--quiet" onClick={() => onDropped(mark.id)}>Remove it from this device</button></p>
          </div>
        ))}
        {isDisputed && cell ? (
          <div className="aw-panel">
            <p>Trainers marked {name} without seeing each other’s mark. The last one counts until you settle it:</p>
            <ul className={styles.changes}>{cell.open.map((mark) => <MarkLine key={mark.id} mark={mark} viewerId={viewerId} />)}</ul>
            {id === viewerId || session.isCancelled ? null : (
              <p className="aw-choices">
                {[...new Set(cell.open.map(({mark}) => mark))].map((mark) => (
                  <button key={mark} type="button" className="aw-button aw-button--quiet" onClick={() => open(mark)}>Settle as “{MARK_WORDS[mark]}”<span className="aw-visually-hidden"> for {name}</span></button>
                ))}
              </p>
            )}
          </div>
        ) : null}
        <p className={styles.standing}>{standing}</p>
        <details className={styles.more}>
          <summary>More<span className="aw-visually-hidden"> for {name}</span></summary>
          {id === viewerId || session.isCancelled ? null : (
            <>
              <div className={styles.choices}>{MORE.map(radio)}</div>
              {counts && takesMinutes(counts.mark) ? <p><button type="button" className="aw-link-button" onClick={() => open(counts.mark)}>Write down minutes<span className="aw-visually-hidden"> for {name}</span></button></p> : null}
            </>
          )}
          <Changes name={name} viewerId={viewerId} onAsked={onChangesAsked} />
        </details>
      </fieldset>
    </li>
  );
}

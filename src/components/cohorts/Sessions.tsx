import {useState} from 'react';
import type {ReactNode} from 'react';
import type {RunSession} from '#core/runs/api.ts';
import {localOf} from '#core/runs/zone.ts';
import {asSentence, writeSpan} from '#core/runs/words.ts';
import type {FieldError} from '../account/loaded.ts';
import {Fold} from './Fold.tsx';
import {ReasonForm} from './ReasonForm.tsx';
import {Place} from './SessionDates.tsx';
import {NEW_SESSION, SessionForm} from './SessionForm.tsx';
import type {SessionWanted} from './SessionForm.tsx';
import styles from './styles.module.css';

interface Props {
  sessions: readonly RunSession[];
  zone: string;
  /** A run that was cancelled is shown and not changed. */
  isFixed: boolean;
  /** What was done last; empty: nothing. */
  note: string;
  onAdded: (wanted: SessionWanted) => Promise<readonly FieldError[]>;
  onChanged: (session: RunSession, wanted: SessionWanted) => Promise<readonly FieldError[]>;
  onCancelled: (session: RunSession, reason: string, tellEverybody: boolean) => Promise<readonly FieldError[]>;
}

function toFields(session: RunSession, zone: string) {
  const {title, mode, place, instructions, isMandatory} = session;
  const [from, to] = [localOf(session.startsAt, zone), localOf(session.endsAt, zone)];
  return {title, mode, place, instructions, isMandatory, day: from.day, from: from.time, to: to.time};
}

/** The sessions of a run with the forms that add, change and cancel them. */
export function Sessions({sessions, zone, isFixed, note, onAdded, onChanged, onCancelled}: Props): ReactNode {
  return (
    <section aria-labelledby="sessions-heading" className={styles.section}>
      <h2 id="sessions-heading">Sessions</h2>
      <p role="status" className="aw-hint">{note}</p>
      {sessions.length === 0 ? <p>No sessions yet. A run without sessions is taken by everybody in their own time.</p> : (
        <ul className={styles.cards}>
          {sessions.map((session) => (
            <li key={session.id} className="aw-card">
              <h3>{session.title}</h3>
              <p>{writeSpan(session, zone)}</p>
              <p><Place session={session} /></p>
              {session.isMandatory ? <p>Nobody may miss it.</p> : null}
              {session.instructions === null ? null : <p className={styles.typed}>{session.instructions}</p>}
              {session.cancelledReason === null ? null : <p><strong>Cancelled.</strong> The reason: {asSentence(session.cancelledReason)}</p>}
              {isFixed || session.cancelledReason !== null ? null : (
                <>
                  <Fold summary={<>Change this session<span className="aw-visually-hidden">: {session.title}</span></>}>
                    {(fold) => <Change session={session} zone={zone} onChanged={onChanged} fold={fold} />}
                  </Fold>
                  <Fold summary={<>Cancel this session<span className="aw-visually-hidden">: {session.title}</span></>}>
                    {({close}) => (
                      <ReasonForm
                        form={`cancel-${session.id}`} label="Why is it cancelled?" hint="People who are confirmed read this. Their calendars take the session away." button="Cancel the session" isRequired offersMail
                        onSent={(reason, tells) => onCancelled(session, reason, tells)} onDone={close}
                      />
                    )}
                  </Fold>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {isFixed ? null : (
        <Fold summary="Add a session">
          {({close}) => <SessionForm form="new-session" start={NEW_SESSION} zone={zone} button="Add the session" onSaved={onAdded} onDone={close} />}
        </Fold>
      )}
    </section>
  );
}

interface ChangeProps extends Pick<Props, 'zone' | 'onChanged'> {
  session: RunSession;
  fold: {close: () => void; reload: () => void};
}

/** The form keeps the state that it began with, so that what is sent says which one its writer saw. */
function Change({session, zone, onChanged, fold: {close, reload}}: ChangeProps): ReactNode {
  const [seen] = useState(session);
  return <SessionForm form={`session-${seen.id}`} start={toFields(seen, zone)} zone={zone} button="Save the session" onSaved={(wanted) => onChanged(seen, wanted)} onDone={close} onReload={reload} />;
}

import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import type {RunInvitation} from '#core/runs/api.ts';
import {writeDay} from '#core/records/londonDay.ts';
import {asSentence} from '#core/runs/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {SessionDates} from './SessionDates.tsx';
import styles from './styles.module.css';

interface Props {
  invitation: RunInvitation;
  /** Where to sign in first; null when somebody is signed in. */
  signInHref: string | null;
  onJoined: () => Promise<readonly FieldError[]>;
}

function headingOf({state, place, title}: RunInvitation): string {
  if (state === 'confirmed') return `You have joined ${title}`;
  return state === 'requested' ? `You have asked for a place in ${title}` : `You are number ${place ?? ''} on the waiting list of ${title}`;
}

function Booked({invitation, moved}: {invitation: RunInvitation; moved: boolean}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  const {state, courseId, courseTitle, startsOn, sessions, timeZone} = invitation;
  return (
    <div className="aw-panel">
      <h2 ref={heading} tabIndex={-1}>{headingOf(invitation)}</h2>
      {state === 'requested' ? <p>Your trainer confirms each booking. We write to you when that is done.</p> : null}
      {state === 'waiting' ? <p>The run is full. When a place becomes free, the first on the list moves up by itself, and we write to you.</p> : null}
      <p>It is a run of {courseTitle} and starts on {writeDay(startsOn)}. You can start the course at any time.</p>
      {sessions.length > 0 ? <SessionDates sessions={sessions} zone={timeZone} /> : null}
      <p className="aw-choices"><a className="aw-button" href={`/learn/${courseId}/`}>Go to the course</a><a href="/bookings/">My bookings</a></p>
    </div>
  );
}

/** An invitation to a course run: what it is, when it is, and the button that books a place. */
export function InvitationView({invitation, signInHref, onJoined}: Props): ReactNode {
  const wasAsked = useRef(false);
  const {errors, busy, submit} = useSubmit<null>(onJoined);
  const {title, courseTitle, startsOn, trainer, state, isFull, confirms, sessions, timeZone, cancelledReason} = invitation;
  if (cancelledReason !== null) return <div className="aw-panel"><h2>{title} is cancelled</h2><p>The reason: {asSentence(cancelledReason)}</p><p><a href="/bookings/">See which runs you can book</a></p></div>;
  if (state !== null && state !== 'cancelled') return <Booked invitation={invitation} moved={wasAsked.current} />;
  const join = (): void => {
    wasAsked.current = true;
    void submit(null);
  };
  const button = isFull ? 'Join the waiting list' : confirms ? 'Ask for a place' : 'Join this course run';
  return (
    <section aria-labelledby="invitation" className={`aw-card ${styles.invitation}`}>
      <ErrorSummary errors={errors} />
      <h2 id="invitation">{title}</h2>
      <dl className={styles.facts}>
        <div><dt>Course</dt><dd>{courseTitle}</dd></div>
        <div><dt>Starts on</dt><dd>{writeDay(startsOn)}</dd></div>
        <div><dt>Trainer</dt><dd>{trainer ?? 'No name given'}</dd></div>
      </dl>
      {sessions.length > 0 ? <><h3>Sessions</h3><SessionDates sessions={sessions} zone={timeZone} /></> : null}
      {isFull ? <p>This run is full. You can wait for a place.</p> : null}
      {confirms && !isFull ? <p>A trainer confirms each booking.</p> : null}
      <p>If you join, the trainer sees your name, e-mail address and directorate. They see how many lessons you have done and when you passed and completed. They do not see your answers.</p>
      {signInHref === null
        ? <p><button type="button" className="aw-button" aria-disabled={busy} onClick={join}>{busy ? 'Joining' : button}</button></p>
        : <p><a className="aw-button" href={signInHref}>Sign in to join</a></p>}
    </section>
  );
}

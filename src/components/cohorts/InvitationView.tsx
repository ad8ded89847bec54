import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

/** What a join link shows, in words ready to read. */
export interface InvitationShown {courseId: string; courseTitle: string; title: string; startsOn: string; trainer: string | null; joined: boolean}
interface Props {
  invitation: InvitationShown;
  /** Where to sign in first; null when somebody is signed in. */
  signInHref: string | null;
  onJoined: () => Promise<readonly FieldError[]>;
}

function Joined({invitation, moved}: {invitation: InvitationShown; moved: boolean}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  return (
    <div className="aw-panel">
      <h2 ref={heading} tabIndex={-1}>You have joined {invitation.title}</h2>
      <p>It is a run of {invitation.courseTitle} and starts on {invitation.startsOn}. You can start the course at any time.</p>
      <p><a className="aw-button" href={`/learn/${invitation.courseId}/`}>Go to the course</a></p>
    </div>
  );
}

/** An invitation to a course run: what it is, and the button that joins. */
export function InvitationView({invitation, signInHref, onJoined}: Props): ReactNode {
  const wasAsked = useRef(false);
  const {errors, busy, submit} = useSubmit<null>(onJoined);
  if (invitation.joined) return <Joined invitation={invitation} moved={wasAsked.current} />;
  const join = (): void => {
    wasAsked.current = true;
    void submit(null);
  };
  const {title, courseTitle, startsOn, trainer} = invitation;
  return (
    <section aria-labelledby="invitation" className={`aw-card ${styles.invitation}`}>
      <ErrorSummary errors={errors} />
      <h2 id="invitation">{title}</h2>
      <dl className={styles.facts}>
        <div><dt>Course</dt><dd>{courseTitle}</dd></div>
        <div><dt>Starts on</dt><dd>{startsOn}</dd></div>
        <div><dt>Trainer</dt><dd>{trainer ?? 'No name given'}</dd></div>
      </dl>
      <p>If you join, the trainer sees your name, e-mail address and directorate. They see how many lessons you have done and when you passed and completed. They do not see your answers.</p>
      {signInHref === null
        ? <p><button type="button" className="aw-button" aria-disabled={busy} onClick={join}>{busy ? 'Joining' : 'Join this course run'}</button></p>
        : <p><a className="aw-button" href={signInHref}>Sign in to join</a></p>}
    </section>
  );
}

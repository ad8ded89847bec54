import type {ReactNode} from 'react';
import type {Run, RunChange, RunDetail, RunSession, RunTrainer} from '#core/runs/api.ts';
import {placesLeft} from '#core/runs/booking.ts';
import {asSentence} from '#core/runs/words.ts';
import {writeDay} from '#core/records/londonDay.ts';
import type {FieldError} from '../account/loaded.ts';
import {Asked} from './Asked.tsx';
import type {Decide} from './Asked.tsx';
import {CopyLink} from './CopyLink.tsx';
import {Members} from './Members.tsx';
import type {MemberRow} from './Members.tsx';
import {MessageForm} from './MessageForm.tsx';
import type {MessageDraft} from './MessageForm.tsx';
import {RunSettings} from './RunSettings.tsx';
import type {SessionWanted} from './SessionForm.tsx';
import {Sessions} from './Sessions.tsx';
import styles from './styles.module.css';
import {Trainers} from './Trainers.tsx';

type Faults = Promise<readonly FieldError[]>;

/** What a trainer can do with a run. Each gives the faults found; none: it is done. */
export interface RunActs {
  addSession: (wanted: SessionWanted) => Faults;
  changeSession: (session: RunSession, wanted: SessionWanted) => Faults;
  cancelSession: (session: RunSession, reason: string, tellEverybody: boolean) => Faults;
  decide: Decide;
  cancelMember: (personId: string, reason: string) => Faults;
  addTrainer: (email: string) => Faults;
  removeTrainer: (trainer: RunTrainer) => Faults;
  sendMessage: (message: MessageDraft) => Faults;
  changeRun: (change: RunChange) => Faults;
  cancelRun: (reason: string) => Faults;
}

/** The part of the page that was acted in last, and what to say there. */
export interface Said {
  in: 'sessions' | 'members' | 'asked' | 'trainers' | 'message' | 'settings' | '';
  words: string;
}

interface Props {
  detail: RunDetail;
  courseTitle: string;
  members: readonly MemberRow[];
  /** Address of the page where the code is typed, short enough to read out. */
  joinPage: string;
  joinLink: string;
  /** Id of the reader. */
  self: string;
  /** Time of day of what is shown, as 3:04pm. */
  readAt: string;
  said: Said;
  acts: RunActs;
  onRefreshed: () => void;
  onCopied: (text: string) => Promise<boolean>;
}

/** Letters in twos are easier to read off a screen at the back of a room. */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const FOR_THIS_RUN = [
  {to: '/attendance/', text: 'Register', about: 'Mark who is there.'},
  {to: '/standings/', text: 'What each person still needs', about: 'Lessons, sessions and tasks that are left.'},
  {to: '/judging/', text: 'Judged tasks', about: 'What people handed in, waiting for you.'},
  {to: '/certificates/issue/', text: 'Certificates', about: 'For people who have completed the course.'},
] as const;

function JoinCard({run, joinPage, joinLink, onCopied}: {run: Run} & Pick<Props, 'joinPage' | 'joinLink' | 'onCopied'>): ReactNode {
  return (
    <section aria-labelledby="join-heading" className={`aw-card ${styles.join}`}>
      <h2 id="join-heading">How people join</h2>
      <p>Show this in the room. People go to <strong className={styles.mail}>{joinPage}</strong> and type this code:</p>
      <p className={styles.code}><span className="aw-visually-hidden">Join code: </span>{spaced(run.joinCode)}</p>
      <CopyLink link={joinLink} onCopied={onCopied} />
      <p>{run.isListed ? 'It is also listed for everybody under “My bookings”.' : 'It is not listed, so people need the code or the link.'}{run.confirms ? ' You confirm each booking.' : ''}</p>
    </section>
  );
}

/** A course run as its trainers see it: how to join, when it is, who has joined and waits, and how far they are. */
export function CohortView({detail, courseTitle, members, joinPage, joinLink, self, readAt, said, acts, onRefreshed, onCopied}: Props): ReactNode {
  const {cohort, bookings, sessions} = detail;
  const isFixed = cohort.cancelledAt !== null;
  const noteIn = (part: Said['in']): string => (said.in === part ? said.words : '');
  return (
    <>
      <p><a href="/cohorts/">All course runs</a></p>
      <h1 tabIndex={-1}>{cohort.title}</h1>
      <p className="aw-lede">A run of <a href={`/learn/${cohort.courseId}/`}>{courseTitle}</a>{cohort.courseVersion === null ? '' : `, version ${cohort.courseVersion}`}. It starts on {writeDay(cohort.startsOn)}.</p>
      {isFixed ? <div className="aw-panel"><p><strong>This run is cancelled.</strong> The reason: {asSentence(cohort.cancelledReason ?? '')}</p></div> : <JoinCard run={cohort} joinPage={joinPage} joinLink={joinLink} onCopied={onCopied} />}
      <section aria-labelledby="links-heading" className={styles.section}>
        <h2 id="links-heading">For this run</h2>
        <ul>
          {FOR_THIS_RUN.map(({to, text, about}) => <li key={to}><a href={`${to}?run=${cohort.id}`}>{text}</a>: {about}</li>)}
          {sessions.length > 0 ? <li><a href={`/api/cohorts/${cohort.id}/calendar.ics`} download>Calendar file</a>: All sessions for your calendar.</li> : null}
        </ul>
      </section>
      <Sessions sessions={sessions} zone={cohort.timeZone} isFixed={isFixed} note={noteIn('sessions')} onAdded={acts.addSession} onChanged={acts.changeSession} onCancelled={acts.cancelSession} />
      <section aria-labelledby="members-heading" className={styles.section}>
        <h2 id="members-heading">Who has joined</h2>
        <dl className={styles.counts}>
          <div><dt>Joined</dt><dd>{cohort.joined}{cohort.capacity === null ? '' : ` of ${cohort.capacity}`}</dd></div>
          <div><dt>Passed the assessment</dt><dd>{cohort.passed}</dd></div>
          <div><dt>Completed the course</dt><dd>{cohort.completed}</dd></div>
        </dl>
        <div className={styles.choices}>
          <button type="button" className="aw-button aw-button--quiet" onClick={onRefreshed}>Look again</button>
          <a className="aw-button aw-button--quiet" href={`/api/cohorts/${cohort.id}/members.csv`} download>Download the list as CSV</a>
        </div>
        <p className="aw-hint">As at {readAt}. This page looks for news every 30 seconds while you have it open.</p>
        <p role="status" className="aw-hint">{noteIn('members')}</p>
        <Members members={members} onCancelled={isFixed ? null : acts.cancelMember} />
      </section>
      <Asked bookings={bookings} free={placesLeft(cohort, cohort.joined + cohort.requested)} isFixed={isFixed} note={noteIn('asked')} onDecided={acts.decide} />
      <MessageForm recipients={cohort.joined} note={noteIn('message')} onSent={acts.sendMessage} />
      <Trainers trainers={cohort.trainers} self={self} isFixed={isFixed} note={noteIn('trainers')} onAdded={acts.addTrainer} onRemoved={acts.removeTrainer} />
      {isFixed ? null : <RunSettings run={cohort} note={noteIn('settings')} onChanged={acts.changeRun} onCancelled={acts.cancelRun} />}
    </>
  );
}

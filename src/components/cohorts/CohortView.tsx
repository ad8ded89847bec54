import type {ReactNode} from 'react';
import {CopyLink} from './CopyLink.tsx';
import {Members} from './Members.tsx';
import type {MemberRow} from './Members.tsx';
import styles from './styles.module.css';

/** One course run, in words ready to read. */
export interface CohortShown {
  id: string;
  title: string;
  courseId: string;
  courseTitle: string;
  startsOn: string;
  joinCode: string;
  joinLink: string;
  /** Address of the page where the code is typed, short enough to read out. */
  joinPage: string;
  joined: number;
  passed: number;
  completed: number;
}
interface Props {
  cohort: CohortShown;
  members: readonly MemberRow[];
  /** Time of day of what is shown, as 3:04pm. */
  readAt: string;
  /** Said once, after the reader asked for news. The page's own updates are silent, so that they interrupt nobody. */
  note: string;
  onRefreshed: () => void;
  onCopied: (text: string) => Promise<boolean>;
}

/** Letters in twos are easier to read off a screen at the back of a room. */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** A course run as its trainer sees it: how to join, who has, and how far they are. */
export function CohortView({cohort, members, readAt, note, onRefreshed, onCopied}: Props): ReactNode {
  return (
    <>
      <p><a href="/cohorts/">All course runs</a></p>
      <h1 tabIndex={-1}>{cohort.title}</h1>
      <p className="aw-lede">A run of <a href={`/learn/${cohort.courseId}/`}>{cohort.courseTitle}</a>. It starts on {cohort.startsOn}.</p>
      <section aria-labelledby="join-heading" className={`aw-card ${styles.join}`}>
        <h2 id="join-heading">How people join</h2>
        <p>Show this in the room. People go to <strong className={styles.mail}>{cohort.joinPage}</strong> and type this code:</p>
        <p className={styles.code}><span className="aw-visually-hidden">Join code: </span>{spaced(cohort.joinCode)}</p>
        <CopyLink link={cohort.joinLink} onCopied={onCopied} />
      </section>
      <section aria-labelledby="members-heading" className={styles.section}>
        <h2 id="members-heading">Who has joined</h2>
        <dl className={styles.counts}>
          <div><dt>Joined</dt><dd>{cohort.joined}</dd></div>
          <div><dt>Passed the assessment</dt><dd>{cohort.passed}</dd></div>
          <div><dt>Completed the course</dt><dd>{cohort.completed}</dd></div>
        </dl>
        <div className={styles.choices}>
          <button type="button" className="aw-button aw-button--quiet" onClick={onRefreshed}>Look again</button>
          <a className="aw-button aw-button--quiet" href={`/api/cohorts/${cohort.id}/members.csv`} download>Download the list as CSV</a>
        </div>
        <p className="aw-hint">As at {readAt}. This page looks for news every 30 seconds while you have it open.</p>
        <p role="status" className="aw-hint">{note}</p>
        <Members members={members} />
      </section>
    </>
  );
}

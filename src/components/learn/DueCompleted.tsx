import type {ComponentType, ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import type {HeldStanding} from '#core/courses/due.ts';
import {REFRESHER_LENGTH} from '#core/courses/dueWords.ts';
import {asksForSessions} from '#core/courses/rule.ts';
import {writeDay, writeDayOf} from '#core/records/londonDay.ts';

interface Props {
  course: Course;
  completedAt: string;
  renewedAt: string | null;
  standing: HeldStanding;
  Link: ComponentType<{to: string; className?: string; children: ReactNode}>;
}

/** That somebody completed a course, until when it counts, and what they can do about it. */
export function CompletedPanel({course, completedAt, renewedAt, standing: {currency, until, refresher}, Link}: Props): ReactNode {
  return (
    <div className="aw-panel">
      <p>
        <strong>You completed this course on {writeDayOf(completedAt)}.</strong>
        {renewedAt === null ? '' : ` You renewed it on ${writeDayOf(renewedAt)}.`}
        {until === null ? '' : currency === 'lapsed' ? ` It counted until ${writeDay(until)} and has lapsed.` : ` It counts until ${writeDay(until)}.`}
      </p>
      {currency === 'current' ? null : (
        <p>{asksForSessions(course.rule) ? <>To renew it, <Link to="/bookings/">take part in another run</Link> of the course.</> : course.assessment === undefined ? 'To renew it, answer the questions of its lessons again.' : <>To renew it, <Link to={`/learn/${course.id}/assessment/`}>take the assessment again</Link>.</>}</p>
      )}
      {currency === 'lapsed' || course.refreshEvery === undefined ? null : (
        <p>
          <Link to={`/learn/${course.id}/refresher/`}>Do a refresher</Link>: {REFRESHER_LENGTH}.
          {refresher.due !== null ? ` It has been due since ${writeDay(refresher.due)}.` : refresher.next === null ? '' : ` The next one is due on ${writeDay(refresher.next)}.`}
        </p>
      )}
      <p><Link to="/my-record/">See my record</Link> or <Link to="/my-learning/#proof">print a record of completion</Link></p>
    </div>
  );
}

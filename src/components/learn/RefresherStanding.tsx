import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import type {HeldStanding} from '#core/courses/due.ts';
import {writeDay} from '#core/records/londonDay.ts';
import type {LinkTo} from '../methods/link.tsx';

interface Props {
  course: Course;
  /** False while it is looked up. */
  isKnown: boolean;
  /** Null for somebody who does not hold the course. */
  standing: HeldStanding | null;
  /** A refresher was handed in just now. */
  isDone: boolean;
  linkTo: LinkTo;
}

/** Says when a refresher of the course was due, is due or will be. */
export function RefresherStanding({course, isKnown, standing, isDone, linkTo}: Props): ReactNode {
  if (!isKnown) return null;
  if (standing === null) return <p>Refreshers fall due once you have completed {linkTo({href: `/learn/${course.id}/`, children: 'the course'})}: first after four weeks.</p>;
  const {currency, until, refresher} = standing;
  if (currency === 'lapsed') {
    const href = course.assessment === undefined ? `/learn/${course.id}/` : `/learn/${course.id}/assessment/`;
    return <p>This course counted until {until === null ? 'its end' : writeDay(until)}. A refresher does not renew it: {linkTo({href, children: course.assessment === undefined ? 'go through the lessons again' : 'take the assessment again'})}.</p>;
  }
  const next = refresher.next === null ? null : `Your next refresher is due on ${writeDay(refresher.next)}.`;
  if (refresher.due !== null) return <p>This refresher has been due since {writeDay(refresher.due)}.</p>;
  if (next !== null) return <p>{isDone ? <strong>{next}</strong> : next}</p>;
  return <p>No more refreshers come before your completion ends{until === null ? '' : ` on ${writeDay(until)}`}. Then it is the assessment that is due.</p>;
}

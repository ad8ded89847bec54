import courses from '@generated/askwell-courses/default/courses.json';
import {now} from '#browser/clock.ts';
import {comingFrom, dueOn, heldIn} from '#core/courses/due.ts';
import type {Coming, Due, Held} from '#core/courses/due.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {useFacts} from '@theme/useFacts';
import type {Facts} from '@theme/useFacts';
import {useSession} from '@theme/useSession';

export interface DueFacts {
  /** False until the device's storage has been read and the record, where there is one, has been asked for. */
  isKnown: boolean;
  facts: Facts;
  /** The day in London by the device's clock; empty until known. */
  today: string;
  held: Held[];
  due: Due[];
  /** Dates to come, for a calendar. */
  coming: Coming[];
}

/** What is due to whoever is at this device: from what is kept here and, when signed in, from their record. */
export function useDue(): DueFacts {
  const {state} = useSession();
  const facts = useFacts();
  if (!facts.isRead || !facts.isAsked) return {isKnown: false, facts, today: '', held: [], due: [], coming: []};
  const today = toLondonDay(now());
  const held = heldIn(courses, facts, state !== 'no-service');
  return {isKnown: true, facts, today, held, due: dueOn(courses, held, facts.attempts, today), coming: comingFrom(courses, held, facts.attempts, today)};
}

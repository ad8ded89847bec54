import type {ToTrain} from '#core/targets/api.ts';
import type {Services} from '../parts.ts';
import {countLessonsDone, listBooked, listToTrain} from '../repositories/targets.ts';
import type {TargetRow, ToTrainAsked, ToTrainRow} from '../repositories/targets.ts';
import {basisOf, coursesOf, roleKeysOf} from './standings.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock' | 'organisation'>;

/** People on one page of the list. */
export const PAGE = 100;
/** People in one file. */
export const MOST_IN_FILE = 5_000;

/** What to ask for the people of a directorate who are still to be trained. */
export function askedOf(parts: Parts, target: TargetRow, directorate: string, emails: readonly string[] | null = null): ToTrainAsked {
  return {basis: basisOf(target), counts: target.counts, courses: coursesOf(parts, target), directorate, roleKeys: roleKeysOf(target), emails};
}

export interface FoundToTrain {
  people: ToTrain[];
  /** Of those of them who have an account. */
  personIds: string[];
  total: number;
}

/** People of a directorate still to be trained, some of them, with how far each has come. */
export async function toTrainOf(parts: Parts, target: TargetRow, directorate: string, limit: number, offset: number): Promise<FoundToTrain> {
  const {database, shelf} = parts;
  const rows = await listToTrain(database, askedOf(parts, target, directorate), limit, offset);
  const personIds = rows.flatMap(({personId}) => personId ?? []);
  const lessons = target.courseIds.flatMap((courseId) => (shelf.course(courseId)?.lessons ?? []).map(({id, practice}) => ({courseId, lessonId: id, practice})));
  const [done, booked] = await Promise.all([countLessonsDone(database, personIds, lessons), listBooked(database, personIds, target.courseIds)]);
  const doneBy = new Map(done.map((each) => [`${each.personId} ${each.courseId}`, each.done]));
  const runOf = new Map(booked.map(({personId, ...run}) => [personId, run]));
  const left = (row: ToTrainRow): number => Math.min(...target.courseIds.map((courseId) =>
    lessons.filter((lesson) => lesson.courseId === courseId).length - (doneBy.get(`${row.personId ?? ''} ${courseId}`) ?? 0)));
  return {
    people: rows.map((row) => {
      const {email, name, team, jobRole, hasStarted, remindedAt, personId} = row;
      return {email, name, team, jobRole, hasStarted, lessonsLeft: left(row), run: personId === null ? null : runOf.get(personId) ?? null, remindedAt};
    }),
    personIds,
    total: rows[0]?.total ?? 0,
  };
}

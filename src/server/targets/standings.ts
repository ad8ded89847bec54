import {addDays} from '#core/planning/days.ts';
import type {Person} from '#core/records/api.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {TargetDetail, TargetFigures, TargetList, TargetSettings, TargetStanding} from '#core/targets/api.ts';
import {chartDays, chartOf} from '#core/targets/chart.ts';
import {forecastOf, RATE_DAYS} from '#core/targets/forecast.ts';
import {neededOf} from '#core/targets/needed.ts';
import {firstCurrentDay, startOfLondonDay} from '#core/targets/since.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {nameOfDirectorate} from '../records/directorates.ts';
import {countStaff} from '../repositories/staffLists.ts';
import type {HeadcountRow} from '../repositories/staffLists.ts';
import {countTrained, countTrainedByTime, findTarget, listTargets} from '../repositories/targets.ts';
import type {Basis, CountedCourse, TargetRow, TrainedRow} from '../repositories/targets.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock' | 'organisation'>;

/** The target, when it counts somebody whom this person may see. Throws the same 404 for targets of other directorates as for none. */
export async function targetFor({database}: Parts, id: string, scope: string | null): Promise<TargetRow> {
  const target = RecordId.safeParse(id).success ? await findTarget(database, id) : undefined;
  if (!target || (scope !== null && target.directorates.length > 0 && !target.directorates.includes(scope))) {
    throw new Refusal(404, 'no-such-target', 'You have no target with this id. Look at the list of targets.');
  }
  return target;
}

export function basisOf({headcount}: Pick<TargetSettings, 'headcount'>): Basis {
  return headcount.from;
}

/** Job roles as the staff list keeps them for comparing. */
export function roleKeysOf({jobRoles}: Pick<TargetSettings, 'jobRoles'>): string[] {
  return jobRoles.map((role) => role.toLowerCase());
}

/** The courses of a target, each with the first moment from which a completion counts. A course that has left the site sets no end. */
export function coursesOf({shelf, clock}: Parts, {courseIds, counts}: Pick<TargetSettings, 'courseIds' | 'counts'>): CountedCourse[] {
  const today = toLondonDay(clock().toISOString());
  return courseIds.map((id) => {
    const day = counts === 'ever' ? null : firstCurrentDay(today, shelf.course(id)?.validFor);
    return {id, since: day === null ? null : startOfLondonDay(day)};
  });
}

/** Whether a row of counts is of people whom a target counts. */
function isCounted(target: TargetRow, {directorate, roleKey}: {directorate: string | null; roleKey: string}): boolean {
  const isOfRole = target.jobRoles.length === 0 || basisOf(target) === 'typed' || roleKeysOf(target).includes(roleKey);
  return isOfRole && (target.directorates.length === 0 || (directorate !== null && target.directorates.includes(directorate)));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0);

/** How many people count: of one directorate, or of all that the target names. Null where nobody has said. */
function headcountOf(target: TargetRow, staff: readonly HeadcountRow[], directorate: string | null): number | null {
  const {headcount} = target;
  if (headcount.from === 'staff-list') return sum(staff.filter((row) => (directorate === null || row.directorate === directorate) && isCounted(target, row)).map(({people}) => people));
  return directorate === null ? headcount.total : headcount.parts[directorate] ?? null;
}

function figuresOf(target: TargetRow, staff: readonly HeadcountRow[], trained: readonly TrainedRow[], scope: string | null, today: string): TargetFigures {
  const rows = trained.filter((row) => isCounted(target, row));
  const headcount = headcountOf(target, staff, scope);
  const count = sum(rows.map((row) => row.trained));
  if (headcount === null || headcount === 0) return {headcount, needed: headcount, trained: count, forecast: null};
  const needed = neededOf(headcount, target.percent);
  const first = rows.map((row) => row.first).sort()[0];
  const forecast = forecastOf({
    needed, trained: count, recent: sum(rows.map((row) => row.recent)), firstOn: first === undefined ? null : toLondonDay(first), by: target.by, today,
  });
  return {headcount, needed, trained: count, forecast};
}

function toStanding({shelf, organisation}: Parts, target: TargetRow, scope: string | null, figures: TargetFigures): TargetStanding {
  const {id, series, title, courseIds, directorates, jobRoles, counts, percent, by, note} = target;
  const seen = scope === null ? directorates : [scope];
  return {
    id, series, title, counts, percent, by, note, jobRoles, figures, basis: basisOf(target),
    courses: courseIds.map((course) => ({id: course, title: shelf.course(course)?.title ?? course})),
    directorates: seen.map((each) => ({id: each, name: nameOfDirectorate(organisation, each)})),
  };
}

/** Targets that count the same completions are counted in one query: tranches of a series mostly do. */
function groupsOf(targets: readonly TargetRow[]): TargetRow[][] {
  const groups = new Map<string, TargetRow[]>();
  for (const target of targets) {
    const key = JSON.stringify([basisOf(target), target.counts, [...target.courseIds].sort()]);
    groups.set(key, [...groups.get(key) ?? [], target]);
  }
  return [...groups.values()];
}

/** Every target that counts somebody in this directorate (null: in any), and how it stands there. */
export async function standingsOf(parts: Parts, scope: string | null): Promise<TargetList> {
  const {database, clock} = parts;
  const today = toLondonDay(clock().toISOString());
  const recentSince = startOfLondonDay(addDays(today, 1 - RATE_DAYS));
  const targets = await listTargets(database, scope);
  const needsStaff = targets.some((target) => basisOf(target) === 'staff-list');
  const [staff, ...counted] = await Promise.all([
    needsStaff ? countStaff(database, scope, [...new Set(targets.flatMap(roleKeysOf))]) : [],
    ...groupsOf(targets).map(async (group): Promise<[TargetRow, TrainedRow[]][]> => {
      const [first] = group;
      if (!first) return [];
      const rows = await countTrained(database, {
        basis: basisOf(first), counts: first.counts, courses: coursesOf(parts, first), directorate: scope, roleKeys: [...new Set(group.flatMap(roleKeysOf))],
      }, recentSince);
      return group.map((target) => [target, rows]);
    }),
  ]);
  const trained = new Map(counted.flat());
  return {directorate: scope, targets: targets.map((target) => toStanding(parts, target, scope, figuresOf(target, staff, trained.get(target) ?? [], scope, today)))};
}

/** One target in full: how it stands, its chart, its directorates for those who see all, and its settings for coordinators. */
export async function detailOf(parts: Parts, person: Person, target: TargetRow, scope: string | null): Promise<TargetDetail> {
  const {database, clock, organisation} = parts;
  const today = toLondonDay(clock().toISOString());
  const setOn = toLondonDay(target.createdAt);
  const days = chartDays(setOn, today);
  const recentFrom = startOfLondonDay(addDays(today, 1 - RATE_DAYS));
  const asked = {basis: basisOf(target), counts: target.counts, courses: coursesOf(parts, target), directorate: scope, roleKeys: roleKeysOf(target)};
  const [staff, trained, since] = await Promise.all([
    basisOf(target) === 'staff-list' ? countStaff(database, scope, roleKeysOf(target)) : [],
    countTrained(database, asked, recentFrom),
    // The first moment of the day after, so that each stretch ends with its day.
    countTrainedByTime(database, asked, days.map((day) => startOfLondonDay(addDays(day, 1)))),
  ]);
  const figures = figuresOf(target, staff, trained, scope, today);
  // Those trained after the chart's first day; whoever is not among them was trained by then.
  const counted = since.filter((row) => isCounted(target, row));
  const before = figures.trained - sum(counted.map((row) => row.trained));
  const cumulative = days.map((_, index) => before + sum(counted.filter(({stretch}) => stretch <= index).map((row) => row.trained)));
  const {id: _id, revision, createdBy: _createdBy, createdAt: _createdAt, bodyHash: _bodyHash, ...settings} = target;
  return {
    directorate: scope,
    target: toStanding(parts, target, scope, figures),
    chart: chartOf(days, cumulative, {setOn, by: target.by, needed: figures.needed}),
    parts: scope === null ? partsOf(organisation, target, staff, trained) : [],
    settings: person.role === 'coordinator' ? settings : null,
    revision: person.role === 'coordinator' ? revision : 0,
  };
}

function partsOf(organisation: Services['organisation'], target: TargetRow, staff: readonly HeadcountRow[], trained: readonly TrainedRow[]): TargetDetail['parts'] {
  const known = target.directorates.length > 0 ? target.directorates : organisation.directorates.map(({id}) => id);
  return known.map((directorate) => {
    const headcount = headcountOf(target, staff, directorate);
    return {
      directorate, name: nameOfDirectorate(organisation, directorate), headcount,
      needed: headcount === null ? null : headcount === 0 ? 0 : neededOf(headcount, target.percent),
      trained: sum(trained.filter((row) => row.directorate === directorate && isCounted(target, row)).map((row) => row.trained)),
    };
  });
}

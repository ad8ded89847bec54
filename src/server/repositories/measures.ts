import type {MeasureId} from '#core/measures/definitions.ts';
import type {Queries} from '../database/database.ts';

/** Any fixed number will do; it is the name of the lock under which one instance counts and the others leave it to that one. */
const LOCK = 7_225_540;

export interface FigureRow {
  measure: MeasureId;
  /** First day of the quarter. */
  quarter: string;
  /** Empty: not said, or of none. */
  directorate: string;
  count: number;
  of: number;
}

/** True for the one instance that may count now, until its transaction ends. */
export async function lockCounting(db: Queries): Promise<boolean> {
  const rows = await db.query<{mine: boolean}>('select pg_try_advisory_xact_lock($1::bigint) as mine', [LOCK]);
  return rows[0]?.mine === true;
}

/** When the figures were last counted; null before the first time. */
export async function findCountedAt(db: Queries): Promise<string | null> {
  const rows = await db.query<{countedAt: string}>('select counted_at as "countedAt" from measure_counts where id = 1');
  return rows[0]?.countedAt ?? null;
}

/** Figures of one directorate, or of all put together. */
export function listFigures(db: Queries, directorate: string | null): Promise<Omit<FigureRow, 'directorate'>[]> {
  return db.query(
    `select measure, quarter, sum(count)::int as count, sum("of")::int as "of" from measure_figures
     where $1::text is null or directorate = $1 group by measure, quarter`,
    [directorate],
  );
}

/** Puts new figures in place of the old ones. */
export async function keepFigures(db: Queries, rows: readonly FigureRow[], now: Date): Promise<void> {
  await db.query('delete from measure_figures');
  await db.query(
    `insert into measure_figures (measure, quarter, directorate, count, "of")
     select * from unnest($1::text[], $2::date[], $3::text[], $4::int[], $5::int[])`,
    [rows.map(({measure}) => measure), rows.map(({quarter}) => quarter), rows.map(({directorate}) => directorate), rows.map(({count}) => count), rows.map((row) => row.of)],
  );
  await db.query('insert into measure_counts (id, counted_at) values (1, $1::timestamptz) on conflict (id) do update set counted_at = excluded.counted_at', [now.toISOString()]);
}

/** A stretch of time by its moments: `stretch` 1 from the first of them, 2 from the second, and so forth. */
export interface StretchRow {
  stretch: number;
  directorate: string | null;
  count: number;
  of: number;
}

/** Courses started between these moments, and how many of them are completed. */
export function countStarts(db: Queries, moments: readonly string[]): Promise<StretchRow[]> {
  return db.query<StretchRow>(
    `select width_bucket(s.started_at, $1::timestamptz[]) as stretch, s.directorate, count(k.person_id)::int as count, count(*)::int as "of"
     from course_starts s left join completions k on k.person_id = s.person_id and k.course_id = s.course_id
     where s.started_at >= ($1::timestamptz[])[1] group by 1, 2`,
    [moments],
  );
}

/** First tries at assessments between these moments, and how many passed. */
export function countFirstTries(db: Queries, moments: readonly string[]): Promise<StretchRow[]> {
  return db.query<StretchRow>(
    `select width_bucket(f.at, $1::timestamptz[]) as stretch, p.directorate, count(*) filter (where f.passed)::int as count, count(*)::int as "of"
     from (select distinct on (quiz_id, person_id) person_id, at, passed from attempts where passed is not null order by quiz_id, person_id, at, id) f
     join people p on p.id = f.person_id where f.at >= ($1::timestamptz[])[1] group by 1, 2`,
    [moments],
  );
}

export interface PlacesRow {
  stretch: number;
  directorate: string | null;
  places: number;
  attended: number;
  absent: number;
}

/**
 * Confirmed places at sessions that were held between these moments, and the last mark on each. `leastShare`: percent of a session that
 * somebody late or early must have been there for.
 */
export function countPlaces(db: Queries, moments: readonly string[], now: Date, leastShare: number): Promise<PlacesRow[]> {
  return db.query<PlacesRow>(
    `select width_bucket(s.ends_at, $1::timestamptz[]) as stretch, p.directorate, count(*)::int as places,
            count(*) filter (where m.mark = 'present' or (m.mark in ('late', 'left-early')
              and (m.minutes is null or m.minutes * 6000 >= $3::int * extract(epoch from s.ends_at - s.starts_at))))::int as attended,
            count(*) filter (where m.mark = 'absent')::int as absent
     from course_sessions s
     join cohorts c on c.id = s.cohort_id and c.cancelled_at is null
     join bookings b on b.cohort_id = s.cohort_id and b.state = 'confirmed'
     join people p on p.id = b.person_id
     left join lateral (select mark, minutes from attendance_marks a where a.session_id = s.id and a.person_id = b.person_id order by a.marked_at desc, a.id desc limit 1) m on true
     where s.cancelled_at is null and s.ends_at >= ($1::timestamptz[])[1] and s.ends_at <= $2::timestamptz group by 1, 2`,
    [moments, now.toISOString(), leastShare],
  );
}

/** A course that ends: completions that count from before `lapsed` have lapsed, and from before `soon` soon will. Null: it has no end. */
export interface CurrencyBound {
  courseId: string;
  lapsed: string | null;
  soon: string | null;
}

/** Completions by directorate, as they stand by these bounds. A course that is not among them has no end. */
export function countCurrency(db: Queries, bounds: readonly CurrencyBound[]): Promise<{directorate: string | null; lapsed: number; soon: number; total: number}[]> {
  return db.query(
    `select k.directorate, count(*)::int as total,
            count(*) filter (where greatest(k.completed_at, k.renewed_at) < b.lapsed)::int as lapsed,
            count(*) filter (where greatest(k.completed_at, k.renewed_at) >= b.lapsed and greatest(k.completed_at, k.renewed_at) < b.soon)::int as soon
     from completions k left join unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as b(course_id, lapsed, soon) on b.course_id = k.course_id
     group by k.directorate`,
    [bounds.map(({courseId}) => courseId), bounds.map(({lapsed}) => lapsed), bounds.map(({soon}) => soon)],
  );
}

/** Learning points received between these moments, those of them that are closed now, and the median days to the first time they were. */
export function countPoints(db: Queries, moments: readonly string[]): Promise<{stretch: number; opened: number; closed: number; days: number | null}[]> {
  return db.query(
    `select width_bucket(l.received_at, $1::timestamptz[]) as stretch, count(*)::int as opened,
            count(*) filter (where last.to_state in ('done', 'not-a-fault'))::int as closed,
            (percentile_cont(0.5) within group (order by extract(epoch from done.at - l.received_at) / 86400) filter (where last.to_state in ('done', 'not-a-fault')))::float8 as days
     from learning_points l
     left join lateral (select to_state from learning_point_changes c where c.point_id = l.id order by c.seq desc limit 1) last on true
     left join lateral (select min(c.changed_at) as at from learning_point_changes c where c.point_id = l.id and c.to_state in ('done', 'not-a-fault')) done on true
     where l.received_at >= ($1::timestamptz[])[1] group by 1`,
    [moments],
  );
}

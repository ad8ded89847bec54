import type {AttemptFact} from '#core/courses/completion.ts';
import type {ReminderSettings} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

/** How a person is reminded; what holds for everybody who has not asked for anything. */
export async function findSettings(db: Queries, personId: string): Promise<ReminderSettings> {
  const rows = await db.query<ReminderSettings>(
    `select coalesce(s.email, false) as email, f.created_at as "feedSince"
     from people p left join reminder_settings s on s.person_id = p.id left join calendar_feeds f on f.person_id = p.id where p.id = $1::uuid`,
    [personId],
  );
  return rows[0] ?? {email: false, feedSince: null};
}

/** Switches mail on or off. `lookedOn`: the day in London; mail comes on a later one at the earliest. */
export async function setEmail(db: Queries, personId: string, email: boolean, lookedOn: string): Promise<void> {
  await db.query(
    `insert into reminder_settings (person_id, email, looked_on) values ($1::uuid, $2::boolean, $3::date)
     on conflict (person_id) do update set email = excluded.email, looked_on = greatest(reminder_settings.looked_on, excluded.looked_on)`,
    [personId, email, lookedOn],
  );
}

/** Gives a person a calendar feed under a new token; the one they had ends. */
export async function setFeed(db: Queries, personId: string, tokenHash: string, now: Date): Promise<void> {
  await db.query(
    `insert into calendar_feeds (person_id, token_hash, created_at) values ($1::uuid, $2, $3::timestamptz)
     on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
    [personId, tokenHash, now.toISOString()],
  );
}

export async function removeFeed(db: Queries, personId: string): Promise<void> {
  await db.query('delete from calendar_feeds where person_id = $1::uuid', [personId]);
}

/** Whose calendar feed has this token. */
export async function findByFeed(db: Queries, tokenHash: string): Promise<string | undefined> {
  const rows = await db.query<{personId: string}>('select person_id::text as "personId" from calendar_feeds where token_hash = $1', [tokenHash]);
  return rows[0]?.personId;
}

/** The last attempt at each of these quizzes, as facts of which only the time counts. */
export function listLastOf(db: Queries, personId: string, quizIds: readonly string[]): Promise<AttemptFact[]> {
  return db.query<AttemptFact>(
    `select quiz_id as "quizId", max(at) as at, null::boolean as passed from attempts
     where person_id = $1::uuid and quiz_id = any($2::text[]) group by quiz_id`,
    [personId, quizIds],
  );
}

/**
 * Takes up to `most` people who want mail and have not been looked at on this day (in London), and marks them so. Their rows are held until
 * the transaction ends, and those that another instance holds are left to it.
 */
export function takeToRemind(db: Queries, day: string, most: number): Promise<{personId: string; email: string}[]> {
  return db.query(
    `update reminder_settings s set looked_on = $1::date
     from people p
     where p.id = s.person_id and s.person_id in (
       select person_id from reminder_settings where email and looked_on < $1::date order by person_id limit $2::int for update skip locked)
     returning s.person_id::text as "personId", p.email`,
    [day, most],
  );
}

/** Writes down that a person is told of these due dates. Gives those of which they had not been told. */
export async function markTold(db: Queries, personId: string, due: readonly string[], now: Date): Promise<string[]> {
  const rows = await db.query<{due: string}>(
    `insert into reminders_sent (person_id, due, sent_at) select $1::uuid, d, $3::timestamptz from unnest($2::text[]) as d
     on conflict do nothing returning due`,
    [personId, due, now.toISOString()],
  );
  return rows.map((row) => row.due);
}

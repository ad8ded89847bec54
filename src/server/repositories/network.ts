import type {ProfileChange} from '#core/network/api.ts';
import {ASK_AFTER_MONTHS, HIDDEN_AFTER_DAYS, SECOND_AFTER_DAYS} from '#core/network/stillRight.ts';
import {MESSAGE_DAYS} from '#core/network/fields.ts';
import type {Offer} from '#core/network/profile.ts';
import type {Queries} from '../database/database.ts';

/** Profiles that one search looks at: more than any body here has practitioners. */
export const MOST_SEARCHED = 5000;

/** A profile as the tables hold it, with the name and directorate of the account. `courses`: ids ticked, held or not. */
export interface ProfileRow extends Omit<ProfileChange, 'offers'> {
  id: string;
  displayName: string | null;
  directorate: string | null;
  offers: Offer[];
  joinedAt: string;
  askedAt: string | null;
  askedAgainAt: string | null;
}

const PROFILE = `n.person_id::text as id, p.display_name as "displayName", p.directorate, n.revision, n.team, n.job_role as "jobRole",
  to_jsonb(n.interests) as interests, to_jsonb(n.wants) as wants, to_jsonb(n.languages) as languages, to_jsonb(n.courses) as courses, n.visibility, n.takes_questions as "takesQuestions", n.joined_at as "joinedAt", n.asked_at as "askedAt", n.asked_again_at as "askedAgainAt",
  coalesce((select jsonb_agg(jsonb_build_object('skill', o.skill, 'done', o.done, 'note', o.note) order by o.place) from network_offers o where o.person_id = n.person_id), '[]'::jsonb) as offers`;
const FROM = 'from network_profiles n join people p on p.id = n.person_id';
/** Not hidden at the moment in the first parameter. */
const SHOWN = `(n.asked_again_at is null or n.asked_again_at > $1::timestamptz - interval '${HIDDEN_AFTER_DAYS} days')`;

/** A person's own profile, hidden or not. */
export async function findProfile(db: Queries, personId: string): Promise<ProfileRow | undefined> {
  const rows = await db.query<ProfileRow>(`select ${PROFILE} ${FROM} where n.person_id = $1::uuid`, [personId]);
  return rows[0];
}

/** A profile that others may open. */
export async function findShownProfile(db: Queries, personId: string, now: Date): Promise<ProfileRow | undefined> {
  const rows = await db.query<ProfileRow>(`select ${PROFILE} ${FROM} where ${SHOWN} and n.person_id = $2::uuid`, [now.toISOString(), personId]);
  return rows[0];
}

/** Everybody who can be found, or those who offer a skill (null: any). Skills offered are seen by all members, so this tells nothing that is hidden. */
export function listShownProfiles(db: Queries, skill: string | null, now: Date): Promise<ProfileRow[]> {
  return db.query<ProfileRow>(
    `select ${PROFILE} ${FROM} where ${SHOWN} and ($2::text is null or exists (select from network_offers o where o.person_id = n.person_id and o.skill = $2::text))
     order by n.person_id limit ${MOST_SEARCHED + 1}`,
    [now.toISOString(), skill],
  );
}

export async function isInRegister(db: Queries, personId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from network_profiles where person_id = $1::uuid', [personId]);
  return rows.length > 0;
}

/** Puts a profile in place, whole. Saving says that it is right, so reminders begin anew. Gives true when the person has just joined. */
export async function putProfile(db: Queries, personId: string, change: ProfileChange, now: Date): Promise<boolean> {
  const rows = await db.query<{revision: number}>(
    `insert into network_profiles (person_id, team, job_role, interests, wants, languages, courses, visibility, takes_questions, joined_at, confirmed_at)
     values ($1::uuid, $2, $3, $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb, $9::boolean, $10::timestamptz, $10::timestamptz)
     on conflict (person_id) do update set revision = network_profiles.revision + 1, team = excluded.team, job_role = excluded.job_role, interests = excluded.interests,
       wants = excluded.wants, languages = excluded.languages, courses = excluded.courses, visibility = excluded.visibility, takes_questions = excluded.takes_questions,
       confirmed_at = excluded.confirmed_at, asked_at = null, asked_again_at = null
     returning revision`,
    [personId, change.team, change.jobRole, change.interests, change.wants, change.languages, change.courses, JSON.stringify(change.visibility), change.takesQuestions, now.toISOString()],
  );
  await db.query('delete from network_offers where person_id = $1::uuid', [personId]);
  await db.query(
    `insert into network_offers (person_id, skill, done, note, place)
     select $1::uuid, o.value ->> 'skill', o.value ->> 'done', o.value ->> 'note', o.place::int from jsonb_array_elements($2::jsonb) with ordinality as o(value, place)`,
    [personId, JSON.stringify(change.offers)],
  );
  return rows[0]?.revision === 1;
}

/** Notes that the member says all is right. False: they are not in the register. */
export async function confirmProfile(db: Queries, personId: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    'update network_profiles set confirmed_at = $2::timestamptz, asked_at = null, asked_again_at = null where person_id = $1::uuid returning person_id', [personId, now.toISOString()],
  );
  return rows.length > 0;
}

/** Takes a profile out with all that hangs on it. False: there was none. */
export async function removeProfile(db: Queries, personId: string): Promise<boolean> {
  const rows = await db.query('delete from network_profiles where person_id = $1::uuid returning person_id', [personId]);
  return rows.length > 0;
}

export interface ToAsk {
  email: string;
  isLast: boolean;
}

/**
 * Takes up to `most` members who are to be asked whether their profile is still right, and notes that they were. Their rows are held until
 * the transaction ends, and those that another instance holds are left to it.
 */
export function takeToAsk(db: Queries, now: Date, most: number): Promise<ToAsk[]> {
  return db.query<ToAsk>(
    `update network_profiles n set asked_again_at = case when n.asked_at is null then null else $1::timestamptz end, asked_at = coalesce(n.asked_at, $1::timestamptz)
     from people p
     where p.id = n.person_id and n.person_id in (
       select person_id from network_profiles
       where asked_again_at is null and confirmed_at <= $1::timestamptz - interval '${ASK_AFTER_MONTHS} months'
         and (asked_at is null or asked_at <= $1::timestamptz - interval '${SECOND_AFTER_DAYS} days')
       order by person_id limit $2::int for update skip locked)
     returning p.email, n.asked_again_at is not null as "isLast"`,
    [now.toISOString(), most],
  );
}

export interface MessageRow {
  id: string;
  fromId: string;
  toId: string;
  inReplyTo: string | null;
  sentAt: string;
  bodyHmac: string;
}

const MESSAGE = 'm.id::text as id, m.from_id::text as "fromId", m.to_id::text as "toId", m.in_reply_to::text as "inReplyTo", m.sent_at as "sentAt", m.body_hmac as "bodyHmac"';

export async function findMessage(db: Queries, id: string): Promise<MessageRow | undefined> {
  const rows = await db.query<MessageRow>(`select ${MESSAGE} from relayed_messages m where m.id = $1::uuid`, [id]);
  return rows[0];
}

/** A message that came to this person, with the name of whoever wrote it and whether it was answered. */
export async function findReceived(db: Queries, id: string, personId: string): Promise<(MessageRow & {fromName: string | null; isAnswered: boolean}) | undefined> {
  const rows = await db.query<MessageRow & {fromName: string | null; isAnswered: boolean}>(
    `select ${MESSAGE}, p.display_name as "fromName", exists (select from relayed_messages r where r.in_reply_to = m.id) as "isAnswered"
     from relayed_messages m join people p on p.id = m.from_id where m.id = $1::uuid and m.to_id = $2::uuid`,
    [id, personId],
  );
  return rows[0];
}

/** Notes that a message is passed on. False: its id is taken. */
export async function addMessage(db: Queries, {id, fromId, toId, inReplyTo, bodyHmac}: Omit<MessageRow, 'sentAt'>, now: Date): Promise<boolean> {
  const rows = await db.query(
    `insert into relayed_messages (id, from_id, to_id, in_reply_to, sent_at, body_hmac) values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6)
     on conflict (id) do nothing returning id`,
    [id, fromId, toId, inReplyTo, now.toISOString(), bodyHmac],
  );
  return rows.length > 0;
}

/** Questions, not answers, that a person sent in the 24 hours before now: to everybody, and to one person. */
export async function countQuestions(db: Queries, fromId: string, toId: string, now: Date): Promise<{all: number; onePerson: number}> {
  const rows = await db.query<{all: number; onePerson: number}>(
    `select count(*)::int as "all", count(*) filter (where to_id = $2::uuid)::int as "onePerson" from relayed_messages
     where from_id = $1::uuid and in_reply_to is null and sent_at > $3::timestamptz - interval '24 hours'`,
    [fromId, toId, now.toISOString()],
  );
  return rows[0] ?? {all: 0, onePerson: 0};
}

/** Whether this person wrote to that one, as long as it is kept. */
export async function hasWrittenTo(db: Queries, fromId: string, toId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from relayed_messages where from_id = $1::uuid and to_id = $2::uuid limit 1', [fromId, toId]);
  return rows.length > 0;
}

/** Takes away who wrote to whom when its time is over. */
export async function removeOldMessages(db: Queries, now: Date): Promise<void> {
  await db.query(`delete from relayed_messages where sent_at < $1::timestamptz - interval '${MESSAGE_DAYS} days'`, [now.toISOString()]);
}

export async function addBlock(db: Queries, personId: string, blockedId: string, now: Date): Promise<void> {
  await db.query('insert into network_blocks (person_id, blocked_id, since) values ($1::uuid, $2::uuid, $3::timestamptz) on conflict do nothing', [personId, blockedId, now.toISOString()]);
}

export async function removeBlock(db: Queries, personId: string, blockedId: string): Promise<void> {
  await db.query('delete from network_blocks where person_id = $1::uuid and blocked_id = $2::uuid', [personId, blockedId]);
}

export async function isBlocked(db: Queries, personId: string, blockedId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from network_blocks where person_id = $1::uuid and blocked_id = $2::uuid', [personId, blockedId]);
  return rows.length > 0;
}

/** Whom a member blocked, the last first. */
export function listBlocks(db: Queries, personId: string): Promise<{id: string; displayName: string | null; since: string}[]> {
  return db.query(
    `select b.blocked_id::text as id, p.display_name as "displayName", b.since from network_blocks b join people p on p.id = b.blocked_id
     where b.person_id = $1::uuid order by b.since desc, b.blocked_id limit 500`,
    [personId],
  );
}

/** The name and address to write to. */
export async function findAddress(db: Queries, personId: string): Promise<{email: string; displayName: string | null} | undefined> {
  const rows = await db.query<{email: string; displayName: string | null}>('select email, display_name as "displayName" from people where id = $1::uuid', [personId]);
  return rows[0];
}

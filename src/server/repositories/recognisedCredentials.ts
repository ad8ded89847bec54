import type {RECOGNITION_STATES} from '#core/credentials/api.ts';
import type {Queries} from '../database/database.ts';

/** Cases shown to a coordinator at once: those that wait first. */
const LIST_LIMIT = 200;

export interface RecognisedRow {
  id: string;
  personId: string;
  issuerId: string;
  issuerName: string;
  credentialId: string;
  achievementId: string;
  achievementName: string;
  holderName: string | null;
  isSameEmail: boolean | null;
  courseId: string | null;
  validFrom: string;
  validUntil: string | null;
  jwt: string;
  bodyHash: string;
  receivedAt: string;
  state: (typeof RECOGNITION_STATES)[number];
  reason: string | null;
}

export interface RecognisedCase extends RecognisedRow {
  personName: string | null;
  email: string;
  decidedBy: string | null;
}

const ROW = `r.id::text as id, r.person_id::text as "personId", r.issuer_id as "issuerId", r.issuer_name as "issuerName", r.credential_id as "credentialId",
  r.achievement_id as "achievementId", r.achievement_name as "achievementName", r.holder_name as "holderName", r.is_same_email as "isSameEmail", r.course_id as "courseId",
  r.valid_from as "validFrom", r.valid_until as "validUntil", r.jwt, r.body_hash as "bodyHash", r.received_at as "receivedAt", r.state, r.reason`;
const CASE = `${ROW}, p.display_name as "personName", p.email, coalesce(d.display_name, d.email) as "decidedBy"`;
const FROM_CASES = 'from recognised_credentials r join people p on p.id = r.person_id left join people d on d.id = r.decided_by';

/** Adds the case unless its id, or a case of the same certificate that was not refused, is there. True when it was added. */
export async function addRecognition(tx: Queries, each: RecognisedRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into recognised_credentials (id, person_id, issuer_id, issuer_name, credential_id, achievement_id, achievement_name, holder_name, is_same_email, course_id,
       valid_from, valid_until, jwt, body_hash, received_at, state, decided_at)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9::boolean, $10, $11::timestamptz, $12::timestamptz, $13, $14, $15::timestamptz, $16,
       case when $16::text = 'recognised' then $15::timestamptz end)
     on conflict do nothing returning id`,
    [each.id, each.personId, each.issuerId, each.issuerName, each.credentialId, each.achievementId, each.achievementName, each.holderName, each.isSameEmail, each.courseId,
      each.validFrom, each.validUntil, each.jwt, each.bodyHash, each.receivedAt, each.state],
  );
  return rows.length > 0;
}

export async function findRecognition(db: Queries, id: string): Promise<RecognisedRow | undefined> {
  const rows = await db.query<RecognisedRow>(`select ${ROW} from recognised_credentials r where r.id = $1::uuid`, [id]);
  return rows[0];
}

/** The case, held until the transaction ends. */
export async function lockRecognition(tx: Queries, id: string): Promise<RecognisedRow | undefined> {
  const rows = await tx.query<RecognisedRow>(`select ${ROW} from recognised_credentials r where r.id = $1::uuid for update`, [id]);
  return rows[0];
}

export function listRecognitionsOf(db: Queries, personId: string): Promise<RecognisedRow[]> {
  return db.query<RecognisedRow>(`select ${ROW} from recognised_credentials r where r.person_id = $1::uuid order by r.received_at desc, r.id limit ${LIST_LIMIT}`, [personId]);
}

/** What coordinators have to decide, the oldest first, and then what was decided, the newest first. */
export function listCases(db: Queries): Promise<RecognisedCase[]> {
  return db.query<RecognisedCase>(
    `select ${CASE} ${FROM_CASES}
     order by r.state <> 'waiting', case when r.state = 'waiting' then r.received_at end, r.decided_at desc, r.id limit ${LIST_LIMIT}`,
  );
}

export async function findCase(db: Queries, id: string): Promise<RecognisedCase | undefined> {
  const rows = await db.query<RecognisedCase>(`select ${CASE} ${FROM_CASES} where r.id = $1::uuid`, [id]);
  return rows[0];
}

/** Writes down what a coordinator decided. `reason`: for a refusal. */
export async function decideRecognition(tx: Queries, id: string, {state, courseId, reason}: Pick<RecognisedRow, 'state' | 'courseId' | 'reason'>, by: string, now: Date): Promise<void> {
  await tx.query(
    'update recognised_credentials set state = $2, course_id = $3, reason = $4, decided_by = $5::uuid, decided_at = $6::timestamptz where id = $1::uuid',
    [id, state, courseId, reason, by, now.toISOString()],
  );
}

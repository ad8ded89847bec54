import {FIRST_HASH} from '#core/records/audit.ts';
import type {AuditEntry, AuditRow} from '#core/records/audit.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {Queries} from '../database/database.ts';
import {addEntry, addLooks, listEntriesAfter, lockLastEntry} from '../repositories/audit.ts';
import {canonicalHash} from './canonical.ts';

const READ_AT_ONCE = 1000;

/** The hash of an entry: SHA-256 over its fields in one order, with the hash of the entry before it among them. */
export function hashOfEntry({seq, at, actorId, action, subjectId, object, detail, previousHash}: Omit<AuditRow, 'hash'>): string {
  return canonicalHash({seq, at, actorId, action, subjectId, object, detail, previousHash});
}

/**
 * Adds an entry to the audit log, in the transaction of what it tells of, so that neither is there without the other. Call it last:
 * entries wait for each other from here until the transaction ends. Gives the hash that is now at the end of the chain.
 */
export async function addAudit(tx: Queries, {actorId, action, subjectId, object = null, detail = {}}: AuditEntry, now: Date): Promise<string> {
  const last = await lockLastEntry(tx);
  const row = {seq: (last?.seq ?? 0) + 1, at: now.toISOString(), actorId, action, subjectId, object, detail, previousHash: last?.hash ?? FIRST_HASH};
  const hash = hashOfEntry(row);
  await addEntry(tx, {...row, hash});
  return hash;
}

/** What checking the chain found. `fault`: a sentence on the first entry that does not fit; null when all do. */
export interface ChainCheck {
  entries: number;
  /** The hash at the end of the chain. Kept elsewhere, it shows later that nothing before it was taken away. */
  head: string;
  fault: string | null;
  /** Whether the head that was asked for is in the chain; null when none was asked for. */
  hasKnownHead: boolean | null;
}

/** Reads the whole log and checks that every entry fits the one before it. `knownHead`: a head noted down earlier, to be found in it. */
export async function checkChain(db: Queries, knownHead: string | null = null): Promise<ChainCheck> {
  let head = FIRST_HASH;
  let entries = 0;
  let isKnown = knownHead === FIRST_HASH;
  for (;;) {
    const rows = await listEntriesAfter(db, entries, READ_AT_ONCE);
    for (const row of rows) {
      const fault = row.seq !== entries + 1 ? `Entry ${entries + 1} is missing: after ${entries} comes ${row.seq}.`
        : row.previousHash !== head ? `Entry ${row.seq} does not follow the one before it.`
          : row.hash !== hashOfEntry(row) ? `Entry ${row.seq} was changed after it was written.` : null;
      if (fault) return {entries, head, fault, hasKnownHead: knownHead === null ? null : isKnown};
      entries = row.seq;
      head = row.hash;
      isKnown ||= head === knownHead;
    }
    if (rows.length < READ_AT_ONCE) break;
  }
  const fault = knownHead !== null && !isKnown ? 'The head that you noted is not in the log, so entries at its end were taken away.' : null;
  return {entries, head, fault, hasKnownHead: knownHead === null ? null : isKnown};
}

/**
 * Writes down that somebody looked at other people's data, so that those people can see who did. `what`: a few words for them, such as
 * `List of a course run`. Takes ids of people; looking at oneself is no look.
 */
export async function noteLooks(db: Queries, viewerId: string, subjectIds: readonly string[], what: string, now: Date): Promise<void> {
  if (subjectIds.length > 0) await addLooks(db, viewerId, subjectIds, what, toLondonDay(now.toISOString()), now);
}

import type {ErasureList} from '#core/privacy/api.ts';
import type {Retention} from '#core/privacy/retention.ts';
import type {Database} from '../database/database.ts';
import {lockToErase} from '../repositories/privacy.ts';
import {eraseRows} from './erase.ts';

/**
 * Erases again, after a restore, those who were erased since the backup was made. Whoever is not in the backup, or was erased in it already, is
 * left alone. Gives how many were erased. No rule on last coordinators holds here: the person was erased, and stays so.
 */
export async function replayErasures(database: Database, {erasures}: ErasureList, retention: Retention, now: Date): Promise<number> {
  let count = 0;
  for (const {id, personId, reason, erasedAt} of erasures) {
    await database.transaction(async (tx) => {
      const email = await lockToErase(tx, personId);
      if (email === undefined) return;
      await eraseRows(tx, {id, personId, email, reason, actorId: null, erasedAt: new Date(erasedAt)}, retention, now);
      count += 1;
    });
  }
  return count;
}

import type {BlockList} from '#core/network/api.ts';
import type {Person} from '#core/records/api.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addBlock, hasWrittenTo, isInRegister, listBlocks, removeBlock} from '../repositories/network.ts';
import {lockPerson} from '../repositories/people.ts';
import {colleagueFor, isPersonId, noSuchColleague, viewerOf} from './colleagues.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock'>;

export async function blocksOf({database}: Pick<Services, 'database'>, personId: string): Promise<BlockList> {
  return {blocked: (await listBlocks(database, personId)).map(({id, displayName, since}) => ({id, displayName: displayName ?? 'No name given', since}))};
}

/** Takes no more messages from a person: one who wrote to this member, or one whose profile they may open. Throws the same 404 for anybody else as for nobody. */
export async function block(parts: Parts, person: Person, otherId: string): Promise<void> {
  const {database, clock} = parts;
  if (!await isInRegister(database, person.id)) throw new Refusal(403, 'join-first', 'Only people in the register are asked questions, so only they can block somebody.');
  if (otherId === person.id || !isPersonId(otherId)) throw noSuchColleague();
  if (!await hasWrittenTo(database, otherId, person.id)) {
    await viewerOf(database, person);
    await colleagueFor(parts, otherId);
  }
  await database.transaction(async (tx) => {
    // The member may leave at this moment, and a block hangs on their profile.
    await lockPerson(tx, person.id);
    if (await isInRegister(tx, person.id)) await addBlock(tx, person.id, otherId, clock());
  });
}

/** Takes messages from a person again. Unblocking somebody who is not blocked changes nothing. */
export async function unblock({database}: Pick<Services, 'database'>, personId: string, otherId: string): Promise<void> {
  if (isPersonId(otherId)) await removeBlock(database, personId, otherId);
}

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {addAudit, checkChain, noteLooks} from '#server/records/audit.ts';
import {listLooksAt} from '#server/repositories/audit.ts';
import {findOrAddByEmail} from '#server/repositories/people.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

describe.each(KINDS)('the audit log on %s', (kind) => {
  let store: TestDatabase;
  let ann: string;
  let bea: string;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    ann = (await findOrAddByEmail(store.database, 'ann@example.org', NOW)).id;
    bea = (await findOrAddByEmail(store.database, 'bea@example.org', NOW)).id;
  });
  afterAll(() => store.remove());

  const add = (count: number): Promise<string> =>
    store.database.transaction((tx) => addAudit(tx, {actorId: ann, action: 'role-given', subjectId: bea, object: `cohort:${count}`, detail: {count}}, NOW));

  test('chains entries in order, also when many are added at once', async () => {
    const heads = await Promise.all(Array.from({length: 12}, (_, index) => add(index)));
    const check = await checkChain(store.database);
    expect(check).toMatchObject({entries: 12, fault: null, hasKnownHead: null});
    expect(heads).toContain(check.head);
    expect(new Set(heads).size).toBe(12);
    expect(await checkChain(store.database, heads[3])).toMatchObject({fault: null, hasKnownHead: true});
  });

  test('takes back the entry with the transaction that it tells of', async () => {
    await expect(store.database.transaction(async (tx) => {
      await addAudit(tx, {actorId: ann, action: 'role-given', subjectId: bea}, NOW);
      throw new Error('stopped');
    })).rejects.toThrow('stopped');
    expect((await checkChain(store.database)).entries).toBe(12);
  });

  test('refuses to change or remove an entry, and shows when the owner of the database did so all the same', async () => {
    await expect(store.database.query('update audit_log set action = $1 where seq = 3', ['x'])).rejects.toThrow(/added and never changed/);
    await expect(store.database.query('delete from audit_log where seq = 12')).rejects.toThrow(/added and never changed/);
    const {head} = await checkChain(store.database);
    const [kept] = await store.database.query<{detail: string}>('select detail::text as detail from audit_log where seq = 5');
    await store.database.run('alter table audit_log disable trigger user');
    await store.database.query("update audit_log set detail = '{\"count\":99}'::jsonb where seq = 5");
    expect((await checkChain(store.database)).fault).toBe('Entry 5 was changed after it was written.');
    await store.database.query('update audit_log set detail = $1::jsonb where seq = 5', [kept?.detail]);
    await store.database.query('delete from audit_log where seq = 12');
    expect((await checkChain(store.database)).fault).toBeNull();
    expect((await checkChain(store.database, head)).fault).toBe('The head that you noted is not in the log, so entries at its end were taken away.');
    await store.database.run('alter table audit_log enable trigger user');
  });

  test('tells a person who looked at their data, once for looks close together, and never themselves', async () => {
    for (const minutes of [0, 5, 20]) await noteLooks(store.database, ann, [ann, bea], 'List of a course run', new Date(NOW.getTime() + minutes * 60_000));
    expect(await listLooksAt(store.database, bea, 10)).toEqual([
      {viewerId: ann, viewerName: 'ann@example.org', viewerRole: 'learner', what: 'List of a course run', day: '2026-11-22', times: 2, lastAt: '2026-11-22T09:20:00.000Z'},
    ]);
    expect(await listLooksAt(store.database, ann, 10)).toEqual([]);
  });
});

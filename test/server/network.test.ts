import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MyProfile, PeopleAnswer, ProfileChange} from '#core/network/api.ts';
import {NOBODY} from '#core/network/fields.ts';
import type {ProfileView} from '#core/network/profile.ts';
import type {Person, Role} from '#core/records/api.ts';
import {askWhetherStillRight} from '#server/network/chore.ts';
import {checkChain} from '#server/records/audit.ts';
import {removeExpired} from '#server/repositories/chores.ts';
import {makeApp, newId, ORIGIN} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const DAY = 86_400_000;
const EMPTY: ProfileChange = {revision: 0, team: null, jobRole: null, interests: [], offers: [], wants: [], languages: [], courses: [], visibility: NOBODY, takesQuestions: true};
const JURY = {skill: 'citizens-jury', done: 'often' as const, note: 'Two on transport'};

interface Member {
  browser: Browser;
  id: string;
  email: string;
}

describe.each(KINDS)('the practitioners’ network on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  let count = 0;
  /** Somebody with a name who has not joined. */
  const arrive = async (name: string, role?: Role): Promise<Member> => {
    count += 1;
    const email = `n${count}.${kind}@example.org`;
    const browser = await service.signIn(email, role, role === 'lead' ? 'place' : undefined);
    const {person} = (await browser.send('PATCH', '/api/me', {displayName: name, ...(role !== 'lead' && {directorate: 'place'})})).json<{person: Person}>();
    return {browser, id: person.id, email};
  };
  const save = (browser: Browser, change: Partial<ProfileChange>) => browser.send('PUT', '/api/network/profile', {...EMPTY, ...change});
  const join = async (name: string, change: Partial<ProfileChange> = {}, role?: Role): Promise<Member> => {
    const member = await arrive(name, role);
    const answer = await save(member.browser, change);
    expect(answer.statusCode, answer.body).toBe(200);
    return member;
  };
  const search = async (browser: Browser, query: string): Promise<PeopleAnswer> => {
    const answer = await browser.send('GET', `/api/network/people?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<PeopleAnswer>();
  };
  const namesFor = async (browser: Browser, query: string): Promise<string[]> => (await search(browser, query)).people.map(({displayName}) => displayName);
  const message = (to: Member, changes: object = {}) => ({id: newId(), to: to.id, inReplyTo: null, subject: 'Your jury', text: 'How long\ndid it take?', sharesAddress: false, ...changes});
  const mailsTo = ({email}: Member) => store.database.query<{subject: string; body: string}>('select subject, body from mail_outbox where recipient = $1 order by created_at', [email]);
  /** Mail that has left stands with the mailer; mail that waits, in the table. */
  const sentTo = async (member: Member) => {
    for (let turn = 0; turn < 250; turn += 1) {
      if ((await mailsTo(member)).length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return (service.parts.mailer.recent() ?? []).filter((mail) => mail.to === member.email && /^A colleague/.test(mail.subject));
  };

  test('holds nothing of anybody before they join, and puts them in once', async () => {
    const ann = await arrive('Ann Example');
    const before = (await ann.browser.send('GET', '/api/network/profile')).json<MyProfile>();
    expect(before).toEqual({displayName: 'Ann Example', directorate: 'place', profile: EMPTY, held: [], joinedAt: null, askedAt: null, isHidden: false});
    expect((await ann.browser.send('GET', '/api/network/people?q=survey')).statusCode).toBe(403);
    const change = {offers: [JURY], languages: ['cy' as const], team: '=Insight <b>team</b>'};
    const first = await save(ann.browser, change);
    expect(first.json()).toMatchObject({profile: {...change, revision: 1}, joinedAt: service.now().toISOString()});
    expect((await save(ann.browser, change)).json<MyProfile>().profile.revision).toBe(1);
    // Another tab that had not seen the profile.
    expect((await save(ann.browser, {...change, team: 'Other'})).statusCode).toBe(409);
    expect((await save(ann.browser, {...change, revision: 1, team: 'Other'})).json<MyProfile>().profile).toMatchObject({revision: 2, team: 'Other'});
    const entries = await store.database.query('select action, detail from audit_log where subject_id = $1::uuid and action like $2', [ann.id, 'profile-%']);
    expect(entries).toEqual([{action: 'profile-joined', detail: {}}]);
  });

  test('refuses skills that are not in the list, courses that are not held, things named twice and a person without a name', async () => {
    const bob = await arrive('Bob Example');
    for (const [change, field] of [
      [{offers: [{...JURY, skill: 'juggling'}]}, 'offers'], [{wants: ['juggling']}, 'wants'], [{courses: ['planning']}, 'courses'], [{languages: ['cy', 'cy']}, 'languages'],
      [{offers: [JURY, JURY]}, 'offers'], [{interests: ['cats']}, 'interests.0'], [{team: 'a\nb'}, 'team'], [{jobRole: 'x'.repeat(121)}, 'jobRole'], [{offers: [{...JURY, note: 'evil\u202Etxt'}]}, 'offers.0.note'],
    ] as const) {
      const answer = await save(bob.browser, change as unknown as Partial<ProfileChange>);
      expect(answer.statusCode, JSON.stringify(change)).toBe(422);
      expect(answer.json<{errors: {field: string}[]}>().errors.map((each) => each.field)).toContain(field);
    }
    const nameless = await service.signIn(`nameless.${kind}@example.org`);
    expect((await save(nameless, {})).json<{detail: string}>().detail).toMatch(/Write your name/);
  });

  test('finds who has run a citizens’ jury by a question, and shows each viewer only what they may see', async () => {
    const looker = await join('Look Example');
    const lead = await arrive('Lead Example', 'lead');
    const dee = await join('Dee Juror', {
      offers: [JURY], team: 'Secretteam', jobRole: 'Leadonlyjob', languages: ['so'], interests: ['older-people'], wants: ['online-survey'],
      visibility: {...NOBODY, jobRole: 'leads', languages: 'members', directorate: 'leads'},
    });
    const found = await search(looker.browser, `q=${encodeURIComponent('Who has run a citizens’ jury?')}`);
    expect(found.people.map(({displayName}) => displayName)).toContain('Dee Juror');
    expect(found).toMatchObject({page: 1, isPartial: false, isCut: false});
    expect(await namesFor(looker.browser, 'skill=citizens-jury&language=so')).toEqual(['Dee Juror']);
    for (const hidden of ['q=secretteam', 'q=leadonlyjob', 'skill=citizens-jury&interest=older-people', 'skill=citizens-jury&directorate=place&language=so']) expect(await search(looker.browser, hidden), hidden).toMatchObject({total: 0, pages: 0, people: []});
    expect(await namesFor(lead.browser, 'q=leadonlyjob')).toEqual(['Dee Juror']);
    expect(await namesFor(lead.browser, 'directorate=place&language=so')).toEqual(['Dee Juror']);
    expect(await namesFor(lead.browser, 'q=secretteam')).toEqual([]);

    const asMember = (await looker.browser.send('GET', `/api/network/people/${dee.id}`)).json<ProfileView>();
    expect(asMember).toEqual({id: dee.id, displayName: 'Dee Juror', offers: [JURY], takesQuestions: true, languages: ['so']});
    expect((await lead.browser.send('GET', `/api/network/people/${dee.id}`)).json()).toEqual({...asMember, jobRole: 'Leadonlyjob', directorate: 'place'});
    expect((await looker.browser.send('GET', '/api/network/people?skill=citizens-jury')).body).not.toMatch(/example\.org|Secretteam|Leadonlyjob|place|Two on transport/);
  });

  test('notes who opened a profile, and not who searched', async () => {
    const [looker, eve] = [await join('Look Again'), await join('Eve Example', {offers: [JURY]})];
    await search(looker.browser, 'q=eve');
    const looks = () => store.database.query('select what from looks where subject_id = $1::uuid', [eve.id]);
    expect(await looks()).toEqual([]);
    await looker.browser.send('GET', `/api/network/people/${eve.id}`);
    await eve.browser.send('GET', `/api/network/people/${eve.id}`);
    expect(await looks()).toEqual([{what: 'Profile in the register'}]);
  });

  test('gives the same answer for somebody who left, who never joined and who is nobody, and hands out no list of everybody', async () => {
    const [looker, outsider, fay] = [await join('Look Third'), await arrive('Outside Example'), await join('Fay Example', {offers: [JURY]})];
    expect((await fay.browser.send('DELETE', '/api/network/profile')).json<MyProfile>().joinedAt).toBeNull();
    const answers = await Promise.all([fay.id, outsider.id, newId(), 'x', '%00', "'; drop table people; --"].map((id) => looker.browser.send('GET', `/api/network/people/${encodeURIComponent(id)}`)));
    expect(answers.map(({statusCode}) => statusCode)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({body}) => body)).size).toBe(1);
    for (const query of ['', 'q=', 'q=%25', 'q=*', 'q=who%20can%20help%20me']) expect((await looker.browser.send('GET', `/api/network/people?${query}`)).statusCode, query).toBe(422);
    expect((await looker.browser.send('GET', '/api/network/people?skill=citizens-jury&page=11')).statusCode).toBe(422);
  });

  test('shows at most 50 people on each of ten pages, and stops a flood of searches by one person', async () => {
    const looker = await join('Look Many');
    await store.database.query(`insert into people (email, display_name, created_at) select 'many.' || n || '.${kind}@example.org', 'Many ' || n, now() from generate_series(1, 560) n`);
    await store.database.query(
      `insert into network_profiles (person_id, interests, wants, languages, courses, visibility, takes_questions, joined_at, confirmed_at)
       select id, '{}', '{}', '{}', '{}', $1::jsonb, true, now(), now() from people where email like 'many.%'`, [JSON.stringify(NOBODY)],
    );
    await store.database.query("insert into network_offers (person_id, skill, done, place) select id, 'world-cafe', 'once', 1 from people where email like 'many.%'");
    const last = await search(looker.browser, 'skill=world-cafe&page=10');
    expect([last.total, last.pages, last.people.length]).toEqual([560, 10, 50]);
    let status = 0;
    for (let turn = 0; turn < 60; turn += 1) status = (await looker.browser.send('GET', '/api/network/people?q=')).statusCode;
    expect(status).toBe(429);
    await store.database.query("delete from network_profiles where person_id in (select id from people where email like 'many.%')");
  });

  test('passes a question on without an address, once, and keeps no word of it', async () => {
    const [asker, gil] = [await join('Asker Example'), await join('Gil Example', {offers: [JURY]})];
    const body = message(gil, {text: 'How long did it take?\nReply to: http://evil.example'});
    const first = await asker.browser.send('POST', '/api/network/messages', body);
    expect(first.statusCode, first.body).toBe(201);
    expect((await asker.browser.send('POST', '/api/network/messages', body)).json()).toEqual({id: body.id, outcome: 'already-sent'});
    expect((await asker.browser.send('POST', '/api/network/messages', {...body, text: 'Other'})).statusCode).toBe(409);
    expect((await gil.browser.send('POST', '/api/network/messages', {...body, to: asker.id})).statusCode).toBe(409);
    const [mail, ...more] = await sentTo(gil);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('A colleague asks: Your jury');
    expect(mail?.text).toContain('Asker Example asks you something');
    expect(mail?.text).toContain('> How long did it take?\n> Reply to: http://evil.example\n');
    expect(mail?.text).toContain(`${ORIGIN}/network/?reply=${body.id}`);
    expect(mail?.text).not.toContain(asker.email);
    const kept = JSON.stringify([await store.database.query('select * from relayed_messages'), await store.database.query("select * from audit_log where action = 'message-relayed'")]);
    expect(kept).toContain(body.id);
    expect(kept).not.toMatch(/How long|evil|Your jury|Asker|example\.org/);
    expect((await checkChain(store.database)).fault).toBeNull();

    // Only whoever got it can answer, once.
    expect((await gil.browser.send('GET', `/api/network/messages/${body.id}`)).json()).toEqual({id: body.id, from: {id: asker.id, displayName: 'Asker Example'}, sentAt: service.now().toISOString(), isAnswered: false});
    const others = await Promise.all([asker.browser.send('GET', `/api/network/messages/${body.id}`), gil.browser.send('GET', `/api/network/messages/${newId()}`), gil.browser.send('GET', '/api/network/messages/x')]);
    expect(others.map(({statusCode}) => statusCode)).toEqual([404, 404, 404]);
    expect(new Set(others.map(({body: text}) => text)).size).toBe(1);
    const reply = {id: newId(), to: null, inReplyTo: body.id, subject: 'Two days', text: 'Two days.', sharesAddress: true};
    expect((await asker.browser.send('POST', '/api/network/messages', reply)).statusCode).toBe(404);
    expect((await gil.browser.send('POST', '/api/network/messages', reply)).statusCode).toBe(201);
    expect((await gil.browser.send('POST', '/api/network/messages', {...reply, id: newId()})).statusCode).toBe(409);
    const [answer] = await sentTo(asker);
    expect(answer?.subject).toBe('A colleague answers: Two days');
    expect(answer?.text).toContain(`Write to Gil Example at ${gil.email}`);
  });

  test('lets no line break into a subject or name, and no mail with one leave', async () => {
    const [asker, hal] = [await join('Hal Asker'), await join('Hal Example')];
    for (const subject of ['Hello\r\nBcc: all@example.org', 'Hello\u2028Bcc: x', '', ' ', 'x'.repeat(101)]) expect((await asker.browser.send('POST', '/api/network/messages', message(hal, {subject}))).statusCode, subject).toBe(422);
    expect((await asker.browser.send('POST', '/api/network/messages', message(hal, {text: 'x'.repeat(2001)}))).statusCode).toBe(422);
    expect((await asker.browser.send('POST', '/api/network/messages', message(hal, {inReplyTo: newId()}))).statusCode).toBe(422);
    expect((await asker.browser.send('PATCH', '/api/me', {displayName: 'A\r\nBcc: x@example.org'})).statusCode).toBe(422);
    await expect(service.parts.mailer.send({to: hal.email, subject: 'A colleague asks: x\r\nBcc: all@example.org', text: ''})).rejects.toThrow(/line break/);
  });

  test('lets a person ask twice a day and five times in all, also when questions come at once', async () => {
    const asker = await join('Keen Example');
    const others = await Promise.all(['One', 'Two', 'Three'].map((name) => join(`Asked ${name}`)));
    const ask = async (to: Member): Promise<number> => (await asker.browser.send('POST', '/api/network/messages', message(to))).statusCode;
    const [one, two, three] = others as [Member, Member, Member];
    expect((await Promise.all([ask(one), ask(one), ask(one)])).sort()).toEqual([201, 201, 403]);
    expect([await ask(two), await ask(two), await ask(three), await ask(three)]).toEqual([201, 201, 201, 403]);
    // A day later.
    await store.database.query("update relayed_messages set sent_at = sent_at - interval '1 day' where from_id = $1::uuid", [asker.id]);
    expect(await ask(three)).toBe(201);
  });

  test('passes nothing on to those who take no questions or blocked the asker, and does not say which', async () => {
    const [asker, ivy, jim] = [await join('Nosy Example'), await join('Ivy Example', {takesQuestions: false}), await join('Jim Example')];
    const off = await asker.browser.send('POST', '/api/network/messages', message(ivy));
    const question = message(jim);
    expect((await asker.browser.send('POST', '/api/network/messages', question)).statusCode).toBe(201);
    expect((await jim.browser.send('PUT', `/api/network/blocks/${asker.id}`)).json()).toEqual({blocked: [{id: asker.id, displayName: 'Nosy Example', since: service.now().toISOString()}]});
    const blocked = await asker.browser.send('POST', '/api/network/messages', message(jim));
    expect([off.statusCode, blocked.statusCode, off.body === blocked.body]).toEqual([403, 403, true]);
    expect((await asker.browser.send('GET', `/api/network/people/${jim.id}`)).json<ProfileView>().takesQuestions).toBe(false);
    expect((await ivy.browser.send('GET', `/api/network/people/${jim.id}`)).json<ProfileView>().takesQuestions).toBe(true);
    // A block is the member's own; nobody else sees or lifts it.
    expect((await asker.browser.send('GET', '/api/network/blocks')).json()).toEqual({blocked: []});
    await asker.browser.send('DELETE', `/api/network/blocks/${asker.id}`);
    expect((await asker.browser.send('POST', '/api/network/messages', message(jim))).statusCode).toBe(403);
    expect((await jim.browser.send('DELETE', `/api/network/blocks/${asker.id}`)).json()).toEqual({blocked: []});
    expect((await asker.browser.send('POST', '/api/network/messages', message(jim))).statusCode).toBe(201);
    const outsider = await arrive('Never joined');
    const none = await jim.browser.send('PUT', `/api/network/blocks/${newId()}`);
    expect([(await jim.browser.send('PUT', `/api/network/blocks/${outsider.id}`)).body, none.statusCode]).toEqual([none.body, 404]);
    expect((await outsider.browser.send('POST', '/api/network/messages', message(jim))).statusCode).toBe(403);
  });

  test('takes a profile out at once, lets mail that waits go, and forgets after 30 days who wrote to whom', async () => {
    const [asker, kim] = [await join('Last Example'), await join('Kim Example', {offers: [JURY]})];
    const question = message(kim);
    await asker.browser.send('POST', '/api/network/messages', question);
    await kim.browser.send('PUT', `/api/network/blocks/${asker.id}`);
    await kim.browser.send('DELETE', '/api/network/profile');
    expect((await kim.browser.send('DELETE', '/api/network/profile')).statusCode).toBe(200);
    expect(await namesFor(asker.browser, 'q=kim')).toEqual([]);
    for (const table of ['network_profiles', 'network_offers', 'network_blocks']) expect(await store.database.query(`select * from ${table} where person_id = $1::uuid`, [kim.id]), table).toEqual([]);
    expect(await sentTo(kim)).toHaveLength(1);
    expect((await kim.browser.send('POST', '/api/network/messages', {id: newId(), to: null, inReplyTo: question.id, subject: 'Yes', text: 'Yes.', sharesAddress: false})).statusCode).toBe(201);
    expect(await store.database.query("select action from audit_log where subject_id = $1::uuid and action = 'profile-left'", [kim.id])).toHaveLength(1);
    await removeExpired(store.database, new Date(service.now().getTime() + 31 * DAY));
    expect(await store.database.query('select * from relayed_messages')).toEqual([]);
  });

  test('asks after a year whether a profile is right, again after 30 days, and hides it after 60 without an answer', async () => {
    await store.database.query('delete from network_profiles');
    const [looker, leo] = [await join('Look Later'), await join('Leo Example', {offers: [JURY]})];
    await store.database.query("update network_profiles set confirmed_at = '2026-01-10T09:00:00Z' where person_id = $1::uuid", [leo.id]);
    const at = async (now: string, instances = 1): Promise<number> => {
      const parts = {...service.parts, clock: () => new Date(now)};
      return (await Promise.all(Array.from({length: instances}, () => askWhetherStillRight(parts)))).reduce((sum, each) => sum + each, 0);
    };
    const later = async (now: string, looked = leo) => {
      const app = await makeApp(store.database, {start: new Date(now)});
      const mine = await app.signIn(looked.email);
      const reader = await app.signIn(looker.email);
      const names = (await reader.send('GET', '/api/network/people?skill=citizens-jury')).json<PeopleAnswer>().people.map(({displayName}) => displayName);
      const profile = (await mine.send('GET', '/api/network/profile')).json<MyProfile>();
      return {app, mine, reader, names, profile};
    };
    expect(await at('2027-01-09T12:00:00Z')).toBe(0);
    expect(await at('2027-01-10T07:00:00Z')).toBe(0);
    expect(await at('2027-01-10T12:00:00Z', 3)).toBe(1);
    expect(await at('2027-02-08T12:00:00Z')).toBe(0);
    expect(await at('2027-02-09T12:00:00Z', 3)).toBe(1);
    expect(await at('2027-03-01T12:00:00Z')).toBe(0);
    const mails = await mailsTo(leo);
    expect(mails.map(({subject}) => subject)).toEqual(['Is your profile in the practitioners’ network still right?', 'Last reminder: is your profile still right?']);
    expect(mails.map(({body}) => /from (\d+ \w+ \d+) on/.exec(body)?.[1])).toEqual(['11 March 2027', '11 March 2027']);
    await store.database.query('delete from mail_outbox');

    const before = await later('2027-03-11T11:00:00Z');
    expect([before.names, before.profile.isHidden, before.profile.askedAt]).toEqual([['Leo Example'], false, '2027-01-10T12:00:00.000Z']);
    await before.app.close();
    const after = await later('2027-03-11T12:00:00Z');
    expect([after.names, after.profile.isHidden]).toEqual([[], true]);
    expect((await after.reader.send('GET', `/api/network/people/${leo.id}`)).statusCode).toBe(404);
    expect((await after.mine.send('POST', '/api/network/profile/confirm')).json()).toMatchObject({isHidden: false, askedAt: null});
    expect((await after.reader.send('GET', `/api/network/people/${leo.id}`)).statusCode).toBe(200);
    await after.app.close();
  });
});

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Person} from '#core/records/api.ts';
import type {JudgingQueue, MySubmission, MyTasks, NewSubmission, SubmissionToJudge} from '#core/tasks/api.ts';
import type {JudgementLine, NewJudgement} from '#core/tasks/judgement.ts';
import {isDrawn} from '#core/tasks/sample.ts';
import type {TaskLevel} from '#core/tasks/task.ts';
import {checkChain} from '#server/records/audit.ts';
import {removeExpired} from '#server/repositories/chores.ts';
import {makeTask} from '../core/tasks/anyTask.ts';
import {makeApp, newId} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {makeContent} from '../support/smallContent.ts';

const FORMULA = '=cmd|\' /C calc\'!A0 <img src=x onerror=alert(1)> {{7*7}} ”;drop table people--';

/** The small course with judged tasks, and another that the first of them completes. */
function contentWithTasks() {
  const content = makeContent();
  const tasks = [
    makeTask({words: {least: 2, most: 50}}), makeTask({id: 'always-two', assessors: 2}), makeTask({id: 'all-drawn', sample: 100}), makeTask({id: 'half-drawn', sample: 50}),
  ];
  const byTask = content.courses.map((course) => ({...course, id: 'by-task', tasks, rule: {all: [{task: 'example-plan', judged: 'competent' as const}]}}));
  return {...content, courses: [...content.courses.map((course) => ({...course, tasks})), ...byTask]};
}

describe.each(KINDS)('judged tasks on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  let tom: Browser;
  let boss: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database, {content: contentWithTasks()});
    tess = await service.signIn('tess@example.org', 'trainer');
    tom = await service.signIn('tom@example.org', 'trainer');
    boss = await service.signIn('boss@example.org', 'coordinator');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  let count = 0;
  const newLearner = (): Promise<Browser> => service.signIn(`learner${count += 1}@example.org`);
  const idOf = async (browser: Browser): Promise<string> => (await browser.send('GET', '/api/me')).json<{person: Person}>().person.id;
  const make = (changes: Partial<NewSubmission> = {}): NewSubmission => ({
    id: newId(), courseId: 'planning', courseVersion: 1, taskId: 'example-plan', cohortId: null, at: service.now().toISOString(), evidence: {text: 'A whole plan', link: null}, ...changes,
  });
  const handIn = async (browser: Browser, changes: Partial<NewSubmission> = {}): Promise<MySubmission> => {
    const answer = await browser.send('POST', '/api/tasks', make(changes));
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json<MySubmission>();
  };
  const mine = async (browser: Browser): Promise<MyTasks> => (await browser.send('GET', '/api/tasks')).json<MyTasks>();
  const lines = (...levels: TaskLevel[]): JudgementLine[] => levels.map((level) => ({level, note: level === 'not-yet' ? 'The dates are missing.' : null}));
  const judgement = (changes: Partial<NewJudgement> = {}): NewJudgement => ({id: newId(), place: 'first', lines: lines('competent', 'strong'), comment: null, asksSecond: false, ...changes});
  const judge = (browser: Browser, {id}: {id: string}, changes: Partial<NewJudgement> = {}) => browser.send('POST', `/api/judging/${id}/judgements`, judgement(changes));
  const open = (browser: Browser, {id}: {id: string}) => browser.send('GET', `/api/judging/${id}`);
  const queue = async (browser: Browser, query = ''): Promise<JudgingQueue> => (await browser.send('GET', `/api/judging${query}`)).json<JudgingQueue>();
  const openRun = async (trainer: Browser): Promise<{id: string; joinCode: string}> =>
    (await trainer.send('POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Example run', startsOn: '2026-12-01'})).json<{id: string; joinCode: string}>();
  const resultOf = (personId: string) => store.database.query<{verdict: string; submissionId: string}>('select verdict, submission_id::text as "submissionId" from task_results where person_id = $1::uuid', [personId]);

  test('takes a task once when it is sent twice, and refuses another body or person under its id', async () => {
    const [ann, bob] = [await newLearner(), await newLearner()];
    const body = make();
    const first = await ann.send('POST', '/api/tasks', body);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json<MySubmission>()).toMatchObject({id: body.id, state: 'with-assessors', mayWithdraw: true, verdict: null, judgements: [], run: null, taskTitle: 'Plan an example'});
    const again = await ann.send('POST', '/api/tasks', body);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(first.json());
    expect((await ann.send('POST', '/api/tasks', {...body, evidence: {text: 'Another plan', link: null}})).statusCode).toBe(409);
    expect((await bob.send('POST', '/api/tasks', body)).statusCode).toBe(409);
    expect((await mine(ann)).submissions).toHaveLength(1);
    expect((await mine(bob)).submissions).toEqual([]);
  });

  test('refuses what does not fit the task, with the field, and a course that has changed', async () => {
    const ann = await newLearner();
    for (const [changes, status, field] of [
      [{taskId: 'no-such-task'}, 422, 'taskId'], [{evidence: {text: 'One', link: null}}, 422, 'text'], [{evidence: {text: null, link: 'javascript:alert(1)'}}, 422, 'link'],
      [{evidence: {text: null, link: 'https://user:pass@example.org/'}}, 422, 'link'], [{evidence: {text: null, link: null}}, 422, 'text'], [{cohortId: newId()}, 422, 'cohortId'],
    ] as const) {
      const answer = await ann.send('POST', '/api/tasks', make(changes));
      expect(answer.statusCode, JSON.stringify(changes)).toBe(status);
      expect(answer.json<{errors: {field: string}[]}>().errors.map((each) => each.field)).toContain(field);
    }
    const stale = await ann.send('POST', '/api/tasks', make({courseVersion: 2}));
    expect([stale.statusCode, stale.json<{detail: string}>().detail]).toEqual([409, expect.stringMatching(/has changed since you opened/)]);
    expect((await ann.send('POST', '/api/tasks', {...make(), personId: newId()})).statusCode).toBe(422);
    expect((await ann.send('POST', '/api/tasks', make({evidence: {text: 'x'.repeat(400_000), link: null}}))).statusCode).toBe(413);
    expect((await mine(ann)).submissions).toEqual([]);
  });

  test('takes one task at a time from a person, even when two come at once', async () => {
    const ann = await newLearner();
    const answers = await Promise.all([ann.send('POST', '/api/tasks', make()), ann.send('POST', '/api/tasks', make())]);
    expect(answers.map(({statusCode}) => statusCode).sort()).toEqual([201, 409]);
    await handIn(ann, {taskId: 'all-drawn'});
  });

  test('is withdrawn by its learner alone, before anybody judged it, and goes after 30 days', async () => {
    const [ann, bob] = [await newLearner(), await newLearner()];
    const submission = await handIn(ann);
    const url = `/api/tasks/${submission.id}/withdrawal`;
    expect((await bob.send('POST', url)).statusCode).toBe(404);
    expect((await ann.send('POST', '/api/tasks/x/withdrawal')).statusCode).toBe(404);
    expect((await ann.send('POST', url)).json()).toMatchObject({state: 'withdrawn', mayWithdraw: false, evidence: {text: 'A whole plan'}});
    expect((await ann.send('POST', url)).statusCode).toBe(200);
    expect((await open(tess, submission)).statusCode).toBe(404);
    expect((await judge(tess, submission)).statusCode).toBe(404);
    const next = await handIn(ann);
    await judge(tess, next);
    expect((await ann.send('POST', `/api/tasks/${next.id}/withdrawal`)).statusCode).toBe(409);
    const passDays = (days: number) => store.database.query("update task_submissions set withdrawn_at = withdrawn_at - $2::int * interval '1 day' where id = $1::uuid", [submission.id, days]);
    await passDays(29);
    await removeExpired(store.database, service.now());
    expect((await mine(ann)).submissions).toHaveLength(2);
    await passDays(2);
    await removeExpired(store.database, service.now());
    expect((await mine(ann)).submissions.map(({id}) => id)).toEqual([next.id]);
  });

  test('is decided by one assessor when competent and not drawn; the learner learns the levels, the notes and no name', async () => {
    const ann = await newLearner();
    const submission = await handIn(ann, {evidence: {text: FORMULA, link: 'https://example.org/<b>'}});
    expect((await open(tess, submission)).json<SubmissionToJudge>()).toMatchObject({yourPlace: 'first', state: 'waiting-first', judgements: [], evidence: {text: FORMULA}, earlier: 0});
    const answer = await judge(tess, submission, {lines: [{level: 'competent', note: FORMULA}, {level: 'strong', note: null}], comment: 'Good work.'});
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<SubmissionToJudge>()).toMatchObject({state: 'decided', verdict: 'competent', yourPlace: null});
    const [seen] = (await mine(ann)).submissions;
    expect(seen).toMatchObject({state: 'decided', verdict: 'competent', mayWithdraw: false, decidedAt: service.now().toISOString()});
    expect(seen?.judgements).toEqual([{place: 'first', verdict: 'competent', lines: [{level: 'competent', note: FORMULA}, {level: 'strong', note: null}], comment: 'Good work.', isYours: false}]);
    expect(JSON.stringify(seen)).not.toContain(await idOf(tess));
    expect(JSON.stringify(seen)).not.toContain('tess@');
    expect(await resultOf(await idOf(ann))).toEqual([{verdict: 'competent', submissionId: submission.id}]);
    const more = await ann.send('POST', '/api/tasks', make());
    expect([more.statusCode, more.json<{detail: string}>().detail]).toEqual([409, expect.stringMatching(/nothing left to hand in/)]);
  });

  test('keeps a judgement once, and refuses another under its id and a second by the same person', async () => {
    const submission = await handIn(await newLearner(), {taskId: 'always-two'});
    const body = judgement();
    const url = `/api/judging/${submission.id}/judgements`;
    const first = await tess.send('POST', url, body);
    expect(first.statusCode, first.body).toBe(201);
    const again = await tess.send('POST', url, body);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(first.json());
    expect((await tess.send('POST', url, {...body, comment: 'Changed'})).statusCode).toBe(409);
    expect((await tom.send('POST', url, body)).statusCode).toBe(409);
    expect((await tess.send('POST', url, judgement({place: 'second'}))).statusCode).toBe(409);
    expect((await tess.send('POST', url, {...judgement(), verdict: 'competent'})).statusCode).toBe(422);
    const other = await handIn(await newLearner());
    expect((await tess.send('POST', `/api/judging/${other.id}/judgements`, body)).statusCode).toBe(409);
  });

  test('“not yet” always goes to a second assessor, who sees nothing of the first before theirs is in; the learner sees nothing before the end', async () => {
    const ann = await newLearner();
    const submission = await handIn(ann);
    expect((await judge(tess, submission, {lines: lines('not-yet', 'strong'), comment: 'FIRST-SAYS'})).json<SubmissionToJudge>()).toMatchObject({state: 'waiting-second', verdict: null});
    const blind = await open(tom, submission);
    expect(blind.json<SubmissionToJudge>()).toMatchObject({yourPlace: 'second', judgements: []});
    expect(blind.body).not.toContain('FIRST-SAYS');
    const waiting = (await mine(ann)).submissions[0];
    expect(waiting).toMatchObject({state: 'with-assessors', mayWithdraw: false, verdict: null, judgements: []});
    expect((await judge(tom, submission, {place: 'first'})).statusCode).toBe(409);
    const both = (await judge(tom, submission, {place: 'second', lines: lines('not-yet', 'competent')})).json<SubmissionToJudge>();
    expect(both).toMatchObject({state: 'decided', verdict: 'not-yet'});
    expect(both.judgements.map(({place, isYours}) => [place, isYours])).toEqual([['first', false], ['second', true]]);
    expect(await resultOf(await idOf(ann))).toMatchObject([{verdict: 'not-yet'}]);
    const again = await handIn(ann, {evidence: {text: 'A better plan', link: null}});
    expect((await open(tess, again)).json<SubmissionToJudge>().earlier).toBe(1);
    await judge(tess, again);
    expect(await resultOf(await idOf(ann))).toEqual([{verdict: 'competent', submissionId: again.id}]);
    expect((await mine(ann)).submissions.map(({verdict}) => verdict)).toEqual(['competent', 'not-yet']);
  });

  test('a disagreement goes to a third person, who sees both and must give a reason', async () => {
    const ann = await newLearner();
    const submission = await handIn(ann, {taskId: 'always-two'});
    await judge(tess, submission);
    expect((await judge(tom, submission, {place: 'second', lines: lines('not-yet', 'strong')})).json<SubmissionToJudge>()).toMatchObject({state: 'waiting-moderator', verdict: null});
    for (const browser of [tess, tom]) expect((await judge(browser, submission, {place: 'moderator', comment: 'Mine'})).statusCode).toBe(409);
    expect((await open(boss, submission)).json<SubmissionToJudge>()).toMatchObject({yourPlace: 'moderator', judgements: [{place: 'first'}, {place: 'second'}]});
    const silent = await judge(boss, submission, {place: 'moderator'});
    expect([silent.statusCode, silent.json<{errors: {field: string}[]}>().errors[0]?.field]).toEqual([422, 'comment']);
    expect((await mine(ann)).submissions[0]?.judgements).toEqual([]);
    expect((await judge(boss, submission, {place: 'moderator', comment: 'The annex has the dates.'})).json<SubmissionToJudge>()).toMatchObject({state: 'decided', verdict: 'competent'});
    expect((await mine(ann)).submissions[0]?.judgements.map(({place, comment}) => [place, comment])).toEqual([['first', null], ['second', null], ['moderator', 'The annex has the dates.']]);
  });

  test('a second assessor comes by the draw of the id and the percentage, and whenever the first asks', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const drawn = await handIn(await newLearner(), {taskId: 'half-drawn'});
      expect((await judge(tess, drawn)).json<SubmissionToJudge>().state).toBe(isDrawn(drawn.id, 50) ? 'waiting-second' : 'decided');
    }
    expect((await judge(tess, await handIn(await newLearner(), {taskId: 'all-drawn'}))).json<SubmissionToJudge>().state).toBe('waiting-second');
    const asked = await handIn(await newLearner());
    expect((await judge(tess, asked, {asksSecond: true})).json<SubmissionToJudge>().state).toBe('waiting-second');
    expect((await judge(tom, asked, {place: 'second', asksSecond: true})).statusCode).toBe(422);
  });

  test('two who judge at the same moment: one is first, the other is told to look again', async () => {
    const submission = await handIn(await newLearner(), {taskId: 'always-two'});
    const answers = await Promise.all([judge(tess, submission), judge(tom, submission)]);
    expect(answers.map(({statusCode}) => statusCode).sort()).toEqual([201, 409]);
    expect(answers.find(({statusCode}) => statusCode === 409)?.json<{detail: string}>().detail).toMatch(/somebody was faster/);
  });

  test('tasks of a run are for its trainers and coordinators; others get the same answer as for no task at all', async () => {
    const run = await openRun(tess);
    const ann = await newLearner();
    await ann.send('POST', `/api/join/${run.joinCode}`);
    expect((await mine(ann)).runs).toContainEqual({id: run.id, title: 'Example run', courseId: 'planning'});
    const submission = await handIn(ann, {cohortId: run.id});
    expect((await open(tess, submission)).json<SubmissionToJudge>()).toMatchObject({yourPlace: 'first', run: {id: run.id, title: 'Example run'}});
    const [hidden, none] = [await open(tom, submission), await open(tom, {id: newId()})];
    expect([hidden.statusCode, hidden.json()]).toEqual([404, none.json()]);
    expect((await judge(tom, submission)).statusCode).toBe(404);
    expect((await queue(tom)).submissions.map(({id}) => id)).not.toContain(submission.id);
    expect((await tom.send('GET', `/api/judging?run=${run.id}`)).statusCode).toBe(404);
    expect((await queue(tess, `?run=${run.id}`)).submissions.map(({id}) => id)).toEqual([submission.id]);
    expect((await queue(boss, `?run=${run.id}`)).run).toEqual({id: run.id, title: 'Example run', courseId: 'planning'});
    await judge(tess, submission, {lines: lines('not-yet', 'not-yet')});
    expect((await open(tom, submission)).statusCode).toBe(404);
    await judge(boss, submission, {place: 'second'});
    expect((await open(tom, submission)).json<SubmissionToJudge>()).toMatchObject({state: 'waiting-moderator', yourPlace: 'moderator'});
    expect((await queue(tom, '?show=waiting-moderator')).submissions.map(({id}) => id)).toContain(submission.id);
    expect((await judge(tom, submission, {place: 'moderator', comment: 'The plan does.'})).json<SubmissionToJudge>().verdict).toBe('competent');
    expect((await open(tom, submission)).statusCode).toBe(200);
  });

  test('nobody judges their own task, whatever their role', async () => {
    const own = await handIn(tess);
    expect((await open(tess, own)).statusCode).toBe(404);
    expect((await judge(tess, own)).statusCode).toBe(404);
    expect((await queue(tess)).submissions.map(({id}) => id)).not.toContain(own.id);
    expect((await queue(tom)).submissions.map(({id}) => id)).toContain(own.id);
    const bosses = await handIn(boss);
    expect((await judge(boss, bosses)).statusCode).toBe(404);
    expect((await judge(await newLearner(), bosses)).statusCode).toBe(403);
  });

  test('the queue has filters and counts, and counts how far assessors agree', async () => {
    const run = await openRun(tom);
    const add = async (): Promise<MySubmission> => {
      const ann = await newLearner();
      await ann.send('POST', `/api/join/${run.joinCode}`);
      service.pass(1000);
      return handIn(ann, {cohortId: run.id, taskId: 'always-two'});
    };
    const [fresh, half, apart, done] = [await add(), await add(), await add(), await add()];
    for (const each of [half, apart, done]) await judge(tom, each);
    await judge(boss, apart, {place: 'second', lines: lines('not-yet', 'strong')});
    await judge(boss, done, {place: 'second'});
    const ids = async (browser: Browser, show: string): Promise<string[]> => (await queue(browser, `?run=${run.id}&show=${show}`)).submissions.map(({id}) => id);
    expect(await ids(tom, 'mine')).toEqual([fresh.id]);
    expect(await ids(boss, 'mine')).toEqual([fresh.id, half.id]);
    expect(await ids(tom, 'waiting-second')).toEqual([half.id]);
    expect(await ids(tom, 'waiting-moderator')).toEqual([apart.id]);
    expect(await ids(tom, 'decided')).toEqual([done.id]);
    const {counts, agreement, isCut} = await queue(boss, `?run=${run.id}`);
    expect([counts, isCut]).toEqual([{mine: 2, 'waiting-first': 1, 'waiting-second': 1, 'waiting-moderator': 1}, false]);
    expect(agreement).toEqual([{courseId: 'planning', taskId: 'always-two', pairs: [{first: 'competent', second: 'competent', count: 1}, {first: 'competent', second: 'not-yet', count: 1}]}]);
    expect((await tom.send('GET', '/api/judging?show=everything')).statusCode).toBe(422);
  });

  test('a rubric that is edited later changes nothing for what was handed in', async () => {
    const ann = await newLearner();
    const submission = await handIn(ann);
    const edited = await makeApp(store.database, {content: {...contentWithTasks(), courses: makeContent().courses.map((course) => ({...course, tasks: [makeTask({rubric: makeTask().rubric.slice(1)})]}))}});
    const boss2 = edited.browser();
    for (const [name, value] of boss.cookies) boss2.cookies.set(name, value);
    expect((await open(boss2, submission)).json<SubmissionToJudge>().task.rubric).toHaveLength(2);
    expect((await judge(boss2, submission, {lines: lines('competent')})).statusCode).toBe(422);
    expect((await judge(boss2, submission)).statusCode).toBe(201);
    await edited.close();
  });

  test('a decision completes the course that waits for it, and “not yet” does not', async () => {
    const ann = await newLearner();
    const completed = async (): Promise<string[]> => (await ann.send('GET', '/api/records')).json<{completions: {courseId: string}[]}>().completions.map(({courseId}) => courseId);
    const weak = await handIn(ann, {courseId: 'by-task'});
    await judge(tess, weak, {lines: lines('not-yet', 'strong')});
    await judge(tom, weak, {place: 'second', lines: lines('not-yet', 'strong')});
    expect(await completed()).toEqual([]);
    await judge(tess, await handIn(ann, {courseId: 'by-task'}));
    expect(await completed()).toEqual(['by-task']);
  });

  test('mails the learner that there is news and not which, writes each judgement into the audit log, and notes who looked', async () => {
    const email = `mailed.${kind}@example.org`;
    const ann = await service.signIn(email);
    const annId = await idOf(ann);
    const submission = await handIn(ann, {taskId: 'always-two'});
    await queue(tess);
    await open(tess, submission);
    await judge(tess, submission, {comment: FORMULA});
    const mails = () => service.parts.mailer.recent()?.filter(({to}) => to === email).map(({subject}) => subject) ?? [];
    expect(mails()).not.toContain('There is news on your task');
    await judge(tom, submission, {place: 'second'});
    await expect.poll(mails).toContain('There is news on your task');
    const text = service.parts.mailer.recent()?.find(({to, subject}) => to === email && subject.startsWith('There is news'))?.text ?? '';
    expect(text).toContain('/tasks/?course=planning&task=always-two');
    expect(text).not.toMatch(/competent|not yet/i);
    const entries = await store.database.query<{detail: unknown; object: string}>("select detail, object from audit_log where action = 'task-judged' and subject_id = $1::uuid order by seq", [annId]);
    expect(entries).toEqual([
      {object: `submission:${submission.id}`, detail: {courseId: 'planning', taskId: 'always-two', place: 'first', decides: false}},
      {object: `submission:${submission.id}`, detail: {courseId: 'planning', taskId: 'always-two', place: 'second', decides: true}},
    ]);
    expect((await checkChain(store.database)).fault).toBeNull();
    const looks = await store.database.query<{what: string}>('select what from looks where subject_id = $1::uuid and viewer_id = $2::uuid order by what', [annId, await idOf(tess)]);
    expect(looks.map(({what}) => what)).toEqual(['Judged task', 'List of judged tasks']);
  });
});

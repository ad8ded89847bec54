import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {createActor} from 'xstate';
import {describe, expect, it} from 'vitest';
import {attemptsOf, decideAnswer, decideHandIn, newAttempt} from '#browser/attempts.ts';
import {withChanges} from '#browser/database.ts';
import type {AttemptRow, Kept} from '#browser/database.ts';
import {wordsOf} from '#components/records/syncWords.ts';
import {standingIn} from '#core/courses/completion.ts';
import {drawItems, explainAttempt, markAttempt} from '#core/quizzes/attempt.ts';
import type {DrawnItem} from '#core/quizzes/attempt.ts';
import {mayStart} from '#core/quizzes/attemptRule.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import {QuizFile, toPublicQuiz} from '#core/quizzes/quiz.ts';
import {EMPTY_OUTBOX} from '#core/records/outbox.ts';
import {quizAttempt} from '#machines/quizAttempt.ts';
import {COURSE, makeAssessment, makeContent, makeQuestion, RIGHT, WRONG} from '../../support/smallContent.ts';
import {projectRoot} from '../../support/project.ts';

/**
 * What went wrong in other systems for learning, each bug by its public thread, so that it does not happen here. Attendance and
 * certificates have theirs beside them; how the sums of item analysis went wrong elsewhere is tested in itemAnalysis.test.ts.
 */
const quiz = makeAssessment();
const open = toPublicQuiz(quiz);
const AT = '2026-11-22T11:00:00.000Z';
const draw = () => drawItems(open, Math.random);
const all = (drawn: readonly DrawnItem[], given: Response) => Object.fromEntries(drawn.map(({itemId}) => [itemId, given]));
const nothing: Kept = {attempts: [], responses: [], outbox: [], results: []};
const start = (drawn = draw()): AttemptRow => newAttempt({quiz: open, drawn, drawnBy: 'device', owner: null});

describe('an attempt drawn from a bank', () => {
  it('is marked out of what was drawn for it, also after a retry (adaptlearning/adapt-contrib-assessment#218, openedx/openedx-platform#37830)', () => {
    const [first, second] = [draw(), draw()];
    expect(markAttempt(quiz, first, all(first, WRONG))).toMatchObject({got: 0, of: 180, passed: false});
    expect(markAttempt(quiz, second, {...all(first, WRONG), ...all(second, RIGHT)})).toMatchObject({got: 180, of: 180, passed: true});
  });

  it('comes back with the questions drawn and no others (adaptlearning/adapt_framework#1117)', () => {
    const attempt = start();
    expect(attempt.quiz.items.map(({id}) => id).sort()).toEqual(attempt.drawn.map(({itemId}) => itemId).sort());
  });

  it('draws those not seen before first (adaptlearning/adapt_framework#1980)', () => {
    const seen = new Set(['q1', 'q2', 'q4']);
    const drawn = drawItems(open, Math.random, seen).map(({itemId}) => itemId);
    expect(drawn).toContain('q3');
    expect(drawn.some((id) => id === 'q5' || id === 'q6')).toBe(true);
  });

  it('is marked by what an option is and not by where it stood (StudyDrift/lextures#638)', () => {
    const drawn = draw();
    const turned = drawn.map((item) => ({...item, optionOrder: [...item.optionOrder].reverse()}));
    expect(markAttempt(quiz, turned, all(drawn, RIGHT))).toEqual(markAttempt(quiz, drawn, all(drawn, RIGHT)));
  });

  it('shows options in one order from start to end (oppia/oppia#14426), and in another at the next try (frappe/lms#946)', () => {
    const attempt = start();
    const resumed = createActor(quizAttempt, {input: {quiz: attempt.quiz, attempt: JSON.parse(JSON.stringify(attempt)) as AttemptRow, index: 1}}).start();
    expect(resumed.getSnapshot().context.attempt.drawn).toEqual(attempt.drawn);
    const orders = Array.from({length: 60}, () => draw()[0]?.optionOrder.join());
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe('an attempt under way', () => {
  it('is not lost because an earlier one failed (adaptlearning/adapt-contrib-assessment#219)', () => {
    const failed = {...start(), handedInAt: AT};
    const next = start();
    const before: Kept = {...nothing, attempts: [failed]};
    const after = withChanges(before, decideAnswer(before, next, next.drawn[0]?.itemId ?? '', RIGHT).changes);
    expect(attemptsOf(after, () => true).map(({attempt, responses}) => [attempt.id, attempt.handedInAt, Object.keys(responses).length])).toEqual(
      expect.arrayContaining([[failed.id, AT, 0], [next.id, null, 1]]),
    );
  });

  it('loses no point when somebody leaves and comes back (h5p/moodle-mod_hvp#442)', () => {
    const drawn = draw();
    const kept = JSON.parse(JSON.stringify({drawn, responses: all(drawn, RIGHT)})) as {drawn: DrawnItem[]; responses: Record<string, Response>};
    expect(markAttempt(quiz, kept.drawn, kept.responses).got).toBe(180);
  });

  it('is not passed before all of it counts (sr258/scorm-h5p-wrapper#35, adaptlearning/adapt_framework#1953)', () => {
    const drawn = draw();
    const [first] = drawn;
    expect(markAttempt(quiz, drawn, {[first?.itemId ?? '']: RIGHT}).passed).toBe(false);
    expect(markAttempt(quiz, [], {}).passed).toBe(false);
    const file = {kind: 'quiz', mode: 'assessed', title: 'T', pass: {percent: 0, basis: 'provisional', rationale: 'x'}, draw: [{bank: 'b', take: 1}]};
    expect(QuizFile.safeParse(file).success).toBe(false);
  });
});

describe('an attempt handed in', () => {
  it('stays as it is after a reload, failed or not (adaptlearning/adapt_framework#2173)', () => {
    const attempt = start();
    const responses = all(attempt.drawn, WRONG);
    const actor = createActor(quizAttempt, {input: {quiz: attempt.quiz, attempt, responses, handedIn: true}}).start();
    expect(actor.getSnapshot()).toMatchObject({status: 'done', value: 'handedIn', context: {responses}});
  });

  it('is sent once, however often it is opened again (h5p/h5p-course-presentation#286)', () => {
    const attempt = start();
    const once = decideHandIn(nothing, attempt, all(attempt.drawn, RIGHT), 'me', AT);
    const after = withChanges(nothing, once.changes);
    expect(after.outbox).toHaveLength(1);
    expect(decideHandIn(after, attempt, {}, 'me', AT)).toMatchObject({changes: [], value: {outcome: 'closed'}});
  });

  it('leaves the door open after a fail, and never calls the course failed (adaptlearning/adapt_framework#1448)', () => {
    expect(mayStart({max: 3}, [{at: AT, passed: false}], AT)).toEqual({may: true, left: 2});
    expect(standingIn(COURSE, [{quizId: COURSE.assessment ?? '', at: AT, passed: false}]).missing.map(({text}) => text)).toContain('Pass the assessment');
  });

  it('tells the key only after a pass (freeCodeCamp/freeCodeCamp#58394), and says which questions were left open (#57642)', () => {
    const drawn = draw();
    const told = explainAttempt(quiz, drawn, all(drawn, WRONG), false).flatMap(({parts}) => parts);
    expect(told.every(({chosen, answer}) => chosen && answer === undefined)).toBe(true);
    expect(markAttempt(quiz, drawn, {}).items.map(({outcome}) => outcome)).toEqual(['not-answered', 'not-answered', 'not-answered']);
  });
});

describe('a completion', () => {
  const done = makeContent().quizzes.filter(({mode}) => mode === 'practice').map(({id}) => ({quizId: id, at: '2026-11-20T11:00:00.000Z', passed: null}));
  const passed = {quizId: COURSE.assessment ?? '', at: '2026-11-21T11:00:00.000Z', passed: true};

  it('is not undone by a later attempt that fails (thexerteproject/xerteonlinetoolkits#432, #488)', () => {
    expect(standingIn(COURSE, [...done, passed, {...passed, at: AT, passed: false}]).completedAt).toBe(passed.at);
  });

  it('comes with a pass and the lessons, and with neither alone (overhangio/openedx-scorm-xblock#104)', () => {
    expect(standingIn(COURSE, [passed]).completedAt).toBeNull();
    expect(standingIn(COURSE, done).completedAt).toBeNull();
    expect(standingIn(COURSE, [passed, ...done]).completedAt).toBe(passed.at);
  });

  it('outlives an edited quiz, whose old attempts keep their own wording (Automattic/sensei#2884, chamilo/chamilo-lms#9037)', () => {
    const attempt = start();
    const edited = toPublicQuiz({...quiz, version: 'assessment-v2', items: quiz.items.map(({id}) => makeQuestion(id, 'v2'))});
    expect(attempt.quiz.version).not.toBe(edited.version);
    expect(attempt.quiz.items.every(({version}) => version === 'v1')).toBe(true);
    expect(standingIn({...COURSE, version: 2}, [passed, ...done]).completedAt).toBe(passed.at);
  });
});

describe('the screen', () => {
  it('never says a bare “Saved” of what has not been sent (objectstack-ai/duly#17, adaptlearning/adapt-contrib-spoor#268, #320)', () => {
    const item = {id: 'x', quizId: 'q', at: AT, owner: 'me', state: 'waiting' as const, reason: null, tries: 1};
    const view = {...EMPTY_OUTBOX, items: [item], waiting: 1, service: 'unreachable' as const, lastError: 'The record service cannot be reached.'};
    const words = JSON.stringify(wordsOf(item, view, 'me'));
    expect(words).toMatch(/saved on this device/i);
    expect(words).not.toMatch(/"Saved\.?"/);
  });

  it('asks nobody to drag anything (thexerteproject/xerteonlinetoolkits#1110, #1384; learningequality/kolibri#14882)', () => {
    const folder = path.join(projectRoot, 'src/components/quiz');
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.tsx'));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => /draggable|onDrag|onDrop/.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
  });
});

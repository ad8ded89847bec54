import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {RunFact, TaskFact} from '#core/courses/api.ts';
import type {AttendanceMark} from '#core/courses/attendance.ts';
import {NO_TRAINING, standingIn} from '#core/courses/completion.ts';
import type {AttemptFact, CompletionFact, TrainingFacts} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {heldIn} from '#core/courses/due.ts';
import {begunIn} from '#core/courses/myLearning.ts';
import {lastMet} from '#core/courses/renewal.ts';
import {asksForMore, asksForTraining, ignoringLapses} from '#core/courses/rule.ts';
import type {CompletionRule, RuleGroup} from '#core/courses/rule.ts';

const task = (id: string) => ({id, title: `Task ${id}`, brief: '-', evidence: ['text' as const], rubric: [], assessors: 1, sample: 20});
const makeCourse = (rule: RuleGroup): Course => ({
  id: 'course', title: 'Course', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: ['a', 'b'].map((id) => ({id, title: `Lesson ${id}`, description: '-', minutes: 5, outcomes: ['one'], practice: `practice-${id}`})),
  assessment: 'final', tasks: [task('plan'), task('report')], rule,
  others: [{id: 'intro', title: 'Introduction', validFor: 'P24M'}, {id: 'other', title: 'Other', validFor: 'P24M'}, {id: 'short', title: 'Short'}],
  owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
});
const day = (number: number): string => new Date(Date.UTC(2026, 10, 1, 10) + Math.round((number - 1) * 86_400_000)).toISOString();
const NOW = day(20);

/** A run with a session on each of these days; `marks` by the number of the session. */
const run = (days: number[], marks: Record<number, AttendanceMark> = {}, changes: Partial<RunFact> & {mandatory?: number[]} = {}): RunFact => {
  const {mandatory = [], ...rest} = changes;
  return {
    id: 'run', courseId: 'course', isCancelled: false,
    sessions: days.map((each, index) => ({id: `s${index}`, title: `Session ${index + 1}`, startsAt: day(each), endsAt: day(each + 0.1), isMandatory: mandatory.includes(index), isCancelled: false})),
    marks: Object.entries(marks).map(([index, mark]) => ({sessionId: `s${index}`, mark, minutes: null, at: day((days[Number(index)] ?? 0) + 0.2)})),
    ...rest,
  };
};
const taskFact = (state: TaskFact['state'], at: string, taskId = 'plan'): TaskFact => ({courseId: 'course', taskId, state, at});
const completion = (courseId: string, completedAt: string, renewedAt: string | null = null): CompletionFact => ({courseId, completedAt, renewedAt});
const facts = (changes: Partial<TrainingFacts>): TrainingFacts => ({...NO_TRAINING, ...changes});

describe('attendance as a condition', () => {
  const asks = (attendance: object, runs: RunFact[], now = NOW) => standingIn(makeCourse({all: [{attendance}]}), [], facts({runs}), now);
  it.each<[string, object, RunFact[], string | null, string | undefined]>([
    ['a run to be booked', {minPercent: 80}, [], null, 'Book a place in a run of this course'],
    ['a run to be booked where the only one was cancelled', {minPercent: 80}, [run([1, 2], {0: 'present'}, {isCancelled: true})], null, 'Book a place in a run of this course'],
    ['dates of a run without any', {minPercent: 80}, [run([])], null, 'Ask your trainer for the dates: your course run has no sessions yet'],
    ['the sessions that are left', {minPercent: 80}, [run([1, 25, 26, 27], {0: 'present'})], null, 'Be at 3 more sessions (you have 1 of 4, 80% of all are asked for)'],
    ['sessions by number', {minSessions: 2}, [run([1, 25], {0: 'present'})], null, 'Be at 1 more session (you have 1 of 2, 2 sessions are asked for)'],
    ['sessions that are over and not marked yet', {minPercent: 100}, [run([1, 2], {0: 'present'})], null, 'Be at 1 more session (you have 1 of 2, 100% of all are asked for)'],
    ['another run, where this one is lost', {minPercent: 80}, [run([1, 2, 25], {0: 'absent', 1: 'present'})], null, 'This run can no longer reach 80%: ask your trainer about another run'],
    ['another run, where a mandatory session was missed', {minPercent: 50, mandatory: true}, [run([1, 2], {0: 'excused', 1: 'present'}, {mandatory: [0]})], null, 'You were not at “Session 1”, which is mandatory: ask your trainer about another run'],
    ['another run, where nobody need be at any one session and all were missed', {mandatory: true}, [run([1], {0: 'absent'})], null, 'This run can no longer reach 1 session: ask your trainer about another run'],
    ['mandatory sessions still to come', {minPercent: 50, mandatory: true}, [run([1, 25], {0: 'present'}, {mandatory: [1]})], null, 'Be at “Session 2”: this session is mandatory'],
    ['mandatory sessions among those that are left', {minPercent: 100, mandatory: true}, [run([1, 25, 26], {0: 'present'}, {mandatory: [1]})], null, 'Be at 2 more sessions (you have 1 of 3, 100% of all are asked for). Do not miss “Session 2”'],
    ['nothing more, from the mark that made it enough', {minPercent: 50}, [run([1, 2, 3, 25], {0: 'absent', 1: 'present', 2: 'late'})], day(3.2), undefined],
  ])('asks for %s', (_, attendance, runs, completedAt, text) => {
    const standing = asks(attendance, runs);
    expect(standing.completedAt).toBe(completedAt);
    expect(standing.missing[0]?.text).toBe(text);
  });

  it('counts each run by itself, and the best one stands', () => {
    const halves = [run([1, 2], {0: 'present', 1: 'absent'}), run([3, 25], {0: 'present'}, {id: 'second'})];
    expect(asks({minPercent: 80}, halves)).toMatchObject({completedAt: null, missing: [{text: 'Be at 1 more session (you have 1 of 2, 80% of all are asked for)', href: '/attendance/'}]});
    expect(asks({minPercent: 80}, [...halves, run([5], {0: 'present'}, {id: 'third'})]).completedAt).toBe(day(5.2));
    expect(asks({minPercent: 80}, [run([1], {0: 'present'}, {courseId: 'another'})]).missing[0]?.href).toBe('/bookings/');
  });
});

describe('a judged task as a condition', () => {
  it.each<[string, TaskFact[], string | null, string | undefined]>([
    ['not handed in', [], null, 'Hand in the task “Task plan”'],
    ['handed in', [taskFact('handed-in', day(1))], null, 'Your task “Task plan” is with the assessors'],
    ['judged not yet', [taskFact('handed-in', day(1)), taskFact('not-yet', day(2))], null, 'Hand the task “Task plan” in again: it was judged “not yet”'],
    ['handed in again', [taskFact('handed-in', day(1)), taskFact('not-yet', day(2)), taskFact('handed-in', day(3))], null, 'Your task “Task plan” is with the assessors'],
    ['judged competent', [taskFact('handed-in', day(1)), taskFact('competent', day(2)), taskFact('handed-in', day(3))], day(2), undefined],
    ['another task', [taskFact('competent', day(2), 'report')], null, 'Hand in the task “Task plan”'],
  ])('%s', (_, tasks, completedAt, text) => {
    const standing = standingIn(makeCourse({all: [{task: 'plan', judged: 'competent'}]}), [], facts({tasks}), NOW);
    expect([standing.completedAt, standing.missing[0]?.text]).toEqual([completedAt, text]);
    if (text) expect(standing.missing[0]?.href).toBe('/tasks/?course=course&task=plan');
  });
});

describe('another course as a condition', () => {
  const of = (rule: CompletionRule, changes: Partial<TrainingFacts>, now = '2027-05-05T10:00:00Z') => standingIn(makeCourse({all: [{task: 'plan', judged: 'competent'}, rule]}), [], facts({tasks: [taskFact('competent', '2027-05-04T10:00:00Z')], ...changes}), now);
  const current = {current: 'intro'};
  it.each<[string, CompletionRule, CompletionFact[], string | null, string | undefined]>([
    ['to be completed', current, [], null, 'Complete “Introduction”'],
    ['current when the rest was met', current, [completion('intro', '2026-01-01T10:00:00Z')], '2027-05-04T10:00:00Z', undefined],
    ['current on its last day', current, [completion('intro', '2025-05-04T22:00:00Z')], '2027-05-04T10:00:00Z', undefined],
    ['lapsed before the rest was met', current, [completion('intro', '2025-05-02T10:00:00Z')], null, 'Renew “Introduction”: it lapsed on 3 May 2027'],
    ['renewed after a lapse', current, [completion('intro', '2024-01-01T10:00:00Z', '2027-05-05T09:00:00Z')], '2027-05-05T09:00:00Z', undefined],
    ['completed at any time, where that is enough', {completed: 'intro'}, [completion('intro', '2020-01-01T10:00:00Z')], '2027-05-04T10:00:00Z', undefined],
    ['current without end', {current: 'short'}, [completion('short', '2020-01-01T10:00:00Z')], '2027-05-04T10:00:00Z', undefined],
  ])('%s', (_, rule, completions, completedAt, text) => {
    const standing = of(rule, {completions});
    expect([standing.completedAt, standing.missing[0]?.text]).toEqual([completedAt, text]);
  });

  it('takes nothing away when it lapses later', () => {
    expect(of(current, {completions: [completion('intro', '2026-01-01T10:00:00Z')]}, '2030-01-01T10:00:00Z').completedAt).toBe('2027-05-04T10:00:00Z');
  });

  it('may be shown by another body’s certificate, for as long as that body says', () => {
    const certificate = (until: string | null) => ({certificates: [{courseId: 'intro', from: '2026-01-01T10:00:00Z', until}]});
    expect(of(current, certificate('2027-05-04T12:00:00Z')).completedAt).toBe('2027-05-04T10:00:00Z');
    expect(of(current, certificate(null)).completedAt).toBe('2027-05-04T10:00:00Z');
    expect(of(current, certificate('2025-12-31T12:00:00Z')).completedAt).toBeNull();
    expect(of(current, certificate('2027-05-02T12:00:00Z')).missing[0]?.text).toBe('Renew “Introduction”: it lapsed on 3 May 2027');
    expect(of({completed: 'intro'}, certificate('2026-02-01T12:00:00Z')).completedAt).toBe('2027-05-04T10:00:00Z');
  });
});

describe('a choice', () => {
  const rule: RuleGroup = {all: [{lessons: 'all'}, {any: [{task: 'plan', judged: 'competent'}, {all: [{attendance: {minPercent: 100}}, {current: 'intro'}]}]}]};
  const lessons: AttemptFact[] = [{quizId: 'practice-a', at: day(1), passed: null}, {quizId: 'practice-b', at: day(2), passed: null}];

  it('is said as one thing, with the place of each way', () => {
    expect(standingIn(makeCourse(rule), lessons, NO_TRAINING, NOW).missing).toEqual([{
      text: 'Either hand in the task “Task plan”, or book a place in a run of this course and complete “Introduction”', href: '/tasks/?course=course&task=plan',
      ways: [{text: 'Hand in the task “Task plan”', href: '/tasks/?course=course&task=plan'}, {text: 'Book a place in a run of this course and complete “Introduction”', href: '/bookings/'}],
    }]);
  });

  it('leaves out a way that can no longer be gone, and is lost when all of them are', () => {
    const lost = facts({runs: [run([1], {0: 'absent'})]});
    expect(standingIn(makeCourse(rule), lessons, lost, NOW).missing).toEqual([{text: 'Hand in the task “Task plan”', href: '/tasks/?course=course&task=plan'}]);
    expect(standingIn(makeCourse(rule), lessons, lost, NOW).conditions[1]?.isOutOfReach).toBe(false);
    const both = makeCourse({any: [{attendance: {minPercent: 100}}, {attendance: {minSessions: 1}}]});
    expect(standingIn(both, [], lost, NOW).conditions).toMatchObject([{isOutOfReach: true, metAt: null}]);
  });

  it('is met at the earliest way', () => {
    const training = facts({tasks: [taskFact('competent', day(9))], runs: [run([3], {0: 'present'})], completions: [completion('intro', day(5))]});
    expect(standingIn(makeCourse(rule), lessons, training, NOW)).toMatchObject({completedAt: day(5), conditions: [{metAt: day(2)}, {metAt: day(5)}]});
  });
});

describe('any rule over any facts', () => {
  const leaf = fc.constantFrom<CompletionRule>(
    {lessons: 'all'}, {quiz: 'final', passed: true}, {attendance: {minPercent: 75}}, {attendance: {minSessions: 1, mandatory: true}}, {task: 'plan', judged: 'competent'},
    {task: 'report', judged: 'competent'}, {current: 'intro'}, {current: 'other'}, {completed: 'intro'}, {current: 'short'},
  );
  const {tree} = fc.letrec<{tree: CompletionRule}>((tie) => ({
    tree: fc.oneof({depthSize: 'small', withCrossShrink: true}, leaf, fc.array(tie('tree'), {minLength: 1, maxLength: 3}).map((all) => ({all})), fc.array(tie('tree'), {minLength: 1, maxLength: 3}).map((any) => ({any}))),
  }));
  const group = tree.map((rule): RuleGroup => ('all' in rule || 'any' in rule ? rule : {all: [rule]}));
  const moment = fc.integer({min: 0, max: 2000}).map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString());
  const attempt = fc.record({quizId: fc.constantFrom('practice-a', 'practice-b', 'final'), at: moment, passed: fc.constantFrom(true, false, null)});
  const mark = fc.constantFrom<AttendanceMark | null>('present', 'present', 'absent', 'excused', 'late', null);
  const oneRun = fc.record({id: fc.uuid(), first: moment, marks: fc.array(mark, {minLength: 1, maxLength: 4}), mandatory: fc.nat(3), isCancelled: fc.boolean()}).map(({id, first, marks, mandatory, isCancelled}): RunFact => {
    const at = (index: number, hours: number): string => new Date(Date.parse(first) + index * 86_400_000 + hours * 3_600_000).toISOString();
    return {
      id, courseId: 'course', isCancelled,
      sessions: marks.map((_, index) => ({id: `${id}-${index}`, title: `Session ${index}`, startsAt: at(index, 0), endsAt: at(index, 2), isMandatory: index === mandatory, isCancelled: false})),
      marks: marks.flatMap((each, index) => (each === null ? [] : [{sessionId: `${id}-${index}`, mark: each, minutes: null, at: at(index, 3)}])),
    };
  });
  const oneTask = fc.record({courseId: fc.constant('course'), taskId: fc.constantFrom('plan', 'report'), state: fc.constantFrom('handed-in' as const, 'competent' as const, 'not-yet' as const), at: moment});
  const oneCompletion = fc.record({courseId: fc.constantFrom('intro', 'other', 'short'), completedAt: moment, renewedAt: fc.option(moment)});
  const certificate = fc.record({courseId: fc.constantFrom('intro', 'other'), from: moment, until: fc.option(moment)});
  const evidence = fc.record({
    attempts: fc.array(attempt, {maxLength: 6}),
    training: fc.record({runs: fc.array(oneRun, {maxLength: 3}), tasks: fc.array(oneTask, {maxLength: 4}), completions: fc.array(oneCompletion, {maxLength: 3}), certificates: fc.array(certificate, {maxLength: 2})}),
  });
  type Evidence = {attempts: AttemptFact[]; training: TrainingFacts};
  const stand = (rule: RuleGroup, {attempts, training}: Evidence, now = NOW) => standingIn(makeCourse(rule), attempts, training, now);

  it('is complete exactly when nothing is missing, whatever the time', () => {
    fc.assert(fc.property(group, evidence, moment, (rule, known, now) => {
      const {missing, completedAt, conditions} = stand(rule, known, now);
      expect(missing.length === 0).toBe(completedAt !== null);
      expect(completedAt).toBe(stand(rule, known).completedAt);
      for (const {metAt, needs} of conditions) expect(needs.length === 0).toBe(metAt !== null);
      for (const {text, href} of missing) expect([text.length > 0, href.startsWith('/')]).toEqual([true, true]);
    }), {numRuns: 400});
  });

  it('does not depend on the order of facts', () => {
    fc.assert(fc.property(group, evidence, (rule, {attempts, training}) => {
      const turned = {
        runs: training.runs.map((each) => ({...each, marks: [...each.marks].reverse()})).reverse(), tasks: [...training.tasks].reverse(),
        completions: [...training.completions].reverse(), certificates: [...training.certificates].reverse(),
      };
      expect(stand(rule, {attempts: [...attempts].reverse(), training: turned})).toEqual(stand(rule, {attempts, training}));
    }), {numRuns: 300});
  });

  it('is never undone by more evidence, nor completed later because of it', () => {
    fc.assert(fc.property(group, evidence, evidence, (rule, before, more) => {
      const both = {
        attempts: [...before.attempts, ...more.attempts],
        training: {
          // A session that nobody had marked gets a mark of presence, and there are further runs.
          runs: [...before.training.runs.map((each) => ({...each, marks: [...each.marks, ...each.sessions.filter(({id}) => !each.marks.some(({sessionId}) => sessionId === id))
            .map(({id, endsAt}) => ({sessionId: id, mark: 'present' as const, minutes: null, at: endsAt}))]})), ...more.training.runs],
          tasks: [...before.training.tasks, ...more.training.tasks], completions: [...before.training.completions, ...more.training.completions],
          certificates: [...before.training.certificates, ...more.training.certificates],
        },
      };
      const first = stand(rule, before).completedAt;
      const then = stand(rule, both).completedAt;
      if (first !== null) expect(then !== null && Date.parse(then) <= Date.parse(first)).toBe(true);
    }), {numRuns: 300});
  });

  it('comes to the same however it is nested', () => {
    const same = (one: RuleGroup, other: RuleGroup, known: Evidence): void => {
      const {conditions: _one, ...a} = stand(one, known);
      const {conditions: _other, ...b} = stand(other, known);
      expect(a).toEqual(b);
    };
    fc.assert(fc.property(tree, tree, tree, evidence, (a, b, c, known) => {
      same({all: [a, {all: [b, c]}]}, {all: [{all: [a, b]}, c]}, known);
      same({any: [a, {any: [b, c]}]}, {any: [a, b, c]}, known);
      same({all: [{all: [a]}]}, {any: [a]}, known);
      expect(stand({all: [a, {any: [b, c]}]}, known).completedAt).toBe(stand({any: [{all: [a, b]}, {all: [a, c]}]}, known).completedAt);
      expect(stand({all: [a, b]}, known).completedAt).toBe(stand({all: [b, a]}, known).completedAt);
    }), {numRuns: 300});
  });

  it('is met with lapses left aside whenever it is met with them', () => {
    fc.assert(fc.property(group, evidence, (rule, known) => {
      if (stand(rule, known).completedAt !== null) expect(stand(ignoringLapses(rule), known).completedAt).not.toBeNull();
    }), {numRuns: 200});
  });
});

describe('a course with sessions', () => {
  const course = makeCourse({all: [{lessons: 'all'}, {attendance: {minPercent: 100}}, {task: 'plan', judged: 'competent'}]});
  const first = run([3], {0: 'present'});
  const later = run([9], {0: 'present'}, {id: 'later'});
  const lessons: AttemptFact[] = ['practice-a', 'practice-b'].map((quizId) => ({quizId, at: day(1), passed: null}));
  const tasks = [taskFact('competent', day(4))];

  it('is renewed by being at a later run, and by nothing else', () => {
    expect(lastMet(course, lessons, facts({runs: [first], tasks}))).toBe(day(3.2));
    expect(heldIn([course], {attempts: lessons, completions: [], training: facts({runs: [first], tasks})}, true)).toMatchObject([{completedAt: day(4), renewedAt: null}]);
    expect(heldIn([course], {attempts: [...lessons, ...lessons.map((each) => ({...each, at: day(8)}))], completions: [], training: facts({runs: [first], tasks})}, true)).toMatchObject([{renewedAt: null}]);
    expect(heldIn([course], {attempts: lessons, completions: [], training: facts({runs: [first, later], tasks})}, true)).toMatchObject([{completedAt: day(4), renewedAt: day(9.2)}]);
  });

  it('counts as begun with a place in a run', () => {
    expect(begunIn([course], [], [], [], facts({runs: [run([25])]}), NOW)).toMatchObject([{courseId: 'course', next: {href: '/learn/course/a/'}}]);
    expect(begunIn([course], [], [], [], facts({runs: [run([25], {}, {isCancelled: true})]}), NOW)).toEqual([]);
  });

  it('is known as such', () => {
    expect([asksForTraining(course.rule), asksForMore(course.rule), asksForMore({all: [{lessons: 'all'}, {quiz: 'final', passed: true}]}), asksForTraining({any: [{current: 'intro'}]}), asksForMore({any: [{current: 'intro'}]})])
      .toEqual([true, true, false, false, true]);
  });
});

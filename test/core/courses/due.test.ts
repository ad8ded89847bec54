import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {AttemptFact} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {comingFrom, dueOn, heldIn, joinCompletions, standingOf} from '#core/courses/due.ts';
import type {Due, Held} from '#core/courses/due.ts';
import {wordsOfDue} from '#core/courses/dueWords.ts';
import {keyOfDue, reminderDay, writeReminder} from '#core/courses/reminderMail.ts';
import {addDays} from '#core/planning/days.ts';

const lesson = (id: string) => ({id, title: `Lesson ${id}`, description: '-', minutes: 5, outcomes: ['one'], practice: `practice-${id}`});
const course: Course = {
  id: 'intro', title: 'Introduction', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: [lesson('a'), lesson('b')], assessment: 'final', rule: {all: [{lessons: 'all'}, {quiz: 'final', passed: true}]},
  validFor: 'P24M', refreshEvery: 'P6M', owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};
const {assessment: _none, ...rest} = course;
const component: Course = {...rest, id: 'short', title: 'Short', rule: {all: [{lessons: 'all'}]}};

const at = (day: string): string => `${day}T10:00:00Z`;
const did = (quizId: string, day: string, passed: boolean | null = null): AttemptFact => ({quizId, at: at(day), passed});
const lessons = [did('practice-a', '2026-11-20'), did('practice-b', '2026-11-21')];
const completed = [...lessons, did('final', '2026-11-22', true)];
const held = (changes: Partial<Held> = {}): Held => ({courseId: 'intro', by: 'completion', completedAt: at('2026-11-22'), renewedAt: null, ...changes});

describe('the courses that somebody holds', () => {
  const completion = {courseId: 'intro', courseVersion: 1, completedAt: at('2026-11-22')};
  it.each<[string, AttemptFact[], boolean, ReturnType<typeof heldIn>]>([
    ['none after the lessons alone', lessons, true, []],
    ['one after the lessons alone, where nobody can mark the assessment', lessons, false, [held({by: 'lessons', completedAt: at('2026-11-21')})]],
    ['none after one lesson, wherever', [did('practice-a', '2026-11-20')], false, []],
    ['one that is complete', completed, true, [held()]],
    ['one that is complete, also where nobody can mark', completed, false, [held()]],
    ['one renewed by the last pass', [...completed, did('final', '2027-03-01', true), did('final', '2027-05-01', true), did('final', '2027-06-01', false)], true, [held({renewedAt: at('2027-05-01')})]],
    ['one not renewed by a try that did not pass', [...completed, did('final', '2027-03-01', false)], true, [held()]],
    ['lessons renewed when each is done again', [...lessons, did('practice-a', '2027-02-01'), did('practice-b', '2027-02-03')], false, [held({by: 'lessons', completedAt: at('2026-11-21'), renewedAt: at('2027-02-01')})]],
    ['lessons not renewed by one alone', [...lessons, did('practice-a', '2027-02-01')], false, [held({by: 'lessons', completedAt: at('2026-11-21')})]],
  ])('are %s', (_, attempts, canAssess, expected) => {
    expect(heldIn([course], {attempts, completions: []}, canAssess)).toEqual(expected);
  });

  it('stand once they are confirmed, when a later version of the course asks for more', () => {
    const longer: Course = {...course, version: 2, lessons: [...course.lessons, lesson('c')]};
    expect(heldIn([longer], {attempts: completed, completions: [completion]}, true)).toEqual([held()]);
    expect(heldIn([longer], {attempts: [...completed, did('final', '2028-01-01', true)], completions: [completion]}, true)).toEqual([held({renewedAt: at('2028-01-01')})]);
  });

  it('take the renewal that only the record knows', () => {
    expect(heldIn([course], {attempts: [], completions: [{...completion, renewedAt: at('2027-04-01')}]}, true)).toEqual([held({renewedAt: at('2027-04-01')})]);
  });

  it('renew a course without an assessment by its lessons', () => {
    const attempts = [...lessons, did('practice-a', '2027-02-05'), did('practice-b', '2027-02-03')];
    expect(heldIn([component], {attempts, completions: []}, true)).toEqual([{...held({courseId: 'short', completedAt: at('2026-11-21')}), renewedAt: at('2027-02-03')}]);
  });

  it('are joined from several lists: first completed, last renewed', () => {
    expect(joinCompletions([{...completion, completedAt: at('2027-01-01'), renewedAt: at('2027-03-01')}, {...completion, renewedAt: null}, completion]))
      .toEqual([{...completion, renewedAt: at('2027-03-01')}]);
  });
});

describe('what is due', () => {
  const kinds = (today: string, mine: Held = held(), attempts: AttemptFact[] = []): string[] => dueOn([course, component], [mine], attempts, today).map((due) => `${due.kind} ${due.on} ${due.href}`);

  it.each([
    ['nothing at first', '2026-12-19', []],
    ['a refresher after four weeks', '2026-12-20', ['refresher 2026-12-20 /learn/intro/refresher/']],
    ['nothing more than the refresher 61 days before the end', '2028-09-22', ['refresher 2028-05-22 /learn/intro/refresher/']],
    ['the assessment 60 days before the end', '2028-09-23', ['due-soon 2028-09-23 /learn/intro/assessment/', 'refresher 2028-05-22 /learn/intro/refresher/']],
    ['the assessment on the last day', '2028-11-22', ['due-soon 2028-09-23 /learn/intro/assessment/', 'refresher 2028-05-22 /learn/intro/refresher/']],
    ['the assessment alone when it has lapsed', '2028-11-23', ['lapsed 2028-11-23 /learn/intro/assessment/']],
    ['the assessment alone years later', '2050-01-01', ['lapsed 2028-11-23 /learn/intro/assessment/']],
  ])('is %s', (_, today, expected) => {
    expect(kinds(today)).toEqual(expected);
  });

  it('counts a refresher handed in late in the evening by its day in London', () => {
    // Already 22 May in London.
    expect(kinds('2027-05-22', held(), [{quizId: 'intro-refresher', at: '2027-05-21T23:30:00Z', passed: null}])).toEqual([]);
  });

  it('starts anew from a renewal', () => {
    const renewed = held({renewedAt: at('2028-10-01')});
    expect(kinds('2028-10-02', renewed)).toEqual([]);
    expect(kinds('2028-10-29', renewed)).toEqual(['refresher 2028-10-29 /learn/intro/refresher/']);
    expect(standingOf(course, renewed, [], '2028-12-01').until).toBe('2030-10-01');
  });

  it('leads to the lessons where there is no assessment to take', () => {
    expect(kinds('2028-11-23', held({by: 'lessons'}))).toEqual(['lapsed 2028-11-23 /learn/intro/']);
    expect(kinds('2028-10-01', held({by: 'lessons'}))).toEqual(['refresher 2028-05-22 /learn/intro/refresher/']);
    expect(kinds('2028-11-23', held({courseId: 'short'}))).toEqual(['lapsed 2028-11-23 /learn/short/']);
  });

  it('leaves out a course that has left the site', () => {
    expect(kinds('2028-11-23', held({courseId: 'gone'}))).toEqual([]);
  });

  it('is never two refreshers of one course, nor a refresher beside a lapsed completion', () => {
    const anyDay = fc.integer({min: 0, max: 3000}).map((count) => addDays('2026-11-22', count));
    fc.assert(fc.property(anyDay, fc.array(anyDay, {maxLength: 6}), fc.option(anyDay, {nil: null}), (today, done, renewedOn) => {
      const due = dueOn([course], [held({renewedAt: renewedOn && at(renewedOn)})], done.map((day) => did('intro-refresher', day)), today);
      expect(due.filter(({kind}) => kind === 'refresher').length).toBeLessThanOrEqual(1);
      if (due.some(({kind}) => kind === 'lapsed')) expect(due).toHaveLength(1);
      for (const {on} of due) expect(on <= today).toBe(true);
    }));
  });
});

describe('the dates to come', () => {
  it('are the refresher that is due, those after it and the end', () => {
    expect(comingFrom([course], [held()], [], '2027-01-10').map(({kind, on}) => `${kind} ${on}`))
      .toEqual(['refresher 2026-12-20', 'refresher 2027-05-22', 'refresher 2027-11-22', 'refresher 2028-05-22', 'end 2028-11-22']);
    expect(comingFrom([course], [held()], [did('intro-refresher', '2027-05-15')], '2027-05-15').map(({kind, on}) => `${kind} ${on}`))
      .toEqual(['refresher 2027-11-22', 'refresher 2028-05-22', 'end 2028-11-22']);
  });

  it('are none when it has lapsed, and no more than two years of them without an end', () => {
    expect(comingFrom([course], [held()], [], '2028-11-23')).toEqual([]);
    const {validFor: _for, ...endless} = course;
    expect(comingFrom([endless], [held()], [], '2027-05-22').map(({on}) => on)).toEqual(['2027-05-22', '2027-11-22', '2028-05-22', '2028-11-22', '2029-05-22']);
  });
});

describe('in words', () => {
  const due = (changes: Partial<Due>): Due => ({kind: 'refresher', courseId: 'intro', title: 'Introduction', by: 'completion', on: '2026-12-20', until: '2028-11-22', assessed: true, href: '/learn/intro/refresher/', ...changes});
  it.each([
    [due({}), 'Refresher: 5 questions, about 3 minutes. Due since 20 December 2026.'],
    [due({by: 'lessons'}), 'Refresher: 5 questions, about 3 minutes. Due since 20 December 2026 (lessons done).'],
    [due({kind: 'due-soon'}), 'Your completion counts until 22 November 2028. Pass the assessment again to renew it.'],
    [due({kind: 'lapsed'}), 'Your completion lapsed: it counted until 22 November 2028. Pass the assessment again to renew it.'],
    [due({kind: 'lapsed', assessed: false}), 'Your completion lapsed: it counted until 22 November 2028. Answer the questions of its lessons again to renew it.'],
    [due({kind: 'lapsed', by: 'lessons', assessed: false}), 'Lessons done, and what you learned counted until 22 November 2028. Answer their questions again to refresh it.'],
  ])('says what is due and what to do (%#)', (each, text) => {
    expect(wordsOfDue(each).text).toBe(text);
  });

  const options = {site: 'https://consult.example.org', contact: {team: 'Consultation team', email: 'consultation@example.org'}};
  it('writes one mail about one thing or several', () => {
    const one = writeReminder([due({})], options);
    expect(one.subject).toBe('Refresher due: Introduction');
    expect(one.text).toBe([
      'Due in your learning:', '', 'Introduction', 'Refresher: 5 questions, about 3 minutes. Due since 20 December 2026.', 'https://consult.example.org/learn/intro/refresher/', '',
      'You asked us to e-mail you when something is due. To stop, sign in and switch it off under “Reminders”:', 'https://consult.example.org/my-record/#reminders', '',
      'Consultation team, consultation@example.org', '',
    ].join('\n'));
    expect(writeReminder([due({}), due({kind: 'lapsed'})], options).subject).toBe('2 things are due in your learning');
    expect(writeReminder([due({kind: 'lapsed'})], options).subject).toBe('Completion lapsed: Introduction');
  });

  it('gives each due date a mark of its own', () => {
    const keys = [due({}), due({on: '2027-05-22'}), due({kind: 'lapsed'}), due({courseId: 'short'})].map(keyOfDue);
    expect(new Set(keys).size).toBe(4);
  });

  it.each([
    // London is at UTC in winter and an hour ahead in summer.
    ['2026-11-22T08:59:00Z', null], ['2026-11-22T09:00:00Z', '2026-11-22'], ['2026-11-22T17:59:00Z', '2026-11-22'], ['2026-11-22T18:00:00Z', null],
    ['2027-06-22T07:59:00Z', null], ['2027-06-22T08:00:00Z', '2027-06-22'], ['2027-06-22T23:30:00Z', null],
  ])('lets mail leave by the clock of London: %s', (now, day) => {
    expect(reminderDay(now)).toBe(day);
  });
});

import {describe, expect, it} from 'vitest';
import {NO_TRAINING} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {isLost, standingsOf, writeState} from '#core/courses/runStandings.ts';
import type {MemberFacts} from '#core/courses/runStandings.ts';

const course: Course = {
  id: 'course', title: 'Course', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: ['a', 'b'].map((id) => ({id, title: `Lesson ${id}`, description: '-', minutes: 5, outcomes: ['one'], practice: `practice-${id}`})),
  tasks: [{id: 'plan', title: 'Plan', brief: '-', evidence: ['text'], rubric: [], assessors: 1, sample: 20}],
  rule: {all: [{lessons: 'all'}, {all: [{attendance: {minPercent: 80, mandatory: true}}, {task: 'plan', judged: 'competent'}]}, {any: [{current: 'intro'}, {completed: 'short'}]}]},
  others: [{id: 'intro', title: 'Introduction', validFor: 'P24M'}, {id: 'short', title: 'Short'}],
  owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const session = (id: string, day: number) => ({id, title: `Session ${id}`, startsAt: at(day), endsAt: at(day), isMandatory: false, isCancelled: false});
const run = (id: string, mark: 'present' | 'absent' | null) => ({
  id, courseId: 'course', isCancelled: false, sessions: [session(`${id}1`, 3)], marks: mark === null ? [] : [{sessionId: `${id}1`, mark, minutes: null, at: at(4)}],
});
const member = (name: string, changes: Partial<MemberFacts> = {}): MemberFacts => ({name, attempts: [], training: NO_TRAINING, completedAt: null, withdrawnAt: null, ...changes});
const look = (...members: MemberFacts[]) => standingsOf(course, 'here', members, at(20));

describe('the standings of a run', () => {
  it('have a column for each condition, in the words of the course', () => {
    expect(look().conditions).toEqual([
      'All lessons', 'Attendance: 80% of all sessions, each mandatory session', 'Task judged competent: “Plan”', 'One of these: “Introduction”, completed and not lapsed; “Short”, completed',
    ]);
  });

  it('say of each person what is met, missing or lost, in words for a trainer', () => {
    const [ann] = look(member('Ann', {
      attempts: [{quizId: 'practice-a', at: at(1), passed: null}],
      training: {...NO_TRAINING, runs: [run('here', 'absent')], tasks: [{courseId: 'course', taskId: 'plan', state: 'competent', at: at(5)}]},
    })).people;
    expect(ann?.states).toEqual([
      {state: 'missing', metAt: null, sentences: ['Lesson to do: “Lesson b”']},
      {state: 'cannot', metAt: null, sentences: ['Can no longer reach 80% in this run']},
      {state: 'met', metAt: at(5), sentences: []},
      {state: 'missing', metAt: null, sentences: ['“Introduction” is to be completed; or: “Short” is to be completed']},
    ]);
    expect(ann && isLost(ann)).toBe(true);
    expect(ann?.states.map(writeState)).toEqual([
      'Missing: Lesson to do: “Lesson b”', 'Cannot be met in this run: Can no longer reach 80% in this run', 'Met on 5 November 2026', 'Missing: “Introduction” is to be completed; or: “Short” is to be completed',
    ]);
  });

  it('count what was done in another run, and else speak of this one', () => {
    const [there, here] = look(
      member('There', {training: {...NO_TRAINING, runs: [run('here', 'absent'), run('other', 'present')]}}),
      member('Here', {training: {...NO_TRAINING, runs: [run('here', 'absent'), run('other', null)]}}),
    ).people;
    expect(there?.states[1]).toMatchObject({state: 'met', metAt: at(4)});
    expect(here?.states[1]).toMatchObject({state: 'cannot'});
  });

  it('call nobody lost who has completed the course, and tell of a withdrawal only while it stands', () => {
    const lost = {training: {...NO_TRAINING, runs: [run('here', 'absent')]}, withdrawnAt: at(9)};
    const people = look(member('Older version', {...lost, completedAt: at(2)}), member('Withdrawn', lost)).people;
    expect(people.map((each) => [isLost(each), each.withdrawnAt])).toEqual([[false, null], [true, at(9)]]);
  });

  it.each([
    ['handed-in', '“Plan” is with the assessors'], ['not-yet', '“Plan” was judged “not yet” and is to be handed in again'],
  ] as const)('say of a task that is %s: %s', (state, sentence) => {
    const [person] = look(member('Ann', {training: {...NO_TRAINING, tasks: [{courseId: 'course', taskId: 'plan', state, at: at(5)}]}})).people;
    expect(person?.states[2]?.sentences).toEqual([sentence]);
  });

  it('say how far somebody is in this run', () => {
    const [person, nowhere] = look(member('Ann', {training: {...NO_TRAINING, runs: [run('here', null)]}}), member('Ben')).people;
    expect(person?.states[1]?.sentences).toEqual(['1 more session (has 0 of 1, 80% of all are asked for)']);
    expect(nowhere?.states[1]?.sentences).toEqual(['Is in no run of this course']);
  });
});

import {describe, expect, it} from 'vitest';
import {MarkBatch, NewMark} from '#core/attendance/api.ts';
import {countMarks, faultOfMark, inListOrder, needsReason, sessionToOpen} from '#core/attendance/marking.ts';
import {mergeMarks} from '#core/attendance/merge.ts';
import {askedSentence, attendanceRuleOf, standingSentence} from '#core/attendance/rule.ts';
import {byWords, markInSession, sessionLine, sessionTime, totalsOf, waitingSentence} from '#core/attendance/words.ts';
import type {AttendanceMark, MarkFact, SessionFact} from '#core/courses/attendance.ts';

const session = (day: number, changes: Partial<SessionFact> = {}): SessionFact => ({
  id: `s${day}`, title: `Session ${day}`, startsAt: `2026-11-${day}T10:00:00Z`, endsAt: `2026-11-${day}T12:00:00Z`, isMandatory: false, isCancelled: false, ...changes,
});
const present = {mark: 'present', minutes: null} as const;

describe('the session that a trainer wants', () => {
  const three = [session(20), session(22), session(24)];
  const secondToday = session(22, {id: 's22b', startsAt: '2026-11-22T14:00:00Z', endsAt: '2026-11-22T16:00:00Z'});
  it.each([
    ['today’s', three, '2026-11-22T08:00:00Z', 's22'],
    ['today’s, when it is just over', three, '2026-11-22T13:00:00Z', 's22'],
    ['today’s second one, when the first is over', [...three, secondToday], '2026-11-22T13:00:00Z', 's22b'],
    ['the next one', three, '2026-11-23T08:00:00Z', 's24'],
    ['the last one, when all are over', three, '2026-12-01T08:00:00Z', 's24'],
    ['never a cancelled one', [session(20), session(22, {isCancelled: true})], '2026-11-22T08:00:00Z', 's20'],
    ['none, where there is none', [], '2026-11-22T08:00:00Z', null],
  ])('is %s', (_, sessions, now, expected) => {
    expect(sessionToOpen(sessions, now)?.id ?? null).toBe(expected);
  });

  it('stands first in the list, and cancelled ones last', () => {
    expect(inListOrder([session(20, {isCancelled: true}), ...three.slice(1), session(21)], '2026-11-22T08:00:00Z').map(({id}) => id)).toEqual(['s22', 's21', 's24', 's20']);
  });
});

describe('what a mark needs', () => {
  it.each([
    [{mark: 'present', minutes: null}, null, false], [{mark: 'excused', minutes: null}, null, true], [{mark: 'absent', minutes: null}, present, true],
    [{mark: 'present', minutes: null}, present, false], [{mark: 'late', minutes: 5}, {mark: 'late', minutes: 6}, true],
  ] as const)('%j after %j needs a reason: %s', (mark, saw, expected) => {
    expect(needsReason(mark, saw)).toBe(expected);
  });

  it('is minutes that fit the session and the mark', () => {
    const fault = (mark: AttendanceMark, minutes: number | null): string | null => faultOfMark({mark, minutes, reason: null}, session(22), null);
    expect(fault('late', 120)).toBeNull();
    expect(fault('late', 121)).toMatch(/takes 120 minutes/);
    expect(fault('absent', 5)).toMatch(/Minutes go with/);
  });

  it('is an id, a place and a moment on the wire, and at most 200 at once', () => {
    const mark = {id: '01932c07-8f00-7000-8000-000000000001', sessionId: '01932c07-8f00-7000-8000-000000000002', personId: '01932c07-8f00-7000-8000-000000000003', ...present, reason: ' Seen ', sawId: null, at: '2026-11-22T09:00:00Z'};
    expect(NewMark.parse(mark)).toEqual({...mark, reason: 'Seen', settles: []});
    for (const wrong of [{reason: ''}, {reason: 'x'.repeat(201)}, {minutes: 1441}, {minutes: -1}, {id: 'x'}, {at: 'today'}, {sawId: 'x'}]) expect(NewMark.safeParse({...mark, ...wrong}).success, JSON.stringify(wrong)).toBe(false);
    expect(MarkBatch.safeParse({marks: Array.from({length: 201}, () => mark)}).success).toBe(false);
  });
});

describe('what a course asks for', () => {
  it.each([
    [{all: [{lessons: 'all'}]}, null],
    [{all: [{lessons: 'all'}, {attendance: {minPercent: 80}}]}, {minPercent: 80}],
    [{all: [{attendance: {minPercent: 75, mandatory: true}}, {attendance: {minPercent: 80, minSessions: 2}}]}, {minPercent: 80, minSessions: 2, mandatory: true}],
    [{all: [{lessons: 'all'}, {any: [{quiz: 'q', passed: true}, {attendance: {minSessions: 3}}, {attendance: {minSessions: 1}}]}]}, {minSessions: 3}],
    [undefined, null], [{all: 'x'}, null], [{attendance: null}, null],
  ])('is read out of %j', (rule, expected) => {
    expect(attendanceRuleOf(rule)).toEqual(expected);
  });

  it('is said in a sentence', () => {
    expect(askedSentence(null)).toBeNull();
    expect(askedSentence({})).toBeNull();
    expect(askedSentence({minPercent: 80, minSessions: 1, mandatory: true})).toBe('The course asks for 80% of all sessions and at least 1 session and every mandatory session.');
  });

  const sessions = [session(20, {isMandatory: true}), session(21), session(22), session(23)];
  const mark = (day: number, says: AttendanceMark): MarkFact => ({sessionId: `s${day}`, mark: says, minutes: null, at: `2026-11-${day}T12:00:00Z`});
  it.each([
    ['3 of 4 sessions, 75% of all. Can no longer reach 80% of all sessions.', [mark(20, 'present'), mark(21, 'late'), mark(22, 'present'), mark(23, 'absent')], {minPercent: 80}],
    ['1 of 4 sessions, 25% of all. Can still meet the rule.', [mark(20, 'present')], {minPercent: 80}],
    ['3 of 4 sessions, 75% of all. Meets the rule of the course.', [mark(20, 'present'), mark(21, 'late'), mark(22, 'present')], {minPercent: 75, mandatory: true}],
    ['3 of 4 sessions, 75% of all. Can no longer reach every mandatory session.', [mark(20, 'absent'), mark(21, 'late'), mark(22, 'present'), mark(23, 'present')], {minPercent: 75, mandatory: true}],
    ['0 of 4 sessions, 0% of all.', [], null],
  ])('%s', (sentence, marks, rule) => {
    expect(standingSentence(sessions, marks, rule, '2026-11-20T13:00:00Z')).toBe(sentence);
  });
});

describe('the words of a register', () => {
  it('give a session’s time as people in the UK read it', () => {
    expect(sessionTime({startsAt: '2026-07-01T09:00:00Z', endsAt: '2026-07-01T11:30:00Z'})).toBe('1 July 2026, 10:00am to 12:30pm');
    expect(sessionTime({startsAt: '2026-11-22T22:00:00Z', endsAt: '2026-11-23T01:00:00Z'})).toBe('22 November 2026, 10:00pm to 23 November 2026, 1:00am');
    expect(sessionLine(session(22), '2026-11-22T08:00:00Z')).toBe('Session 22, 22 November 2026, 10:00am to 12:00pm, today');
    expect(sessionLine(session(22, {isCancelled: true}), '2026-11-22T08:00:00Z')).toMatch(/\(cancelled\)$/);
  });

  it('say who made a mark, and what it comes to', () => {
    const by = {by: {id: 'tess', name: 'Tess Example'}, at: '2026-11-22T10:05:00Z'};
    expect(byWords(by, 'tess')).toBe('you, 10:05am on 22 November 2026');
    expect(byWords(by, null)).toBe('Tess Example, 10:05am on 22 November 2026');
    expect(markInSession({mark: 'late', minutes: 1}, session(22))).toBe('Late, 1 minute there, too short to count');
    expect(markInSession({mark: 'late', minutes: 90}, session(22))).toBe('Late, 90 minutes there');
    expect([0, 1, 2].map(waitingSentence)).toEqual(['Every mark is sent.', '1 mark is on this device and not sent yet.', '2 marks are on this device and not sent yet.']);
  });

  it('count people by their mark', () => {
    const cells = mergeMarks([{id: 'a', sessionId: 's', personId: 'p', mark: 'excused', minutes: null, sawId: null, settles: [], at: '2026-11-22T10:05:00Z'}]);
    expect(totalsOf(countMarks([...cells.values(), undefined, undefined]))).toEqual([
      {words: 'Present', count: 0}, {words: 'Late', count: 0}, {words: 'Absent', count: 0}, {words: 'Excused', count: 1}, {words: 'Not marked', count: 2},
    ]);
  });
});

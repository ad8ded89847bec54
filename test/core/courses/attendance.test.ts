import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ATTENDANCE_MARKS, attendanceOf, isThere, LEAST_SHARE} from '#core/courses/attendance.ts';
import type {AttendanceRule, MarkFact, SessionFact} from '#core/courses/attendance.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-01T09:00:00Z');
const session = (day: number, changes: Partial<SessionFact> = {}): SessionFact => ({
  id: `s${day}`, title: `Session ${day}`, startsAt: new Date(START + day * DAY).toISOString(), endsAt: new Date(START + day * DAY + 100 * 60_000).toISOString(),
  isMandatory: false, isCancelled: false, ...changes,
});
const mark = (day: number, says: MarkFact['mark'] = 'present', minutes: number | null = null): MarkFact => ({sessionId: `s${day}`, mark: says, minutes, at: new Date(START + day * DAY + 60_000).toISOString()});
const BEFORE = '2026-10-01T00:00:00Z';
const AFTER = '2027-01-01T00:00:00Z';
const four = [0, 1, 2, 3].map((day) => session(day));

describe('being there', () => {
  it.each([
    ['present', null, true], ['absent', null, false], ['excused', null, false], ['late', null, true], ['left-early', null, true],
    ['late', LEAST_SHARE, true], ['late', LEAST_SHARE - 1, false], ['left-early', 0, false], ['present', 0, true],
  ] as const)('%s with %s minutes of 100 counts: %s', (says, minutes, expected) => {
    expect(isThere({mark: says, minutes}, session(0))).toBe(expected);
  });
});

describe('where somebody stands', () => {
  it.each<[string, MarkFact[], AttendanceRule, string, object]>([
    ['with no mark before the first session', [], {minPercent: 100}, BEFORE, {attended: 0, of: 4, percent: 0, toCome: 4, unmarked: 0, metAt: null, canReach: true}],
    ['with no mark after the last session: nobody has marked yet', [], {minPercent: 100}, AFTER, {toCome: 0, unmarked: 4, metAt: null, canReach: true}],
    ['in percent of all sessions, not of those held', [mark(0)], {minPercent: 80}, '2026-11-01T12:00:00Z', {attended: 1, percent: 25, metAt: null, canReach: true}],
    ['after one absence too many', [mark(0, 'absent')], {minPercent: 80}, BEFORE, {percent: 0, toCome: 3, canReach: false}],
    ['after an absence that the rule allows', [mark(0, 'absent')], {minPercent: 75}, BEFORE, {canReach: true}],
    ['as soon as enough sessions are marked', [mark(0), mark(1), mark(2)], {minPercent: 75}, '2026-11-03T12:00:00Z', {attended: 3, percent: 75, metAt: mark(2).at}],
    ['with too short a stay', [mark(0, 'late', 10), mark(1), mark(2), mark(3)], {minPercent: 80}, AFTER, {attended: 3, metAt: null, canReach: false}],
    ['by a number of sessions', [mark(3)], {minSessions: 1}, AFTER, {metAt: mark(3).at}],
    ['without a rule, once they were anywhere', [mark(1)], {}, BEFORE, {metAt: mark(1).at}],
    ['without a rule, if they were nowhere', four.map((_, day) => mark(day, 'absent')), {}, AFTER, {metAt: null, canReach: false}],
  ])('%s', (_, marks, rule, now, expected) => {
    expect(attendanceOf(four, marks, rule, now)).toMatchObject(expected);
  });

  it('leaves cancelled sessions out of both counts', () => {
    expect(attendanceOf([session(0), session(1, {isCancelled: true})], [mark(0), mark(1)], {minPercent: 100}, AFTER)).toMatchObject({attended: 1, of: 1, percent: 100, metAt: mark(0).at});
    expect(attendanceOf([], [], {minPercent: 0}, AFTER)).toMatchObject({of: 0, percent: 0, metAt: null, canReach: false});
  });

  it('rounds down, so that 2 of 3 is not 67%', () => {
    expect(attendanceOf(four.slice(0, 3), [mark(0), mark(1), mark(2, 'absent')], {minPercent: 67}, AFTER)).toMatchObject({percent: 66, metAt: null});
  });

  it('asks for every mandatory session where the rule does', () => {
    const sessions = [session(0, {isMandatory: true}), session(1), session(2, {isMandatory: true})];
    expect(attendanceOf(sessions, [mark(0), mark(1)], {mandatory: true}, BEFORE)).toMatchObject({missedMandatory: ['Session 2'], metAt: null, canReach: true});
    expect(attendanceOf(sessions, [mark(0, 'excused')], {mandatory: true}, BEFORE)).toMatchObject({missedMandatory: ['Session 0', 'Session 2'], canReach: false});
    expect(attendanceOf(sessions, [mark(0), mark(2)], {mandatory: true}, AFTER)).toMatchObject({missedMandatory: [], metAt: mark(2).at});
  });

  const Run = fc.array(fc.record({isMandatory: fc.boolean(), isCancelled: fc.boolean(), says: fc.option(fc.constantFrom(...ATTENDANCE_MARKS)), minutes: fc.option(fc.nat(100))}), {maxLength: 8});
  const Rule = fc.record({minPercent: fc.option(fc.nat(100), {nil: undefined}), minSessions: fc.option(fc.integer({min: 1, max: 8}), {nil: undefined}), mandatory: fc.option(fc.boolean(), {nil: undefined})});
  const Now = fc.integer({min: -2, max: 10}).map((day) => new Date(START + day * DAY).toISOString());
  const made = (run: readonly (typeof Run extends fc.Arbitrary<(infer S)[]> ? S : never)[]): [SessionFact[], MarkFact[]] => [
    run.map(({isMandatory, isCancelled}, day) => session(day, {isMandatory, isCancelled})),
    run.flatMap(({says, minutes}, day) => (says === null ? [] : [mark(day, says, minutes)])),
  ];

  it('does not depend on the order of sessions or marks', () => {
    fc.assert(fc.property(Run, Rule, Now, (run, rule, now) => {
      const [sessions, marks] = made(run);
      const {missedMandatory, ...standing} = attendanceOf(sessions, marks, rule, now);
      const {missedMandatory: back, ...reversed} = attendanceOf([...sessions].reverse(), [...marks].reverse(), rule, now);
      expect(reversed).toEqual(standing);
      expect([...back].reverse()).toEqual(missedMandatory);
    }));
  });

  it('never gets worse by having been there, and never better by having been away', () => {
    fc.assert(fc.property(Run, Rule, Now, fc.nat(7), (run, rule, now, day) => {
      const [sessions, marks] = made(run);
      const others = marks.filter(({sessionId}) => sessionId !== `s${day}`);
      const [was, is, away] = [attendanceOf(sessions, others, rule, now), attendanceOf(sessions, [...others, mark(day)], rule, now), attendanceOf(sessions, [...others, mark(day, 'absent')], rule, now)];
      expect(is.percent).toBeGreaterThanOrEqual(was.percent);
      if (was.metAt !== null) expect(is.metAt).not.toBeNull();
      if (was.canReach) expect(is.canReach).toBe(true);
      expect(away.attended).toBe(was.attended);
      if (!was.canReach) expect(away.canReach).toBe(false);
    }));
  });

  it('has counts that add up, a rule met only by marks, and no reach lost while time passes', () => {
    fc.assert(fc.property(Run, Rule, Now, Now, (run, rule, now, other) => {
      const [sessions, marks] = made(run);
      const standing = attendanceOf(sessions, marks, rule, now);
      const marked = sessions.filter(({id, isCancelled}) => !isCancelled && marks.some(({sessionId}) => sessionId === id)).length;
      expect(standing.toCome + standing.unmarked + marked).toBe(standing.of);
      if (standing.metAt !== null) expect(standing.canReach && marks.some(({at}) => at === standing.metAt)).toBe(true);
      const later = attendanceOf(sessions, marks, rule, other);
      expect([later.canReach, later.metAt, later.percent]).toEqual([standing.canReach, standing.metAt, standing.percent]);
    }));
  });
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {byMoment, cellKey, mergeMarks, momentAfter, openMarks, saysSame, seenIn} from '#core/attendance/merge.ts';
import type {Mark} from '#core/attendance/merge.ts';
import {ATTENDANCE_MARKS} from '#core/courses/attendance.ts';

const START = Date.parse('2026-11-22T09:00:00Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();
const mark = (id: string, changes: Partial<Mark> = {}): Mark => ({id, sessionId: 's', personId: 'p', mark: 'present', minutes: null, sawId: null, settles: [], at: at(0), ...changes});
const only = (marks: readonly Mark[]) => mergeMarks(marks).get('s/p');

/** What happens in a hall: somebody marks on a device whose clock may be wrong, or a device sends what it has and fetches the rest. */
const Step = fc.oneof(
  {weight: 3, arbitrary: fc.record({does: fc.constant('mark' as const), device: fc.nat(2), session: fc.nat(1), person: fc.nat(1), says: fc.constantFrom(...ATTENDANCE_MARKS)})},
  {weight: 1, arbitrary: fc.record({does: fc.constant('sync' as const), device: fc.nat(2)})},
);
const History = fc.record({steps: fc.array(Step, {maxLength: 40}), skews: fc.tuple(fc.integer({min: -90, max: 90}), fc.integer({min: -90, max: 90}), fc.integer({min: -90, max: 90}))});

interface Hall {
  all: Mark[];
  devices: Mark[][];
}

function play({steps, skews}: {steps: readonly (typeof Step extends fc.Arbitrary<infer S> ? S : never)[]; skews: readonly number[]}): Hall {
  const devices: Mark[][] = [[], [], []];
  const service: Mark[] = [];
  const all: Mark[] = [];
  for (const [index, step] of steps.entries()) {
    const own = devices[step.device] ?? [];
    if (step.does === 'sync') {
      for (const each of own) if (!service.includes(each)) service.push(each);
      devices[step.device] = [...service];
      continue;
    }
    const place = {sessionId: `s${step.session}`, personId: `p${step.person}`};
    const cell = mergeMarks(own).get(cellKey(place));
    const made: Mark = {id: `m${String(index).padStart(3, '0')}`, ...place, mark: step.says, minutes: null, ...seenIn(cell), at: momentAfter(at(index + (skews[step.device] ?? 0)), cell?.open ?? [])};
    own.push(made);
    all.push(made);
  }
  return {all, devices};
}

describe('marks of several trainers', () => {
  it('give the same register whatever order they come in, however often, and however they are split over devices', () => {
    fc.assert(fc.property(History, fc.array(fc.nat(), {minLength: 40, maxLength: 40}), (history, numbers) => {
      const {all} = play(history);
      const expected = JSON.stringify([...mergeMarks(all)]);
      const shuffled = all.map((each, index) => ({each, by: numbers[index] ?? 0})).sort((a, b) => a.by - b.by).map(({each}) => each);
      const half = shuffled.filter((_, index) => index % 2 === 0);
      expect(JSON.stringify([...mergeMarks(shuffled)])).toBe(expected);
      expect(JSON.stringify([...mergeMarks([...shuffled, ...half, ...all])])).toBe(expected);
      // What a device fetches, the open marks alone, does for going on.
      expect(JSON.stringify([...mergeMarks([...openMarks(half), ...openMarks(all)])].map(([key, {counts}]) => [key, counts.id])))
        .toBe(JSON.stringify([...mergeMarks(all)].map(([key, {counts}]) => [key, counts.id])));
      expect(JSON.stringify([...mergeMarks(openMarks(all))])).toBe(expected);
    }));
  });

  it('are never lost: each one is open, or somebody saw it and marked after it', () => {
    fc.assert(fc.property(History, (history) => {
      const {all} = play(history);
      const open = new Set(openMarks(all).map(({id}) => id));
      for (const each of all) {
        const later = all.some((other) => (other.sawId === each.id || other.settles.includes(each.id)) && byMoment(each, other) < 0);
        expect(open.has(each.id) || later).toBe(true);
      }
    }));
  });

  it('count by the last one made, wrong clocks or not', () => {
    fc.assert(fc.property(History, (history) => {
      const {all} = play(history);
      for (const cell of mergeMarks(all).values()) {
        const inCell = all.filter((each) => cellKey(each) === cellKey(cell)).sort(byMoment);
        expect(cell.counts).toEqual(inCell.at(-1));
      }
    }));
  });

  it('are open twice exactly when two of them had seen the same state, and disputed when those say different things', () => {
    // Each mark sees one earlier mark, or none: the shape that marks have until somebody ends a disagreement.
    const Tree = fc.array(fc.record({saw: fc.nat(), says: fc.constantFrom(...ATTENDANCE_MARKS)}), {minLength: 1, maxLength: 12});
    fc.assert(fc.property(Tree, (nodes) => {
      const marks = nodes.map(({saw, says}, index) => mark(`m${String(index).padStart(2, '0')}`, {mark: says, sawId: saw % (index + 1) === index ? null : `m${String(saw % (index + 1)).padStart(2, '0')}`, at: at(index)}));
      const states = marks.map(({sawId}) => sawId);
      const sameState = new Set(states).size < states.length;
      const cell = only(marks);
      expect((cell?.open.length ?? 0) > 1).toBe(sameState);
      expect(cell?.isDisputed).toBe(cell?.open.some((a) => cell.open.some((b) => !saysSame(a, b))));
      if (!sameState) expect(cell?.isDisputed).toBe(false);
    }));
  });

  it('stop being disputed by a third mark that saw them all, and by no other', () => {
    fc.assert(fc.property(History, fc.constantFrom(...ATTENDANCE_MARKS), (history, says) => {
      const {all} = play(history);
      for (const cell of mergeMarks(all).values()) {
        const third = mark('z', {...cell, mark: says, ...seenIn(cell), at: momentAfter(at(0), cell.open)});
        expect(mergeMarks([...all, third]).get(cellKey(cell))).toMatchObject({counts: {id: 'z'}, open: [{id: 'z'}], isDisputed: false});
        const blind = {...third, settles: []};
        expect(mergeMarks([...all, blind]).get(cellKey(cell))?.open).toHaveLength(cell.open.length);
      }
    }));
  });

  it.each([
    ['made without seeing each other, alike', [mark('a'), mark('b')], 'b', false],
    ['made without seeing each other, unlike', [mark('a'), mark('b', {mark: 'late'})], 'b', true],
    ['that differ by minutes alone', [mark('a', {mark: 'late', minutes: 10}), mark('b', {mark: 'late', minutes: 20})], 'b', true],
    ['of which one saw the other', [mark('a', {at: at(1)}), mark('b', {mark: 'late', sawId: 'a', at: at(2)})], 'b', false],
    ['of which one comes late but was made first', [mark('b', {mark: 'late', at: at(1)}), mark('a', {at: at(2)})], 'a', true],
    ['that follow one that has not come yet', [mark('b', {sawId: 'x'})], 'b', false],
  ])('%s', (_, marks, counts, isDisputed) => {
    expect(only(marks)).toMatchObject({counts: {id: counts}, isDisputed});
  });

  it('keep a mark even when a faulty device made a ring', () => {
    expect(only([mark('a', {sawId: 'b'}), mark('b', {sawId: 'a'})])?.counts.id).toBe('b');
  });
});

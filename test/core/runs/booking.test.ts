import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {BOOKING_STATES, decideBooking, freePlaces, MOST_PLACES, placeInList, waitingList} from '#core/runs/booking.ts';
import type {Booking, BookingAct, BookingDecision, BookingRules, BookingState} from '#core/runs/booking.ts';

const AT = '2026-11-22T09:00:00.000Z';
const booking = (personId: string, state: BookingState, second = 0, isClosed = false): Booking => ({personId, state, askedAt: new Date(Date.parse(AT) + second * 1000).toISOString(), isClosed});
const moved = (decision: BookingDecision): string[] => (decision.ok ? decision.changes.map(({personId, from, to}) => `${personId}: ${from ?? 'none'} to ${to}`) : [decision.why]);
const OPEN: BookingRules = {capacity: null, confirms: false};
const TWO: BookingRules = {capacity: 2, confirms: false};
const ASKED: BookingRules = {capacity: 2, confirms: true};

describe('a booking', () => {
  it.each<[string, BookingRules, Booking[], BookingAct, string[]]>([
    ['is confirmed at once where places are free', OPEN, [], {kind: 'ask', personId: 'a', at: AT}, ['a: none to confirmed']],
    ['waits for a trainer who confirms', ASKED, [], {kind: 'ask', personId: 'a', at: AT}, ['a: none to requested']],
    ['goes to the waiting list of a full run', TWO, [booking('a', 'confirmed'), booking('b', 'confirmed')], {kind: 'ask', personId: 'c', at: AT}, ['c: none to waiting']],
    ['counts a requested place as held', ASKED, [booking('a', 'confirmed'), booking('b', 'requested')], {kind: 'ask', personId: 'c', at: AT}, ['c: none to waiting']],
    ['changes nothing when it is asked for twice', TWO, [booking('a', 'waiting')], {kind: 'ask', personId: 'a', at: AT}, []],
    ['can be asked for again by somebody who left', TWO, [booking('a', 'cancelled')], {kind: 'ask', personId: 'a', at: AT}, ['a: cancelled to confirmed']],
    ['cannot be asked for again when a trainer cancelled it', TWO, [booking('a', 'cancelled', 0, true)], {kind: 'ask', personId: 'a', at: AT}, ['closed']],
    ['can be given back by a trainer who cancelled it', TWO, [booking('a', 'cancelled', 0, true)], {kind: 'decide', personId: 'a', from: 'cancelled', to: 'confirmed'}, ['a: cancelled to confirmed']],
    ['is not forced on somebody who left', TWO, [booking('a', 'cancelled')], {kind: 'decide', personId: 'a', from: 'cancelled', to: 'confirmed'}, ['no-way']],
    ['passes to the first who waits when it is given up', TWO, [booking('a', 'confirmed'), booking('b', 'confirmed'), booking('d', 'waiting', 2), booking('c', 'waiting', 1)],
      {kind: 'give-up', personId: 'a'}, ['a: confirmed to cancelled', 'c: waiting to confirmed']],
    ['passes on as a request where a trainer confirms', ASKED, [booking('a', 'confirmed'), booking('b', 'requested'), booking('c', 'waiting')], {kind: 'give-up', personId: 'b'}, ['b: requested to cancelled', 'c: waiting to requested']],
    ['passes to nobody when somebody who waits gives up', TWO, [booking('a', 'confirmed'), booking('b', 'confirmed'), booking('c', 'waiting'), booking('d', 'waiting', 1)], {kind: 'give-up', personId: 'c'}, ['c: waiting to cancelled']],
    ['moved to the waiting list makes room for the next, and not for itself', ASKED, [booking('a', 'confirmed'), booking('b', 'requested'), booking('c', 'waiting', 1)],
      {kind: 'decide', personId: 'b', from: 'requested', to: 'waiting'}, ['b: requested to waiting', 'c: waiting to requested']],
    ['cannot be confirmed where no place is free', ASKED, [booking('a', 'confirmed'), booking('b', 'confirmed'), booking('c', 'waiting')], {kind: 'decide', personId: 'c', from: 'waiting', to: 'confirmed'}, ['full']],
    ['is not decided on by what a trainer saw before', ASKED, [booking('a', 'cancelled')], {kind: 'decide', personId: 'a', from: 'requested', to: 'confirmed'}, ['moved-on']],
    ['that is so already changes nothing', ASKED, [booking('a', 'confirmed')], {kind: 'decide', personId: 'a', from: 'requested', to: 'confirmed'}, []],
    ['moves up when the run becomes larger', TWO, [booking('a', 'confirmed'), booking('b', 'confirmed'), booking('c', 'waiting', 1), booking('d', 'waiting', 2)],
      {kind: 'rules', rules: {capacity: 3, confirms: false}}, ['c: waiting to confirmed']],
    ['that was asked for last makes way when the run becomes smaller', {capacity: 3, confirms: true}, [booking('a', 'confirmed'), booking('b', 'requested', 1), booking('c', 'requested', 2)],
      {kind: 'rules', rules: {capacity: 2, confirms: true}}, ['c: requested to waiting']],
    ['is confirmed when trainers stop confirming', ASKED, [booking('a', 'requested')], {kind: 'rules', rules: TWO}, ['a: requested to confirmed']],
    ['that is confirmed stops the run from becoming smaller than it', TWO, [booking('a', 'confirmed'), booking('b', 'confirmed')], {kind: 'rules', rules: {capacity: 1, confirms: false}}, ['too-small']],
  ])('%s', (_, rules, bookings, act, expected) => {
    expect(moved(decideBooking(rules, bookings, act))).toEqual(expected);
  });

  it('is refused where a run without a capacity has as many people as it takes', () => {
    const full = Array.from({length: MOST_PLACES}, (_, index) => booking(`p${index}`, 'confirmed'));
    expect(moved(decideBooking(OPEN, full, {kind: 'ask', personId: 'late', at: AT}))).toEqual(['overrun']);
  });

  it('keeps the order of two people who ask in the same thousandth of a second', () => {
    const full = [booking('a', 'confirmed'), booking('b', 'confirmed')];
    const first = decideBooking(TWO, full, {kind: 'ask', personId: 'z', at: AT});
    const withFirst = [...full, ...(first.ok ? first.changes.map(({personId, to, askedAt}) => ({personId, state: to, askedAt, isClosed: false})) : [])];
    const second = decideBooking(TWO, withFirst, {kind: 'ask', personId: 'c', at: AT});
    const all = [...withFirst, ...(second.ok ? second.changes.map(({personId, to, askedAt}) => ({personId, state: to, askedAt, isClosed: false})) : [])];
    expect([placeInList(all, 'z'), placeInList(all, 'c'), placeInList(all, 'a')]).toEqual([1, 2, null]);
  });
});

describe('whatever happens in whatever order', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const rules = fc.record({capacity: fc.option(fc.integer({min: 1, max: 5})), confirms: fc.boolean()});
  const act: fc.Arbitrary<BookingAct> = fc.oneof(
    {weight: 5, arbitrary: fc.record({kind: fc.constant('ask' as const), personId: person, at: fc.constant(AT)})},
    {weight: 2, arbitrary: fc.record({kind: fc.constant('give-up' as const), personId: person})},
    {weight: 3, arbitrary: fc.record({kind: fc.constant('decide' as const), personId: person, from: fc.constantFrom(...BOOKING_STATES), to: fc.constantFrom('confirmed' as const, 'waiting' as const, 'cancelled' as const)})},
    {weight: 1, arbitrary: fc.record({kind: fc.constant('rules' as const), rules})},
  );

  it('never confirms more than the places, loses nobody, and lets nobody overtake on the list', () => {
    fc.assert(fc.property(rules, fc.array(act, {maxLength: 60}), (start, acts) => {
      let now = start;
      let book: Booking[] = [];
      const asked = new Set<string>();
      for (const each of acts) {
        const before = book;
        const decision = decideBooking(now, before, each);
        if (!decision.ok) continue;
        if (each.kind === 'ask') asked.add(each.personId);
        for (const {personId, from, to, askedAt, isAutomatic} of decision.changes) {
          expect(book.find((one) => one.personId === personId)?.state ?? null).toBe(from);
          expect(isAutomatic).toBe(each.kind === 'rules' || personId !== each.personId);
          book = [...book.filter((one) => one.personId !== personId), {personId, state: to, askedAt, isClosed: each.kind === 'decide'}];
        }
        if (each.kind === 'rules') now = each.rules;
        const held = book.filter(({state}) => state === 'confirmed' || state === 'requested').length;
        expect(held).toBeLessThanOrEqual(now.capacity ?? MOST_PLACES);
        expect(new Set(book.map(({personId}) => personId))).toEqual(asked);
        if (!now.confirms && waitingList(book).length > 0) expect(freePlaces(now, book)).toBe(0);
        const promoted = decision.changes.filter(({from, isAutomatic}) => from === 'waiting' && isAutomatic);
        // Whoever waited before and waits still asked later than whoever moved up.
        const left = waitingList(book).filter(({personId}) => before.some((one) => one.personId === personId && one.state === 'waiting'));
        for (const up of promoted) for (const stays of left) expect(up.askedAt < stays.askedAt).toBe(true);
        // Nobody who was confirmed is moved by what others do.
        expect(decision.changes.filter(({from, isAutomatic}) => isAutomatic && from === 'confirmed')).toEqual([]);
      }
    }), {numRuns: 300});
  });
});

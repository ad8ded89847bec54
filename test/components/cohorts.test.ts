import {createElement} from 'react';
import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {MyBookings} from '#components/bookings/MyBookings.tsx';
import {OpenRuns} from '#components/bookings/OpenRuns.tsx';
import {Asked} from '#components/cohorts/Asked.tsx';
import {CohortView} from '#components/cohorts/CohortView.tsx';
import type {RunActs} from '#components/cohorts/CohortView.tsx';
import {InvitationView} from '#components/cohorts/InvitationView.tsx';
import {readCapacity} from '#components/cohorts/PlacesFields.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import type {MyBooking, Run, RunBooking, RunInvitation} from '#core/runs/api.ts';

const none = (): Promise<readonly FieldError[]> => Promise.resolve([]);
const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const ACTS: RunActs = {
  addSession: none, changeSession: none, cancelSession: none, decide: none, cancelMember: none, addTrainer: none, removeTrainer: none, sendMessage: none, changeRun: none, cancelRun: none,
};
const RUN: Run = {
  id: '01997e00-0000-7000-8000-000000000001', courseId: 'planning', courseVersion: 2, title: 'Autumn run', startsOn: '2026-12-01', joinCode: 'ABCD2345', trainer: {id: 't', displayName: 'Tess Example'},
  joined: 1, passed: 0, completed: 0, capacity: 2, confirms: true, isListed: false, timeZone: 'Europe/London', revision: 1, cancelledAt: null, cancelledReason: null, requested: 1, waiting: 1,
  trainers: [{id: 't', displayName: 'Tess Example', email: 'tess@example.org'}],
};
const booking = (personId: string, state: RunBooking['state'], changes: Partial<RunBooking> = {}): RunBooking => ({
  personId, displayName: `Person ${personId}`, email: `${personId}@example.org`, directorate: null, state, askedAt: '2026-11-22T09:00:00.000Z', changedAt: '2026-11-22T09:00:00.000Z', reason: null, isClosed: false, ...changes,
});
const SESSION = {id: 's', title: 'Day one', startsAt: '2026-12-01T09:30:00.000Z', endsAt: '2026-12-01T12:30:00.000Z', mode: 'online' as const, place: null, instructions: null, isMandatory: true, cancelledReason: null};

describe('the page of a course run', () => {
  const view = (run: Run): string => draw(createElement(CohortView, {
    detail: {cohort: run, members: [], bookings: [booking('a', 'requested'), booking('b', 'waiting')], sessions: []}, courseTitle: 'Planning', members: [], joinPage: 'localhost/join/', joinLink: 'http://localhost/join/?code=ABCD2345',
    self: 't', readAt: '3:04pm', said: {in: '', words: ''}, acts: ACTS, onRefreshed: () => undefined, onCopied: () => Promise.resolve(true),
  }));

  it('leads to the register, the standings, the judged tasks and the certificates of the run', () => {
    for (const page of ['attendance', 'standings', 'judging', 'certificates/issue']) expect(view(RUN)).toContain(`href="/${page}/?run=${RUN.id}"`);
  });

  it('of a cancelled run shows why, and no form and no code', () => {
    const html = view({...RUN, cancelledAt: '2026-11-22T09:00:00.000Z', cancelledReason: 'No room'});
    expect(html).toContain('The reason: No room.');
    expect(html).not.toMatch(/ABCD|Add a session|Add a trainer|Cancel the whole run|>Confirm</);
  });
});

describe('requests and the waiting list', () => {
  const list = (free: number, bookings: RunBooking[]): string => draw(createElement(Asked, {bookings, free, isFixed: false, note: '', onDecided: none}));

  it('offer to confirm a request always, and somebody who waits only where a place is free', () => {
    expect(list(0, [booking('a', 'requested')])).toContain('>Confirm<');
    expect(list(0, [booking('b', 'waiting')])).not.toContain('>Confirm<');
    expect(list(1, [booking('b', 'waiting')])).toContain('>Confirm<');
  });

  it('offer to give a place back only to somebody from whom a trainer took it', () => {
    expect(list(1, [booking('a', 'cancelled', {reason: 'On leave'})])).not.toContain('Give the place back');
    expect(list(1, [booking('a', 'cancelled', {isClosed: true, reason: 'Other group'})])).toContain('Give the place back');
  });
});

describe('an invitation', () => {
  const INVITATION: RunInvitation = {
    cohortId: RUN.id, courseId: 'planning', courseTitle: 'Planning', title: 'Autumn run', startsOn: '2026-12-01', trainer: null, joined: false, state: null, place: null, confirms: false, isFull: false,
    timeZone: 'Europe/London', sessions: [SESSION], cancelledReason: null,
  };
  const invite = (changes: Partial<RunInvitation>): string => draw(createElement(InvitationView, {invitation: {...INVITATION, ...changes}, signInHref: null, onJoined: none}));

  it.each<[Partial<RunInvitation>, string]>([
    [{}, 'Join this course run'], [{confirms: true}, 'Ask for a place'], [{isFull: true}, 'Join the waiting list'], [{state: 'confirmed', joined: true}, 'You have joined Autumn run'],
    [{state: 'requested'}, 'You have asked for a place in Autumn run'], [{state: 'waiting', place: 3}, 'You are number 3 on the waiting list of Autumn run'], [{cancelledReason: 'No room'}, 'Autumn run is cancelled'],
  ])('%j says “%s”', (changes, words) => {
    expect(invite(changes)).toContain(words);
  });

  it('shows when the sessions are', () => {
    expect(invite({})).toContain('Tuesday 1 December 2026, 9:30am to 12:30pm');
  });
});

describe('my bookings', () => {
  const MINE: MyBooking = {cohortId: RUN.id, courseId: 'planning', courseTitle: 'Planning', title: 'Autumn run', startsOn: '2026-12-01', timeZone: 'Europe/London', trainers: ['Tess Example'], state: 'confirmed', place: null, reason: null, cancelledReason: null, sessions: [{...SESSION, place: 'https://meet.example.org/abc', instructions: '<b>Bring a pen</b>'}]};
  const mine = (changes: Partial<MyBooking>, now = '2026-11-22T09:00:00.000Z'): string => draw(createElement(MyBookings, {bookings: [{...MINE, ...changes}], now, onGivenUp: none}));

  it('lead to the calendar file and the link, and show what was typed as text', () => {
    expect(mine({})).toContain(`href="/api/cohorts/${RUN.id}/calendar.ics"`);
    expect(mine({})).toContain('href="https://meet.example.org/abc"');
    expect(mine({})).toContain('&lt;b&gt;Bring a pen&lt;/b&gt;');
  });

  it('say why a trainer or the whole run cancelled, and offer no way out of what is over', () => {
    expect(mine({state: 'cancelled', reason: 'For planners first'})).toContain('The reason: For planners first.');
    expect(mine({cancelledReason: 'No room'})).toContain('The run is cancelled. The reason: No room.');
    expect(mine({}, '2026-12-02T09:00:00.000Z')).not.toContain('Give up my place');
  });

  it('name the free places of a run that is open to all', () => {
    const open = (free: number | null): string => draw(createElement(OpenRuns, {runs: [{...MINE, free, waiting: 4, confirms: false}], onBooked: none}));
    expect([open(1), open(3), open(0), open(null)].map((html) => /<strong>([^<]*(?:free|list|limit)[^<]*)<\/strong>/.exec(html)?.[1])).toEqual(['1 place free.', '3 places free.', 'Full. 4 on the waiting list.', 'No limit on places.']);
  });
});

describe('a number of places as typed', () => {
  it.each([['', null], [' 12 ', 12], ['0', undefined], ['501', undefined], ['500', 500], ['1e2', undefined], ['-3', undefined], ['ten', undefined]])('%j is %s', (typed, places) => {
    expect(readCapacity(typed)).toBe(places);
  });
});

import {describe, expect, it} from 'vitest';
import type {RunSession} from '#core/runs/api.ts';
import {runCalendar} from '#core/runs/calendar.ts';
import {groupMail, sessionMail} from '#core/runs/mail.ts';
import {offerSession} from '#core/runs/offer.ts';
import {faultsOfSession, isOver, linkOf, timesOf} from '#core/runs/session.ts';
import type {SessionFields} from '#core/runs/session.ts';

const fields: SessionFields = {title: 'Day one', day: '2026-12-01', from: '09:30', to: '12:30', mode: 'room', place: 'Room 2, Town Hall', instructions: null, isMandatory: true};
const session: RunSession = {
  id: '01997e00-0000-7000-8000-000000000001', title: 'Day one', startsAt: '2026-12-01T09:30:00.000Z', endsAt: '2026-12-01T12:30:00.000Z', mode: 'online',
  place: 'https://meet.example.org/abc', instructions: 'The code is 4711.\nBring a pen; and paper, please.', isMandatory: true, cancelledReason: null, revision: 3,
};

describe('a session', () => {
  it('without faults is taken as it is', () => {
    expect(faultsOfSession(fields)).toEqual([]);
    expect(timesOf(fields, 'Europe/London')).toEqual({startsAt: '2026-12-01T09:30:00.000Z', endsAt: '2026-12-01T12:30:00.000Z', note: null});
  });

  it.each<[Partial<SessionFields>, string]>([
    [{title: '  '}, 'title'], [{title: 'x'.repeat(121)}, 'title'], [{day: '2026-02-30'}, 'day'], [{day: '1026-12-01'}, 'day'], [{from: '9:30'}, 'from'], [{to: '24:00'}, 'to'], [{to: '09:30'}, 'to'], [{to: '08:00'}, 'to'],
    [{place: ''}, 'place'], [{place: 'http://meet.example.org'}, 'place'], [{place: 'javascript:alert(1)'}, 'place'], [{place: 'www.example.org'}, 'place'], [{place: 'https://'}, 'place'],
    [{place: 'https://meet.example.org and more'}, 'place'], [{instructions: 'x'.repeat(2001)}, 'instructions'],
  ])('with %j names the field %s', (change, field) => {
    expect(faultsOfSession({...fields, ...change}).map((fault) => fault.field)).toEqual([field]);
  });

  it.each([['https://meet.example.org/a?b=c', 'https://meet.example.org/a?b=c'], ['Room 2', null], ['http://meet.example.org', null], ['javascript:alert(1)', null], ['https://a b', null]])('in %s leads to %s', (place, link) => {
    expect(linkOf(place)).toBe(link);
  });

  it('shows its link and joining instructions to people who are confirmed alone, and its room to all', () => {
    expect(offerSession(session, false)).toMatchObject({place: null, instructions: null});
    expect(offerSession(session, true)).toMatchObject({place: session.place, instructions: session.instructions});
    expect(offerSession({...session, mode: 'room', place: 'Room 2'}, false)).toMatchObject({place: 'Room 2', instructions: null});
    expect(offerSession({...session, mode: 'room'}, false)).toMatchObject({place: null});
  });

  it('is the last of a run that is over', () => {
    expect(isOver([session], '2026-12-01T12:30:00.000Z')).toBe(true);
    expect(isOver([session], '2026-12-01T12:29:59.000Z')).toBe(false);
    expect(isOver([], '2026-12-01T12:30:00.000Z')).toBe(false);
  });
});

describe('the calendar file of a run', () => {
  const options = {site: 'http://localhost:3000', stamp: '2026-11-22T09:00:00.000Z'};
  const unfolded = (isCancelled: boolean, sessions: RunSession[]): string[] => {
    const file = runCalendar({title: 'Autumn run', courseTitle: 'Planning', isCancelled}, sessions, options);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    return file.replaceAll('\r\n ', '').split('\r\n');
  };

  it('has each session with its revision, its place and the joining instructions', () => {
    const lines = unfolded(false, [session]);
    for (const line of [
      'UID:01997e00-0000-7000-8000-000000000001@askwell', 'SEQUENCE:3', 'DTSTART:20261201T093000Z', 'DTEND:20261201T123000Z', 'SUMMARY:Day one: Planning', 'STATUS:CONFIRMED',
      'LOCATION:https://meet.example.org/abc', 'URL:https://meet.example.org/abc', String.raw`DESCRIPTION:The code is 4711.\nBring a pen\; and paper\, please.\n\nhttp://localhost:3000/bookings/`,
    ]) expect(lines).toContain(line);
  });

  it('takes a cancelled session away, and every session of a cancelled run with a later revision', () => {
    expect(unfolded(false, [{...session, cancelledReason: 'No heating'}])).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:3']));
    expect(unfolded(true, [session])).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:4']));
  });
});

describe('mail of a run', () => {
  const run = {id: 'r', title: 'Autumn run', courseTitle: 'Planning', timeZone: 'Europe/London'};
  const options = {site: 'http://localhost:3000', contact: {team: 'Consultation team', email: 'team@example.org'}};

  it('says what a session is now and what it was', () => {
    const {text} = sessionMail(run, session, {kind: 'changed', before: {...session, place: 'Room 2', mode: 'room'}}, options);
    expect(text).toMatch(/It is now:[\s\S]*Online: https:\/\/meet\.example\.org\/abc[\s\S]*It was:[\s\S]*In a room: Room 2/);
  });

  it('never carries a line break into its subject', () => {
    expect(sessionMail(run, {...session, title: 'a\r\nBcc: all@example.org'}, {kind: 'added'}, options).subject).toBe('New session: a Bcc: all@example.org');
  });

  it('shows the trainer’s address only where they chose so', () => {
    const message = {subject: 'Tomorrow', text: 'Bring a pen.'};
    expect(groupMail(run, message, {name: 'Tess Example', address: null}, options).text).not.toContain('tess@');
    expect(groupMail(run, message, {name: 'Tess Example', address: 'tess@example.org'}, options).text).toContain('To answer, write to tess@example.org.');
  });
});

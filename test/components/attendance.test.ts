import {createElement} from 'react';
import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {MyAttendanceView} from '#components/attendance/MyAttendanceView.tsx';
import {RegisterView} from '#components/attendance/RegisterView.tsx';
import {SendingStatus} from '#components/attendance/SendingStatus.tsx';
import type {Register, RegisterMark} from '#core/attendance/api.ts';
import type {WaitingMark} from '#core/attendance/kept.ts';

const NOW = '2026-11-22T10:30:00.000Z';
const nothing = (): void => undefined;
const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const standing = {attended: 0, of: 1, percent: 0, toCome: 1, unmarked: 0, missedMandatory: [], metAt: null, canReach: true};
const session = {id: 's', title: 'First <day>', startsAt: '2026-11-22T10:00:00.000Z', endsAt: '2026-11-22T12:00:00.000Z', isMandatory: true, isCancelled: false};
const mark = (id: string, personId: string, changes: Partial<RegisterMark> = {}): RegisterMark =>
  ({id, sessionId: 's', personId, mark: 'present', minutes: null, reason: null, sawId: null, settles: [], at: '2026-11-22T10:05:00.000Z', by: {id: 'tom', name: 'Tom Example'}, ...changes});
const registerWith = (marks: RegisterMark[], isCancelled = false): Register => ({
  run: {id: 'r', title: 'Autumn run', courseId: 'c', courseTitle: 'Course', startsOn: '2026-11-22'}, rule: {minPercent: 80}, sessions: [{...session, isCancelled}],
  people: [{id: 'ann', name: 'Ann <b>Example</b>', isMember: true, standing}, {id: 'tess', name: 'Tess Example', isMember: true, standing}, {id: 'old', name: 'Old Example', isMember: false, standing}],
  marks, readAt: NOW,
});
const props = {waiting: [] as WaitingMark[], viewerId: 'tess', sessionId: 's', now: () => NOW, status: null, notes: [], onSession: nothing, onMarked: nothing, onUndone: nothing, onDropped: nothing, onSaid: nothing, onPrinted: nothing, onChangesAsked: () => Promise.resolve([])};

describe('a register on screen', () => {
  it('gives each person radios of their own, and none to whoever looks', () => {
    const html = draw(createElement(RegisterView, {...props, register: registerWith([])}));
    expect(html.match(/name="mark-ann"/g)).toHaveLength(5);
    expect(html).not.toContain('name="mark-tess"');
    expect(html).toContain('You cannot mark yourself. Ask another trainer.');
    expect(html).toContain('Ann &lt;b&gt;Example&lt;/b&gt;');
    expect(html).toContain('Old Example (no longer in the run)');
    expect(html).toContain('Mark 1 person without a mark present');
    expect(html).toContain('0 of 1 session, 0% of all. Can still meet the rule.');
  });

  it('shows both marks of a disagreement with who and when, and asks to settle it', () => {
    const html = draw(createElement(RegisterView, {...props, register: registerWith([mark('a', 'ann'), mark('b', 'ann', {mark: 'late', minutes: 20, at: '2026-11-22T10:06:00.000Z', by: {id: 'tess', name: 'Tess Example'}})])}));
    expect(html).toContain('Present. By Tom Example, 10:05am on 22 November 2026.');
    expect(html).toContain('Late, 20 minutes there. By you, 10:06am on 22 November 2026.');
    expect(html).toContain('Settle as “Present”');
    expect(html).toContain('Settle as “Late”');
    expect(html).toContain('Late, 20 minutes there, too short to count');
  });

  it('says per mark whether it is sent, and why one was not taken', () => {
    const {by: _, ...own} = mark('w', 'ann');
    const waiting = (refused: string | null): WaitingMark[] => [{mark: own, holdUntil: NOW, tries: 1, refused}];
    expect(draw(createElement(RegisterView, {...props, register: registerWith([]), waiting: waiting(null)}))).toContain('On this device');
    expect(draw(createElement(RegisterView, {...props, register: registerWith([mark('w', 'ann')])}))).toContain('>Sent<');
    const refused = draw(createElement(RegisterView, {...props, register: registerWith([]), waiting: waiting('This session is cancelled.')}));
    expect(refused).toContain('“Present” was not taken. This session is cancelled.');
    expect(refused).toContain('Not marked.');
  });

  it('lets nobody be marked for a cancelled session, and prints no box for it', () => {
    const html = draw(createElement(RegisterView, {...props, register: registerWith([], true)}));
    expect(html).not.toContain('type="radio"');
    expect(html).toContain('This session is cancelled, so nobody can be marked.');
    expect(html.slice(html.indexOf('Paper register'))).not.toContain('<td>');
  });

  it('says what the device keeps, and when it cannot keep marks', () => {
    const status = {count: 2, service: 'unreachable' as const, isSafe: false, loaded: '10:30am on 22 November 2026', said: '', onSent: nothing};
    const html = draw(createElement(SendingStatus, status));
    expect(html).toContain('2 marks are on this device and not sent yet.');
    expect(html).toContain('We cannot reach the service now.');
    expect(html).toContain('This browser cannot keep marks.');
    expect(html).toContain('7 days at most');
    expect(draw(createElement(SendingStatus, {...status, count: 0, service: 'reachable', isSafe: true}))).not.toContain('<button');
  });
});

describe('somebody’s own attendance', () => {
  it('names who marked it, and says that it can no longer be reached', () => {
    const {run, rule, sessions} = registerWith([]);
    const html = draw(createElement(MyAttendanceView, {attendance: {runs: [{run, rule, sessions, standing, marks: [mark('a', 'ann', {mark: 'excused', reason: 'Jury service'})]}]}, viewerId: 'ann', now: NOW}));
    expect(html).toContain('0 of 1 session, 0% of all. Can no longer reach 80% of all sessions.');
    expect(html).toContain('Excused, marked by Tom Example, 10:05am on 22 November 2026. Reason: Jury service.');
    expect(html).toContain('First &lt;day&gt; (mandatory)');
  });
});

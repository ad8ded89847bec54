import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {writeCalendar} from '#core/calendar/calendarFile.ts';
import type {CalendarEvent} from '#core/calendar/calendarFile.ts';
import {addDays} from '#core/planning/days.ts';

type Properties = Record<string, string>;

/** Reads a calendar file by RFC 5545: unfolds, splits, unescapes. Knows nothing of the writer. */
function readCalendar(file: string): {calendar: Properties; events: Properties[]} {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) lines.push((lines.pop() ?? '') + line.slice(1));
    else lines.push(line);
  }
  const calendar: Properties = {};
  const events: Properties[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    expect(colon).toBeGreaterThan(0);
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else {
      const target = open.at(-1) === 'VEVENT' ? events.at(-1) ?? {} : calendar;
      expect(target).not.toHaveProperty([name]);
      target[name] = unescape(value);
    }
  }
  expect(open).toEqual([]);
  return {calendar, events};
}

function unescape(value: string): string {
  let text = '';
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] !== '\\') {
      expect(value[at]).not.toMatch(/[;,]/);
      text += value[at] ?? '';
      continue;
    }
    at += 1;
    const sign = value[at] ?? '';
    expect(['\\', ';', ',', 'n', 'N']).toContain(sign);
    text += sign.toLowerCase() === 'n' ? '\n' : sign;
  }
  return text;
}

const event: CalendarEvent = {uid: 'abc-open@askwell', from: '2027-06-04', to: '2027-08-27', summary: 'Open for replies', description: ''};
const write = (...events: CalendarEvent[]): string => writeCalendar({name: 'Library, hours', stamp: '2026-11-22T10:05:06.789Z', events});

describe('the calendar file', () => {
  it('has one day-long event for each thing, whose end is the day after its last', () => {
    const {calendar, events} = readCalendar(write(event, {...event, uid: 'abc-decision@askwell', from: '2027-12-31', to: '2027-12-31'}));
    expect(calendar).toMatchObject({VERSION: '2.0', CALSCALE: 'GREGORIAN', 'X-WR-CALNAME': 'Library, hours'});
    expect(calendar.PRODID).toBeTruthy();
    expect(events).toEqual([
      {UID: 'abc-open@askwell', DTSTAMP: '20261122T100506Z', 'DTSTART;VALUE=DATE': '20270604', 'DTEND;VALUE=DATE': '20270828', SUMMARY: 'Open for replies', TRANSP: 'TRANSPARENT'},
      {UID: 'abc-decision@askwell', DTSTAMP: '20261122T100506Z', 'DTSTART;VALUE=DATE': '20271231', 'DTEND;VALUE=DATE': '20280101', SUMMARY: 'Open for replies', TRANSP: 'TRANSPARENT'},
    ]);
  });

  it.each([
    ['commas and semicolons', 'One, two; three'], ['backslashes', 'C:\\n is no new line \\'], ['new lines', 'One\nTwo\r\nThree\rFour'], ['a long line of two-octet letters', 'ŷ'.repeat(200)],
    ['letters beyond the first plane', '🗳️'.repeat(60)], ['a line that looks like an event', 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT'], ['a space at each end of a line', ' '.repeat(160)],
  ])('keeps %s', (_, text) => {
    const [read] = readCalendar(write({...event, summary: text, description: text})).events;
    expect(read?.SUMMARY).toBe(text.replace(/\r\n?/g, '\n'));
    expect(read?.DESCRIPTION).toBe(text.replace(/\r\n?/g, '\n'));
  });

  it('reads back to what was written, whatever was typed', () => {
    const text = fc.string({unit: 'grapheme', minLength: 1, maxLength: 150});
    const day = fc.integer({min: 0, max: 20_000}).map((count) => addDays('2025-01-01', count));
    fc.assert(fc.property(text, text, day, fc.nat(400), (summary, description, from, days) => {
      const [read] = readCalendar(write({...event, summary, description, from, to: addDays(from, days)})).events;
      const clean = (typed: string): string => typed.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
      expect(read?.SUMMARY).toBe(clean(summary));
      expect(read?.DESCRIPTION).toBe(clean(description));
      expect(read?.['DTEND;VALUE=DATE']).toBe(addDays(from, days + 1).replaceAll('-', ''));
    }), {numRuns: 40});
  });

  it('leaves out signs that steer a machine', () => {
    expect(readCalendar(write({...event, summary: 'a\u0000b\u0007c\u001bd\te'})).events[0]?.SUMMARY).toBe('abcd\te');
  });
});

import {expect, it} from 'vitest';
import type {Coming} from '#core/courses/due.ts';
import {dueCalendar} from '#core/courses/dueCalendar.ts';

const coming: Coming[] = [
  {kind: 'refresher', courseId: 'intro', title: 'Introduction, in brief', on: '2026-12-31', href: '/learn/intro/refresher/'},
  {kind: 'end', courseId: 'intro', title: 'Introduction, in brief', on: '2028-11-22', href: '/learn/intro/assessment/'},
];
const options = {site: 'https://consult.example.org', stamp: '2026-11-22T10:05:06.789Z'};

const EVENTS = [
  'BEGIN:VEVENT',
  'UID:refresher-intro-2026-12-31@askwell',
  'DTSTAMP:20261122T100506Z',
  'DTSTART;VALUE=DATE:20261231',
  'DTEND;VALUE=DATE:20270101',
  'SUMMARY:Refresher: Introduction\\, in brief',
  'DESCRIPTION:5 questions\\, about 3 minutes.\\nhttps://consult.example.org/lea',
  ' rn/intro/refresher/',
  'URL:https://consult.example.org/learn/intro/refresher/',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:end-intro-2028-11-22@askwell',
  'DTSTAMP:20261122T100506Z',
  'DTSTART;VALUE=DATE:20281122',
  'DTEND;VALUE=DATE:20281123',
  'SUMMARY:Last day your completion counts: Introduction\\, in brief',
  'DESCRIPTION:Renew it before this day is over.\\nhttps://consult.example.org/',
  ' learn/intro/assessment/',
  'URL:https://consult.example.org/learn/intro/assessment/',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
  'END:VCALENDAR',
];
const HEAD = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Askwell//Refreshers//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Askwell: my learning'];

it('writes each date as a day-long event with its link', () => {
  expect(dueCalendar(coming, {...options, feed: false}).split('\r\n')).toEqual([...HEAD, ...EVENTS, '']);
});

it('tells a calendar that subscribes how often to come back', () => {
  expect(dueCalendar(coming, {...options, feed: true}).split('\r\n')).toEqual([...HEAD, 'REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H', ...EVENTS, '']);
});

it('is a calendar without events when nothing is to come', () => {
  expect(dueCalendar([], {...options, feed: false}).split('\r\n')).toEqual([...HEAD, 'END:VCALENDAR', '']);
});

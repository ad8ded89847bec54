import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {DEVICE} from '#core/privacy/device.ts';
import type {DevicePlace} from '#core/privacy/device.ts';

const src = path.resolve(__dirname, '..', '..', '..', 'src');
const files = ['browser', 'core', 'components', 'theme', 'pages'].flatMap((room) => readdirSync(path.join(src, room), {recursive: true, encoding: 'utf8'})
  .filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(src, room, file)))
  .map((file) => ({file: path.relative(src, file), text: readFileSync(file, 'utf8')}));
const namesOf = (...places: DevicePlace[]): string[] => DEVICE.filter(({place}) => places.includes(place)).flatMap(({names}) => names);

test('the list names every key that the code puts into local or session storage', () => {
  const using = files.filter(({text}) => /\b(localStorage|sessionStorage)\b/.test(text));
  expect(using.length).toBeGreaterThan(3);
  expect(using.filter(({file}) => !file.startsWith('browser')), 'storage is for src/browser alone').toEqual([]);
  const keys = using.flatMap(({text}) => [...text.matchAll(/['"`](askwell[.:-][a-z-]*[a-z:])/g)].map(([, key]) => key ?? ''));
  const listed = namesOf('local storage', 'session storage');
  // Channels between tabs keep nothing.
  const channels = ['askwell-kept', 'askwell-session', 'askwell-my-learning', 'askwell-my-learning.ics'];
  expect([...new Set(keys)].filter((key) => !listed.includes(key) && !channels.includes(key))).toEqual([]);
  const set = using.flatMap(({text}) => [...text.matchAll(/(?:local|session)Storage\.setItem\((['"][^'"]+['"])/g)].map(([, key]) => key ?? ''));
  expect(set, 'keys are named in constants, where this test finds them').toEqual([]);
});

test('the list names every store of the database on the device', () => {
  const stores = files.flatMap(({text}) => [...text.matchAll(/createObjectStore\('([^']+)'/g)].map(([, name]) => name ?? ''));
  expect(stores.length).toBeGreaterThan(3);
  expect(stores.filter((name) => !namesOf('IndexedDB').includes(name))).toEqual([]);
});

test('the list names every kind of thing that pages keep there', () => {
  const kept = files.flatMap(({text}) => [...text.matchAll(/export const \w*(?:KEPT_UNDER|KEPT_AS|_KEY) = '([a-z-]+\/[a-z-]*)'/g)].map(([, key]) => key ?? ''));
  expect(kept.length).toBeGreaterThan(9);
  expect(kept.filter((key) => !namesOf('IndexedDB').includes(key))).toEqual([]);
});

test('the list names nothing that the code no longer keeps', () => {
  const all = files.map(({text}) => text).join('\n');
  // The frame of the site keeps the colours; the service sets the cookies; a package keeps the pages.
  const others = ['theme', ...namesOf('cookie', 'cache')];
  expect(DEVICE.flatMap(({names}) => names).filter((name) => !others.includes(name) && !all.replace(/names: \[[^\]]*\]/g, '').includes(`${name}`))).toEqual([]);
});

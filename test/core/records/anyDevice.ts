import * as fc from 'fast-check';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import type {DeviceRows, KeptAttempt} from '#core/records/wholeDevice.ts';

/** Few ids, so that two devices often hold the same attempt. */
export const idOf = (n: number): string => makeRecordId(1_770_000_000_000 + n, new Uint8Array(10).fill(n));
const at = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n)).toISOString();
const ITEMS = ['q-1', 'q-2', 'q-3'];

export const QUIZ: Quiz = {
  id: 'sample', version: 'v1', title: 'Sample', mode: 'practice', pass: null, attempts: null, shuffle: {items: false, options: true}, draw: [{from: ITEMS, take: 3}],
  items: ITEMS.map((id) => ({id, type: 'true-false', stem: 'Is it so?', marks: 1, version: '1-a', status: 'live', answer: true, why: {true: 'Yes.', false: 'No.'}})),
};
export const drawn = (count: number): KeptAttempt['drawn'] => ITEMS.slice(0, count).map((itemId) => ({itemId, itemVersion: '1-a', optionOrder: []}));

const anyOwner = fc.constantFrom(null, 'me');
const anyOf = fc.integer({min: 0, max: 5});

const anyAttempt = fc.record({
  n: anyOf, owner: anyOwner, count: fc.integer({min: 1, max: 3}), isHandedIn: fc.boolean(), isKnown: fc.boolean(), answers: fc.array(fc.boolean(), {maxLength: 3}),
  state: fc.constantFrom('waiting' as const, 'sent' as const, 'set-aside' as const), index: fc.integer({min: 0, max: 2}),
});
type Made = typeof anyAttempt extends fc.Arbitrary<infer T> ? T : never;

/** What a device holds of one attempt, in the way that the site writes it. */
function rowsOf({n, owner, count, isHandedIn, isKnown, answers, state, index}: Made): Pick<DeviceRows, 'attempts' | 'responses' | 'outbox' | 'results'> {
  const id = idOf(n);
  const given = answers.slice(0, count);
  const attempt: KeptAttempt = {
    id, quizId: 'sample', quizVersion: 'v1', mode: 'practice', drawnBy: 'device', startedAt: at(n), drawn: drawn(count), quiz: QUIZ, owner, index,
    handedInAt: isHandedIn ? at(n + 1) : null, draft: null,
  };
  const responses = given.map((response, place) => ({attemptId: id, itemId: ITEMS[place] ?? '', response}));
  return {
    attempts: [attempt], responses,
    outbox: isHandedIn ? [{
      id, owner, state, reason: state === 'set-aside' ? 'Refused.' : null, tries: 1, lastTriedAt: at(n + 1),
      record: {
        id, v: 1, type: 'attempt.submitted', at: at(n + 1), object: {kind: 'quiz', id: 'sample', version: 'v1'},
        body: {mode: 'practice', drawnBy: 'device', startedAt: at(n), drawn: drawn(count), responses: Object.fromEntries(responses.map(({itemId, response}) => [itemId, response]))},
      },
    }] : [],
    results: isHandedIn && state === 'sent' && isKnown ? [{
      id, owner, completions: [{courseId: 'intro', courseVersion: 1, completedAt: at(n + 1)}], clockNote: null,
      result: {id, quizId: 'sample', version: 'v1', mode: 'practice', drawnBy: 'device', at: at(n + 1), receivedAt: at(n + 1), got: 60, of: 60, percent: 100, passed: null, items: []},
    }] : [],
  };
}

const anyThing = fc.record({
  key: fc.constantFrom('self-assessment/a', 'self-assessment/b', 'timeline/not-signed-in', 'selection/c', 'weather/today'), owner: anyOwner,
  changedAt: anyOf.map(at), value: fc.oneof(fc.record({name: fc.string({maxLength: 8}), list: fc.array(fc.integer(), {maxLength: 3})}), fc.constant(null)),
});

const SETTINGS: DeviceRows['settings'][] = [[], [{name: 'theme', value: 'dark'}], [{name: 'theme', value: 'light'}, {name: 'askwell.search-key', value: 'off'}]];

/** Everything that a device may hold for one person and for nobody. */
export const anyDevice: fc.Arbitrary<DeviceRows> = fc.record({
  made: fc.uniqueArray(anyAttempt, {selector: ({n}) => n, maxLength: 5}),
  kept: fc.uniqueArray(anyThing, {selector: ({key}) => key, maxLength: 5}),
  ticks: fc.uniqueArray(fc.record({page: fc.constantFrom('/a/', '/b/'), items: fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), {minLength: 1})}), {selector: ({page}) => page}),
  settings: fc.constantFrom(...SETTINGS),
}).map(({made, ...rest}) => {
  const all = made.map(rowsOf);
  return {
    attempts: all.flatMap(({attempts}) => attempts), responses: all.flatMap(({responses}) => responses), outbox: all.flatMap(({outbox}) => outbox),
    results: all.flatMap(({results}) => results), ...rest,
  };
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isAnswerToLive, LiveQuestion} from '#core/live/api.ts';
import type {LiveRoom} from '#core/live/api.ts';
import {LIVE_SIGNS, makeLiveCode, readLiveCode} from '#core/live/code.ts';
import {answerTo, choose, markLate, markSent, nextUnsent, openPhone, readPhone, waitBeforeAsking, withView} from '#core/live/phone.ts';
import type {Phone} from '#core/live/phone.ts';
import {itemBeside, itemsOf, toLiveCourses, toLiveItem, toLiveQuestion, toLiveQuizzes} from '#core/live/questions.ts';
import {LEAST_ANSWERS, mayShowResults, peopleByHand, readHands, toResultRows} from '#core/live/results.ts';
import type {Quiz, VersionedQuestion} from '#core/quizzes/quiz.ts';
import {COURSE, makeContent, makeQuestion} from '../../support/smallContent.ts';
import {realContent} from '../../support/project.ts';

describe('a live code', () => {
  it('has 4 signs that no projector confuses, and is read back as typed', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.integer({min: 0, max: 255})), (bytes) => {
      const code = makeLiveCode((count) => Uint8Array.from(Array.from({length: count}, () => Number(bytes.next().value))));
      expect(code).toMatch(/^[2-9CDFHJKMNPRTVWX]{4}$/);
      expect(readLiveCode(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `)).toBe(code);
    }));
    expect(LIVE_SIGNS).not.toMatch(/[01ABEGILOQSUYZ]/);
  });

  it.each([
    ['look-alikes', 'zs8y', '258V'], ['a dash', 'C7–K4', 'C7K4'], ['too few', 'C7K', null], ['too many', 'C7K42', null], ['a sign of no code', 'C7A4', null], ['nothing', '', null],
  ])('forgives or refuses %s', (_, typed, code) => {
    expect(readLiveCode(typed)).toBe(code);
  });
});

describe('results', () => {
  it('are held back below five answers', () => {
    expect([0, 1, 4, 5, 6, 200].map(mayShowResults)).toEqual([false, false, false, true, true, true]);
    expect(LEAST_ANSWERS).toBe(5);
  });

  it('give each option its letter, count and share, also where nobody chose it', () => {
    const options = [{id: 'c', text: 'C'}, {id: 'a', text: 'A'}];
    expect(toResultRows(options, {a: 2}, 3)).toEqual([
      {id: 'c', letter: 'A', text: 'C', count: 0, percent: 0}, {id: 'a', letter: 'B', text: 'A', count: 2, percent: 67},
    ]);
    expect(toResultRows(options, {a: 2}, null).map(({percent}) => percent)).toEqual([null, null]);
    expect(toResultRows(options, {}, 0).map(({percent}) => percent)).toEqual([null, null]);
  });

  it.each([['', 0], [' 7 ', 7], ['999', 999], ['1000', null], ['-1', null], ['1.5', null], ['two', null]])('reads %j hands as %j', (typed, count) => {
    expect(readHands(typed)).toBe(count);
  });

  it.each([
    ['single', {a: 3, b: 4}, null, 7], ['true-false', {true: 2, false: 0}, 99, 2], ['multi', {a: 3, b: 4}, null, null], ['multi', {a: 3, b: 4}, 5, 5], ['multi', {a: 3, b: 4}, 3, null], ['multi', {}, 0, null],
  ])('know the people behind hands for a %s question', (type, counts, inRoom, people) => {
    expect(peopleByHand(type, counts, inRoom)).toBe(people);
  });
});

describe('questions for a room', () => {
  const trueFalse: VersionedQuestion = {id: 'tf', version: 'v', status: 'live', type: 'true-false', stem: 'Example statement', marks: 1, answer: false, why: {true: 'no', false: 'yes'}};

  it('come from practice alone, of the types that people can answer by tapping', () => {
    const match: VersionedQuestion = {id: 'm', version: 'v', status: 'live', type: 'match', stem: '-', marks: 1, rows: [], targets: []};
    const quiz: Quiz = {...makeContent().quizzes[0] as Quiz, items: [makeQuestion('one'), match, trueFalse, {...trueFalse, id: 'old', status: 'retired'}]};
    const assessed: Quiz = {...quiz, id: 'assessed', mode: 'assessed'};
    expect(toLiveQuizzes([quiz, assessed, {...quiz, id: 'none', items: [match]}]).map(({id, items}) => [id, items.map((item) => item.id)])).toEqual([[quiz.id, ['one', 'tf']]]);
  });

  it('lose their key on the way to the room', () => {
    for (const question of [makeQuestion('one'), trueFalse]) {
      const item = toLiveItem(question);
      const sent = item && toLiveQuestion(item);
      expect(JSON.stringify(sent)).not.toMatch(/right|why|yes|told-with/);
      expect(LiveQuestion.safeParse(sent).success).toBe(true);
      expect(item?.options.filter(({right}) => right).map(({why}) => why)).toHaveLength(1);
    }
  });

  it('keep one order of options, which is not the writer’s, unless the writer wants it kept', () => {
    const orders = Array.from({length: 40}, (_, index) => toLiveItem(makeQuestion(`example-${index}`))?.options.map(({id}) => id).join(''));
    expect(new Set(orders).size).toBeGreaterThan(3);
    expect(Array.from({length: 40}, (_, index) => toLiveItem(makeQuestion(`example-${index}`))?.options.map(({id}) => id).join(''))).toEqual(orders);
    const kept = {...makeQuestion('example-1'), shuffle: false} as VersionedQuestion;
    expect(toLiveItem(kept)?.options.map(({id}) => id)).toEqual(['a', 'b', 'c']);
    expect(toLiveItem(trueFalse)?.options.map(({id, right}) => [id, right])).toEqual([['true', false], ['false', true]]);
  });

  it('stand in the order of the course, one beside the other', () => {
    const [course] = toLiveCourses([COURSE, {...COURSE, id: 'empty', lessons: []}], toLiveQuizzes(makeContent().quizzes));
    const items = itemsOf(course);
    expect(items.map(({id}) => id)).toEqual(['practice-purpose-q', 'practice-people-q']);
    const beside = (id: string | null, step: 1 | -1) => itemBeside(items, id, step)?.id ?? null;
    expect([beside(null, 1), beside('practice-purpose-q', 1), beside('practice-people-q', 1), beside('practice-purpose-q', -1), beside('practice-people-q', -1)])
      .toEqual(['practice-purpose-q', 'practice-people-q', null, null, 'practice-purpose-q']);
  });

  it('of the real courses fit what the service takes', async () => {
    const {courses, quizzes} = await realContent();
    const live = toLiveCourses(courses, toLiveQuizzes(quizzes));
    expect(live.length).toBeGreaterThan(0);
    const faults = live.flatMap(itemsOf).filter((item) => !LiveQuestion.safeParse(toLiveQuestion(item)).success).map(({id}) => id);
    expect(faults).toEqual([]);
  });

  it.each([
    ['single', ['a'], true], ['single', ['a', 'b'], false], ['single', [], false], ['single', ['x'], false], ['multi', ['a', 'b'], true], ['multi', ['a', 'a'], false], ['multi', [], false],
  ] as const)('take for a %s question %j: %s', (type, chosen, isAnswer) => {
    expect(isAnswerToLive({type, options: [{id: 'a', text: 'A'}, {id: 'b', text: 'B'}]}, chosen)).toBe(isAnswer);
  });
});

describe('a phone', () => {
  const TOKEN = '0'.repeat(32);
  const room = (changes: Partial<LiveRoom> = {}): LiveRoom => ({room: 'r', revision: 1, state: 'open', question: null, results: null, ...changes});
  const inRoom = (): Phone => withView(openPhone('C7K4', TOKEN), room(), 'unused');

  it('keeps an answer until the service has it, and the newest one where it changed meanwhile', () => {
    const first = choose(inRoom(), 'q', ['a']);
    const sending = nextUnsent(first);
    expect(sending).toMatchObject({chosen: ['a'], standing: 'unsent'});
    const changed = sending && markSent(choose(first, 'q', ['b']), sending);
    expect(changed && nextUnsent(changed)).toMatchObject({chosen: ['b'], counted: ['a']});
    const done = sending && markSent(first, sending);
    expect(done && [nextUnsent(done), answerTo(done, 'q')?.standing]).toEqual([null, 'sent']);
    expect(done && choose(done, 'q', ['a'])).toBe(done);
  });

  it('says that a change was late, and still knows what is counted', () => {
    const first = choose(inRoom(), 'q', ['a']);
    const counted = markSent(first, answerTo(first, 'q') ?? expect.fail());
    const changed = choose(counted, 'q', ['b']);
    expect(answerTo(markLate(changed, answerTo(changed, 'q') ?? expect.fail()), 'q')).toEqual({questionId: 'q', chosen: ['b'], standing: 'late', counted: ['a']});
  });

  it('sends nothing of one room to another under the same code, and takes a new token there', () => {
    const before = choose(inRoom(), 'q', ['a']);
    expect(withView(before, room({room: 'other'}), 'new')).toEqual({code: 'C7K4', token: 'new', view: room({room: 'other'}), answers: []});
    expect(withView(withView(before, room({revision: 5}), 'x'), room({revision: 4}), 'x').view?.revision).toBe(5);
  });

  it('is found again after a reload, and not under another code or when what was kept is broken', () => {
    const phone = choose(inRoom(), 'q', ['a']);
    expect(readPhone(JSON.stringify(phone), 'C7K4')).toEqual(phone);
    for (const text of [null, '', '{', 'null', '{"code":"C7K4"}', JSON.stringify({...phone, token: 'x'})]) expect(readPhone(text, 'C7K4')).toBeNull();
    expect(readPhone(JSON.stringify(phone), 'C7K5')).toBeNull();
  });

  it('loses no answer, whatever the order of choosing, sending and refusing', () => {
    const act = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constant('sent' as const), fc.constant('late' as const));
    fc.assert(fc.property(fc.array(act, {maxLength: 30}), (acts) => {
      let phone = inRoom();
      let last = '';
      for (const each of acts) {
        const unsent = nextUnsent(phone);
        if (each === 'sent') phone = unsent ? markSent(phone, unsent) : phone;
        else if (each === 'late') phone = unsent ? markLate(phone, unsent) : phone;
        else phone = choose(phone, 'q', [last = each]);
      }
      expect(answerTo(phone, 'q')?.chosen ?? ['']).toEqual([last]);
      expect(phone.answers.length).toBeLessThanOrEqual(1);
    }));
  });

  it('asks every two seconds, and backs off to ten', () => {
    expect([0, 1, 2, 3, 50].map((failures) => waitBeforeAsking(failures, 0.5))).toEqual([2000, 4000, 8000, 10_000, 10_000]);
    expect([waitBeforeAsking(0, 0), waitBeforeAsking(0, 0.999)]).toEqual([1800, 2200]);
  });
});

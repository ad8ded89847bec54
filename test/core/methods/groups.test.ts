import {expect, it} from 'vitest';
import {AUDIENCE_GROUPS, PURPOSE_GROUPS} from '#core/methods/groups.ts';
import {AUDIENCES, PURPOSES} from '#core/methods/vocabulary.ts';
import {audiencesInWords, countInWords, listInWords, shortListInWords, weekRangeInWords} from '#core/methods/words.ts';

it('shows every audience and every purpose in one group', () => {
  expect(AUDIENCE_GROUPS.flatMap(({terms}) => terms).sort()).toEqual(Object.keys(AUDIENCES).sort());
  expect(PURPOSE_GROUPS.flatMap(({terms}) => terms).sort()).toEqual(Object.keys(PURPOSES).sort());
});

it('writes lists, counts and ranges as a person would', () => {
  expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c');
  expect(shortListInWords(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a, b, c and 2 more');
  expect(audiencesInWords(['older-people', 'lgbt-people'])).toBe('older people and LGBT+ people');
  expect(audiencesInWords(['carers-parents', 'older-people'])).toBe('parents and carers; and older people');
  expect(countInWords(1234567)).toBe('1,234,567');
  expect(countInWords(999)).toBe('999');
  expect(weekRangeInWords({min: 4, max: 4})).toBe('4 weeks');
});

import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {lessonWallHref, moveOfKey, partOnWall, readWallPart, readWallPlace, sectionAfter, wallHref} from '#core/courses/wall.ts';
import type {OnWall, WallPlace} from '#core/courses/wall.ts';

const queryOf = (href: string): string => (href.includes('?') ? href.slice(href.indexOf('?')) : '');

describe('the address of the wall', () => {
  it('holds the place in a lesson, so that a reload shows the same', () => {
    const place = fc.record({part: fc.option(fc.integer({min: 1, max: 14})), at: fc.oneof(fc.integer({min: 1, max: 40}), fc.constant('last' as const))});
    fc.assert(fc.property(place, (given: WallPlace) => {
      expect(readWallPlace(queryOf(lessonWallHref('c', 'l', given)))).toEqual(given);
    }));
  });

  it('holds the part of the session', () => {
    fc.assert(fc.property(fc.integer({min: 0, max: 15}), fc.boolean(), (part, end) => {
      expect(readWallPart(queryOf(wallHref('c', part, end)), 14)).toEqual({part, end: end && part > 0});
    }));
  });

  it.each([['', null], ['?part=3', null], ['?present', {part: null, at: 1}], ['?present&part=x&at=-4', {part: null, at: 1}], ['?present&at=last', {part: null, at: 'last'}]])(
    'reads %s, whatever somebody typed', (search, place) => {
      expect(readWallPlace(search)).toEqual(place);
    });

  it('goes no further than one past the last part', () => {
    expect(readWallPart('?part=99', 12)).toEqual({part: 13, end: false});
  });
});

describe('moving on the wall', () => {
  it.each([
    ['ArrowRight', false, 'next'], ['PageDown', false, 'next'], [' ', false, 'next'], [' ', true, 'previous'], ['ArrowLeft', false, 'previous'], ['PageUp', false, 'previous'],
    ['Home', false, 'first'], ['End', false, 'last'], ['Escape', false, 'leave'], ['ArrowDown', false, null], ['ArrowUp', false, null], ['a', false, null],
  ] as const)('the key %s (shift %s) means %s', (key, shift, move) => {
    expect(moveOfKey(key, shift)).toBe(move);
  });

  it('never shows a section that is not there, and leads out only at the ends', () => {
    const given = fc.integer({min: 1, max: 20}).chain((of) => fc.tuple(fc.integer({min: 1, max: of}), fc.constant(of)));
    fc.assert(fc.property(given, fc.constantFrom('next', 'previous', 'first', 'last'), ([at, of], move) => {
      const to = sectionAfter(move, at, of);
      if (to === 'after') expect([move, at]).toEqual(['next', of]);
      else if (to === 'before') expect([move, at]).toEqual(['previous', 1]);
      else expect(to).toSatisfy((section: number) => section >= 1 && section <= of);
    }));
  });
});

it('finds the part that is on the wall, by its number or by its lesson', () => {
  const parts = [{}, {lesson: 'a'}, {lesson: 'b'}, {lesson: 'a'}];
  const shown = (part: number | null, lesson: string | null): OnWall => ({course: 'c', lesson, part, title: 'T', at: 1, of: 1});
  expect([shown(4, 'a'), shown(null, 'a'), shown(null, 'z'), shown(0, null), shown(5, null)].map((each) => partOnWall(each, parts))).toEqual([3, 1, null, null, null]);
});

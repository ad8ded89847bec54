import {describe, expect, it} from 'vitest';
import {makeOwnAnswers} from '#browser/ownAnswers.ts';

describe('what storage says of answers', () => {
  it('does not undo an answer given here while it was being read', () => {
    const own = makeOwnAnswers();
    own.given('one');
    own.stored('one');
    const onlyOlder = own.startReading();
    own.given('one');
    expect(onlyOlder({one: {1: 'a'}, two: 'b'})).toEqual({two: 'b'});
  });

  it('does not undo an answer that was not stored yet when reading began', () => {
    const own = makeOwnAnswers();
    own.given('one');
    own.given('one');
    own.stored('one');
    const onlyOlder = own.startReading();
    own.stored('one');
    expect(onlyOlder({one: 'old', two: 'b'})).toEqual({two: 'b'});
  });

  it('counts once everything of this page has been stored', () => {
    const own = makeOwnAnswers();
    own.given('one');
    own.stored('one');
    expect(own.startReading()({one: 'from another tab'})).toEqual({one: 'from another tab'});
  });
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Role} from '#core/records/api.ts';
import {ROLES} from '#core/records/api.ts';
import {standingOfViewer} from '#core/tasks/assessors.ts';
import {JUDGING_PLACES, placeWaitedFor, standingOf, TASK_STATES} from '#core/tasks/state.ts';
import type {JudgingPlace, SubmissionFacts} from '#core/tasks/state.ts';
import {TASK_LEVELS} from '#core/tasks/task.ts';
import {verdictOf, VERDICTS} from '#core/tasks/verdict.ts';

const anyVerdict = fc.constantFrom(...VERDICTS);
const anyRole = fc.constantFrom<Role>(...ROLES);

/** Any set of judgements that has at most one for each place, in any order. */
const anyFacts: fc.Arbitrary<SubmissionFacts> = fc.record({
  isWithdrawn: fc.boolean(), needsSecond: fc.boolean(),
  judgements: fc.shuffledSubarray([...JUDGING_PLACES]).chain((places) => fc.tuple(...places.map((place) => anyVerdict.map((verdict) => ({place, verdict}))))),
});

describe('the verdict', () => {
  it('is competent exactly when no criterion is “not yet”', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...TASK_LEVELS), {minLength: 1}), (levels) => {
      expect(verdictOf(levels)).toBe(levels.some((level) => level === 'not-yet') ? 'not-yet' : 'competent');
    }));
    expect(() => verdictOf([])).toThrow(RangeError);
  });
});

describe('how a hand-in stands', () => {
  it.each<[string, Partial<SubmissionFacts>, string, string | null]>([
    ['nobody has judged', {}, 'waiting-first', null],
    ['one says competent and no second is needed', {judgements: [{place: 'first', verdict: 'competent'}]}, 'decided', 'competent'],
    ['one says competent and a second is needed', {needsSecond: true, judgements: [{place: 'first', verdict: 'competent'}]}, 'waiting-second', null],
    ['one says not yet, drawn or not', {judgements: [{place: 'first', verdict: 'not-yet'}]}, 'waiting-second', null],
    ['two say not yet', {judgements: [{place: 'first', verdict: 'not-yet'}, {place: 'second', verdict: 'not-yet'}]}, 'decided', 'not-yet'],
    ['two differ', {judgements: [{place: 'first', verdict: 'not-yet'}, {place: 'second', verdict: 'competent'}]}, 'waiting-moderator', null],
    ['two differ and a moderator decides', {judgements: [{place: 'first', verdict: 'not-yet'}, {place: 'second', verdict: 'competent'}, {place: 'moderator', verdict: 'competent'}]}, 'decided', 'competent'],
    ['it was withdrawn', {isWithdrawn: true}, 'withdrawn', null],
  ])('when %s', (_when, facts, state, verdict) => {
    expect(standingOf({isWithdrawn: false, needsSecond: false, judgements: [], ...facts})).toEqual({state, verdict});
  });

  it('is the same in whatever order the judgements are read', () => {
    fc.assert(fc.property(anyFacts.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.judgements], {minLength: facts.judgements.length}))), ([facts, other]) => {
      expect(standingOf({...facts, judgements: other})).toEqual(standingOf(facts));
    }));
  });

  it('has a verdict exactly when it is decided, and waits for somebody exactly when it is open', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const {state, verdict} = standingOf(facts);
      expect(verdict !== null).toBe(state === 'decided');
      expect(placeWaitedFor(state) === null).toBe(state === 'decided' || state === 'withdrawn');
    }));
  });

  it('is decided after three judgements at most, and “not yet” never rests on one person', () => {
    fc.assert(fc.property(fc.boolean(), fc.array(anyVerdict, {minLength: 3, maxLength: 3}), (needsSecond, verdicts) => {
      const judgements: {place: JudgingPlace; verdict: (typeof VERDICTS)[number]}[] = [];
      for (const verdict of verdicts) {
        const place = placeWaitedFor(standingOf({isWithdrawn: false, needsSecond, judgements}).state);
        if (place !== null) judgements.push({place, verdict});
      }
      const ended = standingOf({isWithdrawn: false, needsSecond, judgements});
      expect(ended.state).toBe('decided');
      expect(judgements.filter(({verdict}) => verdict === ended.verdict).length).toBeGreaterThanOrEqual(ended.verdict === 'not-yet' || needsSecond ? 2 : 1);
    }));
  });
});

describe('who may judge', () => {
  const viewer = (role: Role, teachesRun = false) => ({id: 'v', role, teachesRun});
  const open = {learnerId: 'l', hasRun: true, state: 'waiting-first', judgements: []} as const;

  it('are the trainers of the run, any trainer where there is no run, and coordinators', () => {
    expect(standingOfViewer(viewer('trainer', true), open).place).toBe('first');
    expect(standingOfViewer(viewer('lead', true), open).place).toBe('first');
    expect(standingOfViewer(viewer('trainer'), open)).toEqual({maySee: false, place: null, seesOthers: false});
    expect(standingOfViewer(viewer('trainer'), {...open, hasRun: false}).place).toBe('first');
    expect(standingOfViewer(viewer('lead'), {...open, hasRun: false}).maySee).toBe(false);
    expect(standingOfViewer(viewer('coordinator'), open).place).toBe('first');
    expect(standingOfViewer(viewer('learner', true), open).maySee).toBe(false);
  });

  it('are trainers of other runs too when two assessors differ', () => {
    const differ = {...open, state: 'waiting-moderator', judgements: [{place: 'first', assessorId: 'a'}, {place: 'second', assessorId: 'b'}]} as const;
    expect(standingOfViewer(viewer('trainer'), differ)).toEqual({maySee: true, place: 'moderator', seesOthers: true});
    expect(standingOfViewer({...viewer('trainer', true), id: 'a'}, differ)).toEqual({maySee: true, place: null, seesOthers: true});
  });

  it('are never the learner, never the same person twice, and see nothing of others before both have judged', () => {
    const anyJudgements = fc.shuffledSubarray([...JUDGING_PLACES]).chain((places) => fc.tuple(...places.map((place) => fc.constantFrom('v', 'w', 'x').map((assessorId) => ({place, assessorId})))));
    fc.assert(fc.property(anyRole, fc.boolean(), fc.boolean(), fc.constantFrom('v', 'l'), fc.constantFrom(...TASK_STATES), anyJudgements, (role, teachesRun, hasRun, learnerId, state, judgements) => {
      const standing = standingOfViewer(viewer(role, teachesRun), {learnerId, hasRun, state, judgements});
      if (learnerId === 'v' || role === 'learner' || state === 'withdrawn') expect(standing).toEqual({maySee: false, place: null, seesOthers: false});
      if (judgements.some(({assessorId}) => assessorId === 'v')) expect(standing.place).toBeNull();
      if (state === 'waiting-first' || state === 'waiting-second') expect(standing.seesOthers).toBe(false);
      if (standing.place !== null) expect(standing.maySee).toBe(true);
    }));
  });
});

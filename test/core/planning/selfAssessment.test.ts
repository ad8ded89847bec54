import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ANSWER_IDS, answerTo, applyEdit, nameOf, needOf, startAssessment, summarise, withoutAnswers} from '#core/planning/selfAssessment.ts';
import type {Edit, SelfAssessment, StepAnswer} from '#core/planning/selfAssessment.ts';
import {anyAssessment} from './anyAssessment.ts';
import {sampleCode} from './sampleCode.ts';

const code = sampleCode();
const answered = (answers: Record<string, Partial<StepAnswer>>): SelfAssessment => ({
  ...startAssessment('Library hours', '2026-11-22'),
  answers: Object.fromEntries(Object.entries(answers).map(([step, given]) => [step, {answer: null, evidence: '', action: '', ...given}])),
});

describe('what a step lacks', () => {
  it.each([
    ['nothing answered', {}, 'answer'],
    ['words but no answer', {evidence: 'A note', action: 'Ask'}, 'answer'],
    ['yes without evidence', {answer: 'yes', action: 'Ask'}, 'evidence'],
    ['yes with blanks for evidence', {answer: 'yes', evidence: ' \n'}, 'evidence'],
    ['yes with evidence', {answer: 'yes', evidence: 'A note'}, null],
    ['partly without an action', {answer: 'partly', evidence: 'A note'}, 'action'],
    ['partly with an action', {answer: 'partly', action: 'Ask'}, null],
    ['no without an action', {answer: 'no'}, 'action'],
    ['no with an action', {answer: 'no', action: 'Ask'}, null],
    ['does not apply without a reason', {answer: 'does-not-apply', action: 'Ask'}, 'reason'],
    ['does not apply with a reason', {answer: 'does-not-apply', evidence: 'No groups here'}, null],
  ] as [string, Partial<StepAnswer>, string | null][])('%s', (_, given, need) => {
    expect(needOf({answer: null, evidence: '', action: '', ...given})).toBe(need);
  });
});

describe('the summary', () => {
  it('counts the answers by phase, lists what is left to do in order, and the actions', () => {
    const summary = summarise(answered({
      'step-16': {answer: 'no', action: 'Publish by May'}, 'step-1': {answer: 'yes', evidence: 'The brief'}, 'step-2': {answer: 'yes'}, 'step-8': {answer: 'partly'},
    }), code);
    expect(summary).toMatchObject({total: 18, answered: 4, counts: {yes: 2, partly: 1, no: 1, 'does-not-apply': 0, open: 14}});
    expect(summary.phases.map(({phase, total, counts}) => [phase, total, counts.yes, counts.open])).toEqual([['plan', 7, 2, 5], ['prepare', 6, 0, 5], ['run', 2, 0, 2], ['report', 3, 0, 2]]);
    expect(summary.needs.filter(({need}) => need !== 'answer').map(({step, need}) => [step.number, need])).toEqual([[2, 'evidence'], [8, 'action']]);
    expect(summary.actions.map(({step, action}) => [step.number, action])).toEqual([[16, 'Publish by May']]);
  });

  it('keeps answers to steps of another version of the code apart, and counts them nowhere', () => {
    const summary = summarise(answered({'step-99': {answer: 'yes', evidence: 'Minutes'}}), code);
    expect(summary.unknown).toEqual([{step: 'step-99', answer: {answer: 'yes', evidence: 'Minutes', action: ''}}]);
    expect(summary.answered).toBe(0);
  });

  it('adds up, whatever was answered', () => {
    fc.assert(fc.property(anyAssessment(code), (assessment) => {
      const summary = summarise(assessment, code);
      const keys = [...ANSWER_IDS, 'open'] as const;
      expect(keys.reduce((sum, key) => sum + summary.counts[key], 0)).toBe(summary.total);
      expect(summary.answered + summary.counts.open).toBe(summary.total);
      for (const key of keys) expect(summary.phases.reduce((sum, {counts}) => sum + counts[key], 0)).toBe(summary.counts[key]);
      for (const {counts, total} of summary.phases) expect(keys.reduce((sum, key) => sum + counts[key], 0)).toBe(total);
      expect(summary.needs.filter(({need}) => need === 'answer')).toHaveLength(summary.counts.open);
      const known = code.steps.filter(({id}) => Object.hasOwn(assessment.answers, id)).length;
      expect(summary.unknown).toHaveLength(Object.keys(assessment.answers).length - known);
    }));
  });
});

describe('a change', () => {
  const edit: Edit = {field: 'evidence', step: 'step-1', from: 'A', to: 'AB'};

  it('touches one field, and leaves what another tab wrote elsewhere', () => {
    const stored = answered({'step-1': {answer: 'yes', evidence: 'A'}, 'step-2': {answer: 'no'}});
    const {assessment, overwritten} = applyEdit(stored, edit);
    expect(overwritten).toBeNull();
    expect(assessment).toEqual(answered({'step-1': {answer: 'yes', evidence: 'AB'}, 'step-2': {answer: 'no'}}));
  });

  it.each([
    ['nothing, when the box is as it was seen', 'A', null],
    ['nothing, when the other tab wrote the same', 'AB', null],
    ['nothing, when the other tab had emptied it', '', null],
    ['the other tab’s words', 'Minutes of May', 'Minutes of May'],
  ])('says that it replaces %s', (_, found, overwritten) => {
    expect(applyEdit(answered({'step-1': {evidence: found}}), edit).overwritten).toBe(overwritten);
  });

  it('changes the name and an answer too', () => {
    const named = applyEdit(answered({}), {field: 'name', from: 'Library hours', to: 'Library'}).assessment;
    expect(applyEdit(named, {field: 'answer', step: 'step-3', from: null, to: 'partly'}).assessment).toMatchObject({name: 'Library', answers: {'step-3': {answer: 'partly', evidence: ''}}});
  });

  it('never loses an answer to another step', () => {
    fc.assert(fc.property(anyAssessment(code), fc.string(), (assessment, text) => {
      const after = applyEdit(assessment, {...edit, to: text}).assessment;
      expect(answerTo(after, 'step-1').evidence).toBe(text);
      for (const step of Object.keys(assessment.answers)) if (step !== 'step-1') expect(answerTo(after, step)).toEqual(answerTo(assessment, step));
    }));
  });
});

it('starts with a trimmed name and no answers, and clears them again', () => {
  const started = startAssessment('  Library hours ', '2026-11-22');
  expect(started).toEqual({version: 1, name: 'Library hours', started: '2026-11-22', answers: {}});
  expect(withoutAnswers(answered({'step-1': {answer: 'yes'}}))).toEqual(started);
  expect(nameOf({name: ' '})).toBe('Consultation without a name');
});

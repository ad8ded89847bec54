import {markAttempt} from '../attempt.ts';
import type {DrawnItem, Responses} from '../attempt.ts';
import {markQuestion} from '../questions/index.ts';
import type {Quiz} from '../quiz.ts';
import {chosenIn} from './choices.ts';

/** One question of an attempt: marks in units, and what was chosen where there was a choice. */
export interface AnalysedAnswer {
  itemId: string;
  itemVersion: string;
  got: number;
  /** Above 0. */
  of: number;
  isLeftOpen: boolean;
  /** Ids of options. */
  chosen: readonly string[];
}

/** Somebody's first attempt at an assessment. Whose it is has no place here. */
export interface AnalysedAttempt {
  /** Null where the quiz has no pass mark. */
  passed: boolean | null;
  items: readonly AnalysedAnswer[];
}

/** Takes an attempt with the quiz in the version answered, and gives what the analysis needs of it. Questions without marks are left out. */
export function toAnalysed(quiz: Quiz, drawn: readonly DrawnItem[], responses: Responses): AnalysedAttempt {
  const items = drawn.flatMap(({itemId}): AnalysedAnswer[] => {
    const question = quiz.items.find((item) => item.id === itemId);
    if (!question) return [];
    const given = responses[itemId];
    const {got, of, outcome} = markQuestion(question, given);
    const isLeftOpen = outcome === 'not-answered';
    return of === 0 ? [] : [{itemId, itemVersion: question.version, got, of, isLeftOpen, chosen: isLeftOpen ? [] : chosenIn(question, given)}];
  });
  return {passed: markAttempt(quiz, drawn, responses).passed, items};
}

/** The name of one wording of a question, for maps. */
export function keyOf(itemId: string, itemVersion: string): string {
  return `${itemId}@${itemVersion}`;
}

/** Marks got and possible in an attempt, in units. */
export function totalOf({items}: AnalysedAttempt): {got: number; of: number} {
  return {got: items.reduce((sum, item) => sum + item.got, 0), of: items.reduce((sum, item) => sum + item.of, 0)};
}

/** One person's answer to a question, with how they did elsewhere. */
export interface Asked {
  got: number;
  /** Of this question's marks, from 0 to 1. */
  share: number;
  /** Ids of the options chosen. */
  chosen: readonly string[];
  isLeftOpen: boolean;
  /** Share of the marks that the other questions of the same attempt could bring; null when there was no other question. */
  rest: number | null;
}

/** Who was asked what, by question and wording. */
export function byItem(attempts: readonly AnalysedAttempt[]): Map<string, Asked[]> {
  const seen = new Map<string, Asked[]>();
  for (const attempt of attempts) {
    const {got, of} = totalOf(attempt);
    for (const item of attempt.items) {
      const others = of - item.of;
      const one = {got: item.got, share: item.got / item.of, chosen: item.chosen, isLeftOpen: item.isLeftOpen, rest: others > 0 ? (got - item.got) / others : null};
      const key = keyOf(item.itemId, item.itemVersion);
      const list = seen.get(key);
      if (list) list.push(one);
      else seen.set(key, [one]);
    }
  }
  return seen;
}

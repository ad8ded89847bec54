import type {PartFeedback, QuestionOutcome} from '#core/quizzes/question.ts';
import type {PublicQuestion} from '#core/quizzes/questions/index.ts';

/** The outcome of a question in words, with the sign that stands beside them. */
export const OUTCOMES: Record<QuestionOutcome, {sign: string; words: string; tone: 'good' | 'warn' | 'bad'}> = {
  right: {sign: '✓', words: 'Right', tone: 'good'},
  partly: {sign: '◐', words: 'Partly right', tone: 'warn'},
  wrong: {sign: '✗', words: 'Not right', tone: 'bad'},
  'not-answered': {sign: '–', words: 'Not answered', tone: 'warn'},
};

/** What to call one part of a marked answer. Takes the question's type, since a part is an option, a row or a step. */
export function namePart(type: PublicQuestion['type'], part: PartFeedback): {sign: string; words: string; tone: 'good' | 'warn' | 'bad' | 'plain'} {
  if (type === 'match' || type === 'order') {
    if (!part.chosen) return {sign: '–', words: 'Left open', tone: 'warn'};
    if (part.right) return {sign: '✓', words: type === 'order' ? 'In the right place' : 'Right', tone: 'good'};
    return {sign: '✗', words: type === 'order' ? 'Not in the right place' : 'Not right', tone: 'bad'};
  }
  if (part.chosen) {
    if (part.right === undefined) return {sign: '•', words: 'Your answer', tone: 'plain'};
    return part.right ? {sign: '✓', words: 'Your answer, right', tone: 'good'} : {sign: '✗', words: 'Your answer, not right', tone: 'bad'};
  }
  return part.right ? {sign: '✓', words: type === 'multi' ? 'Right, and you did not choose it' : 'The right answer', tone: 'warn'} : {sign: '–', words: 'Not right, and you did not choose it', tone: 'plain'};
}

/** Takes the parts of an answer and the order in which the options were shown; gives what the learner chose first. */
export function chosenFirst(type: PublicQuestion['type'], parts: readonly PartFeedback[], order: readonly string[]): PartFeedback[] {
  if (type === 'match' || type === 'order') return [...parts];
  const place = ({id, chosen}: PartFeedback): number => (chosen ? 0 : 100) + Math.max(0, order.indexOf(id));
  return [...parts].sort((a, b) => place(a) - place(b));
}

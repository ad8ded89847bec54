import type {PartFeedback, QuestionOutcome} from '#core/quizzes/question.ts';
import type {PublicQuestion} from '#core/quizzes/questions/index.ts';

/** The outcome of a question in words, with the sign that stands beside them. */
export const OUTCOMES: Record<QuestionOutcome, {sign: string; words: string; tone: 'good' | 'warn' | 'bad' | 'plain'}> = {
  right: {sign: '✓', words: 'Right', tone: 'good'},
  partly: {sign: '◐', words: 'Partly right', tone: 'warn'},
  wrong: {sign: '✗', words: 'Not right', tone: 'bad'},
  'not-answered': {sign: '–', words: 'Not answered', tone: 'warn'},
  noted: {sign: '•', words: 'Compare with what others say', tone: 'plain'},
};

/** Types whose parts are rows, gaps or boxes that the learner filled. */
const IN_ORDER: readonly PublicQuestion['type'][] = ['match', 'order', 'gap', 'numeric', 'short-text'];

/** The sentence for an answer that is not whole yet, by type. */
export function askForAnswer(type: PublicQuestion['type']): string {
  switch (type) {
    case 'match': return 'Choose one for each line first.';
    case 'order': return 'Move the lines, or choose “Use this order”, first.';
    case 'gap': return 'Fill each gap first.';
    case 'numeric': return 'Type a number in digits, for instance 12 or 3.5, first.';
    case 'short-text': return 'Type your words first.';
    case 'scenario': return 'Play the case to its end first: choose at each step, then “Go on with this”.';
    case 'single': case 'multi': case 'true-false': case 'reflection': return 'Choose an answer first.';
  }
}

/** What to call one part of a marked answer. Takes the question's type, since a part is an option, a row or a step. */
export function namePart(type: PublicQuestion['type'], part: PartFeedback): {sign: string; words: string; tone: 'good' | 'warn' | 'bad' | 'plain'} {
  if (type === 'reflection') return {sign: '•', words: 'A point to compare with', tone: 'plain'};
  if (type === 'scenario') {
    if (part.credit === 100) return {sign: '✓', words: 'A good choice', tone: 'good'};
    return part.credit ? {sign: '◐', words: 'It would do', tone: 'warn'} : {sign: '✗', words: 'Not a good choice', tone: 'bad'};
  }
  if ((type === 'numeric' || type === 'short-text') && part.chosen && !part.right && part.credit) return {sign: '◐', words: 'Nearly right', tone: 'warn'};
  if (IN_ORDER.includes(type)) {
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
  if (type !== 'single' && type !== 'multi' && type !== 'true-false') return [...parts];
  const place = ({id, chosen}: PartFeedback): number => (chosen ? 0 : 100) + Math.max(0, order.indexOf(id));
  return [...parts].sort((a, b) => place(a) - place(b));
}

import type {Question} from '../questions/index.ts';

/** An option as the analysis sees it. */
export interface Choice {
  id: string;
  text: string;
  isRight: boolean;
}

/** The options of a question that is answered by choosing; empty for every other type. */
export function choicesOf(question: Question): Choice[] {
  switch (question.type) {
    case 'single': case 'multi': return question.options.map(({id, text, right}) => ({id, text, isRight: right === true}));
    case 'true-false': return [true, false].map((value) => ({id: String(value), text: value ? 'True' : 'False', isRight: value === question.answer}));
    default: return [];
  }
}

/** Ids of the options that an answer chose. Empty when it was left open, and for a question that is not answered by choosing. */
export function chosenIn(question: Question, given: unknown): string[] {
  const ids = typeof given === 'boolean' ? [String(given)] : typeof given === 'string' ? [given] : Array.isArray(given) ? given.map(String) : [];
  return choicesOf(question).map(({id}) => id).filter((id) => ids.includes(id));
}

/** True where a question gives all of its marks or none, so that its mean is a share of people. */
export function isAllOrNothing(question: Question): boolean {
  switch (question.type) {
    case 'single': case 'true-false': return true;
    case 'multi': return question.rule === 'all-or-nothing';
    case 'order': return question.rule === 'exact';
    case 'numeric': return question.near === undefined;
    case 'short-text': return question.accept.every(({credit}) => credit === 100);
    default: return false;
  }
}

/**
 * The share of the marks that somebody gets on average who guesses blindly (Moodle's "random guess score"). Null where it depends on how
 * one guesses: nobody knows how many boxes a guesser ticks, and Moodle gives no figure for such questions either.
 */
export function guessScore(question: Question): number | null {
  switch (question.type) {
    case 'single': return 1 / question.options.length;
    case 'true-false': return 1 / 2;
    case 'match': return 1 / question.targets.length;
    case 'order': return question.rule === 'exact' ? question.options.reduce((chance, _, index) => chance / (index + 1), 1) : null;
    default: return null;
  }
}

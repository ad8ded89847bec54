import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import type {Question} from './questions/index.ts';
import type {QuizFile} from './quiz.ts';

/** `error` stops the build; `warning` is shown to the author, who may have a reason. */
export type ItemSeverity = 'error' | 'warning';

/** What a rule found: where in the file, and what to do. */
interface Found {
  path: PropertyKey[];
  message: string;
}

/** One rule of item writing. */
export interface ItemRule {
  id: string;
  severity: ItemSeverity;
  /** Reads one question. */
  item?: (item: Question) => Found[];
  /** Reads all questions of a file. */
  file?: (items: readonly Question[]) => Found[];
}

/** A rule broken, with its place. */
export interface ItemFinding extends Problem {
  rule: string;
  severity: ItemSeverity;
}

const plain = (text: string): string => text.toLowerCase().normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** Options that one choice is made from, with where they stand. A case has one such list for each step, a text one for each gap. */
interface Choice {
  path: PropertyKey[];
  options: readonly {text: string; right?: boolean}[];
  /** One of them is right, and what is asked stands in `asked`. */
  isSingle: boolean;
  asked: string;
}

function choicesIn(item: Question): Choice[] {
  switch (item.type) {
    case 'single': return [{path: ['options'], options: item.options, isSingle: true, asked: item.stem}];
    case 'multi': return [{path: ['options'], options: item.options, isSingle: false, asked: item.stem}];
    case 'order': return [{path: ['options'], options: item.options, isSingle: false, asked: item.stem}];
    case 'match': return [{path: ['targets'], options: item.targets, isSingle: false, asked: item.stem}];
    case 'gap': return item.gaps.flatMap((gap, index) => ('options' in gap ? [{path: ['gaps', index, 'options'], options: gap.options, isSingle: false, asked: item.stem}] : []));
    case 'scenario': return item.steps.map((step, index) => ({
      path: ['steps', index, 'options'], options: step.options.map(({text, credit}) => ({text, right: credit === 100})), isSingle: step.options.filter(({credit}) => credit === 100).length === 1, asked: step.text,
    }));
    case 'true-false': case 'numeric': case 'short-text': case 'reflection': return [];
  }
}

/** What a learner reads of a question before answering, part by part, with its place. */
function textsIn(item: Question): {path: PropertyKey[]; text: string}[] {
  const options = choicesIn(item).flatMap(({path, options: list}) => list.map(({text}, index) => ({path: [...path, index, 'text'], text})));
  const steps = item.type === 'scenario' ? item.steps.map(({text}, index) => ({path: ['steps', index, 'text'], text})) : [];
  const rows = item.type === 'match' ? item.rows.map(({text}, index) => ({path: ['rows', index, 'text'], text})) : [];
  return [{path: ['stem'], text: item.stem}, ...steps, ...rows, ...(item.type === 'gap' ? [{path: ['text'], text: item.text}] : []), ...options];
}
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Words that leave no exception. Test-wise readers know that they are seldom right. */
const ABSOLUTE = /\b(always|never|only|all|none|every|no one|nobody|everybody|must)\b/i;
/** Negatives of a stem; a reader who misses one answers another question. */
const NEGATIVE = /\b(not|except|never)\b/g;
const OF_THE_ABOVE = /^(all|none|both|neither|any|either) of (the )?(above|these|them|others?|options)\.?$|\b(all|none|both) (of )?the above\b/i;
/** More than this many letters make a word worth echoing. */
const RARE_LENGTH = 7;
const LONGEST_STEM = 60;
/** Words in one sentence of a question. Longer ones test reading. Practice judgement, after the 15 to 20 words of Plain English. */
const LONGEST_SENTENCE = 30;
/** An outcome with fewer questions in a file than this may have its case elsewhere. */
const FEWEST_FOR_A_CASE = 4;
/** A case tells what somebody does, then asks: two sentences or more, or a scenario. */
const isCase = (item: Question): boolean => item.type === 'scenario' || item.stem.split(/(?<=[.!?])["”]?\s+/).length > 1;
/** How far the right option may stand out in length (freeCodeCamp issue 58600 has a learner pass by choosing the longest). */
const STANDS_OUT = 1.5;
/** Fewer right answers than this say nothing about their places. */
const FEWEST_FOR_PLACES = 12;
/** Upper 1% points of chi-square for 1 to 4 degrees of freedom. */
const CHI_SQUARE_99 = [6.63, 9.21, 11.34, 13.28] as const;

const emphasised = (stem: string, word: string): boolean => stem.includes(word.toUpperCase()) || stem.includes(`**${word}**`) || stem.includes(`*${word}*`);

/** Options that are numbers, with their values; null when any is not. */
function numbersIn(options: Choice['options']): number[] | null {
  const values = options.map(({text}) => /^[£]?(\d[\d,]*(?:\.\d+)?)\s*(?:%|per cent|weeks?|days?|months?|years?|people|points?)?$/i.exec(text.trim())?.[1]);
  return values.length > 1 && values.every((value) => value !== undefined) ? values.map((value) => Number((value ?? '').replaceAll(',', ''))) : null;
}

/**
 * The rules that a script can hold, after Haladyna, Downing and Rodriguez (Applied Measurement in Education, 2002): 31 guidelines from 27
 * textbooks and 27 studies. Three options are enough: Rodriguez (2005), a review of 80 years of studies.
 */
export const ITEM_RULES: readonly ItemRule[] = [
  {
    id: 'duplicate-option', severity: 'error',
    item: (item) => choicesIn(item).flatMap(({path, options}) => {
      const texts = options.map(({text}) => plain(text));
      return texts.flatMap((text, index): Found[] => (texts.indexOf(text) === index ? [] : [{
        path: [...path, index, 'text'], message: 'Another option says the same. Make the two differ in meaning, or take one out.',
      }]));
    }),
  },
  {
    id: 'all-of-the-above', severity: 'error',
    item: (item) => choicesIn(item).flatMap(({path, options}) => options.flatMap(({text}, index): Found[] => (OF_THE_ABOVE.test(text) ? [{
      path: [...path, index, 'text'], message: `“${text}” means nothing once options are shuffled. Write an option of its own, or ask for several answers.`,
    }] : []))),
  },
  {
    id: 'empty-stem', severity: 'error',
    item: ({stem}) => (wordsOf(stem).length >= 4 ? [] : [{path: ['stem'], message: 'The stem asks nothing by itself. Put the case and the question into it, so that somebody could answer without the options.'}]),
  },
  {
    id: 'long-key', severity: 'warning',
    item: (item) => choicesIn(item).filter(({isSingle}) => isSingle).flatMap(({path, options}): Found[] => {
      const right = options.findIndex((option) => option.right);
      const others = options.filter((_, index) => index !== right).map(({text}) => text.length);
      return (options[right]?.text.length ?? 0) > STANDS_OUT * mean(others)
        ? [{path: [...path, right, 'text'], message: 'The right option is much longer than the others. Shorten it, or give the others as much detail.'}] : [];
    }),
  },
  {
    id: 'hidden-negative', severity: 'warning',
    item: ({stem}) => {
      // A negative inside a quotation is part of the case. The question itself is the last sentence.
      const question = stem.replace(/[“"][^”"]*[”"]/g, ' ').split(/(?<=[.!?])\s+/).at(-1) ?? '';
      const words = [...question.matchAll(NEGATIVE)].map(([word]) => word).filter((word) => !emphasised(stem, word));
      return words.length === 0 ? [] : [{path: ['stem'], message: `“${words[0] ?? ''}” is easy to miss. Ask the other way round, or write it in capitals.`}];
    },
  },
  {
    id: 'absolute-distractor', severity: 'warning',
    item: (item) => choicesIn(item).filter(({options}) => options.some(({right}) => right)).flatMap(({path, options}): Found[] => {
      const wrong = options.filter((option) => !option.right && ABSOLUTE.test(option.text));
      const isTelling = wrong.length > 0 && wrong.length === options.filter((option) => !option.right).length && !options.some((option) => option.right && ABSOLUTE.test(option.text));
      return isTelling ? [{path, message: 'Each wrong option, and no right one, holds a word such as “always” or “only”. That gives the answer away. Take those words out, or use one in a right option.'}] : [];
    }),
  },
  {
    id: 'number-order', severity: 'warning',
    item: (item) => choicesIn(item).flatMap(({path, options}): Found[] => {
      const values = item.type === 'order' ? null : numbersIn(options);
      if (values === null) return [];
      const sorted = [...values].sort((a, b) => a - b);
      const isInOrder = values.every((value, index) => value === sorted[index]) || values.every((value, index) => value === sorted[sorted.length - 1 - index]);
      if (!isInOrder) return [{path, message: 'Put numbers in order of size, so that nobody has to search.'}];
      return 'shuffle' in item && item.shuffle ? [{path, message: 'Numbers are read in order of size. Write `shuffle: false`, so that they keep it.'}] : [];
    }),
  },
  {
    id: 'echoed-word', severity: 'warning',
    item: (item) => choicesIn(item).filter(({isSingle}) => isSingle).flatMap(({path, options, asked: question}): Found[] => {
      const asked = new Set(wordsOf(question).filter((word) => word.length > RARE_LENGTH));
      const right = options.find((option) => option.right);
      const others = new Set(options.filter((option) => !option.right).flatMap(({text}) => wordsOf(text)));
      const echoed = wordsOf(right?.text ?? '').filter((word) => asked.has(word) && !others.has(word));
      return new Set(echoed).size < 2 ? [] : [{path, message: `Only the right option repeats words of the question (${[...new Set(echoed)].join(', ')}). Use other words there, or the same ones in a wrong option.`}];
    }),
  },
  {
    id: 'article-cue', severity: 'warning',
    item: (item) => {
      const cue = /\b(a|an)\s*[:?.]?$/i.exec(item.stem.trim())?.[1]?.toLowerCase();
      if (!cue || (item.type !== 'single' && item.type !== 'multi')) return [];
      const fits = item.options.filter(({text}) => /^[aeiou]/i.test(text.trim()) === (cue === 'an'));
      return fits.length === item.options.length ? [] : [{path: ['stem'], message: `The stem ends in “${cue}”, which fits some options and not others. Move the article into the options.`}];
    },
  },
  {
    id: 'long-stem', severity: 'warning',
    item: ({stem}) => (stem.split(/\s+/).length <= LONGEST_STEM ? [] : [{path: ['stem'], message: `The stem has more than ${LONGEST_STEM} words. Leave out what the answer does not need.`}]),
  },
  {
    id: 'hard-sentence', severity: 'warning',
    item: (item) => textsIn(item).flatMap(({path, text}): Found[] => {
      const longest = Math.max(...text.split(/(?<=[.!?:;]["”]?)\s+/).map((sentence) => sentence.split(/\s+/).length));
      return longest <= LONGEST_SENTENCE ? [] : [{path, message: `A sentence here has ${longest} words. Cut it at ${LONGEST_SENTENCE}, so that the question tests the subject and not the reading.`}];
    }),
  },
  {
    id: 'picture', severity: 'warning',
    item: (item) => textsIn(item).flatMap(({path, text}): Found[] => (/!\[|<(img|svg|picture)\b/i.test(text)
      ? [{path, message: 'A picture is not shown in a question, and some learners could not see it. Say in words what it shows.'}] : [])),
  },
  {
    id: 'no-case', severity: 'warning',
    file: (items) => {
      const outcomes = [...new Set(items.map(({outcome}) => outcome))];
      return outcomes.flatMap((outcome): Found[] => {
        const mine = items.filter((item) => item.outcome === outcome);
        return mine.length < FEWEST_FOR_A_CASE || outcome === undefined || mine.some(isCase) ? [] : [{
          path: ['items', items.indexOf(mine[0] as Question), 'outcome'],
          message: `No question on \`${outcome}\` puts the reader into a case. Write one that starts with a body and what happens to it, or a \`scenario\`.`,
        }];
      });
    },
  },
  {
    id: 'many-options', severity: 'warning',
    item: (item) => (item.type === 'single' && item.options.length > 4 ? [{path: ['options'], message: 'Three good options do as well as five, and leave time for another question. Take out the weakest.'}] : []),
  },
  {
    id: 'select-all-pays', severity: 'warning',
    item: (item) => {
      if (item.type !== 'multi') return [];
      const right = item.options.filter((option) => option.right).length;
      return item.options.length - right < right ? [{path: ['options'], message: 'There are more right options than wrong ones, so ticking everything pays. Add a wrong one, or take out a right one.'}] : [];
    },
  },
  {
    id: 'key-places', severity: 'warning',
    file: (items) => {
      const singles = items.filter((item): item is Extract<Question, {type: 'single'}> => item.type === 'single' && item.options.length === 3);
      if (singles.length < FEWEST_FOR_PLACES) return [];
      const places = [0, 1, 2].map((place) => singles.filter((item) => item.options[place]?.right).length);
      const expected = singles.length / places.length;
      const skew = places.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      return skew <= (CHI_SQUARE_99[places.length - 2] ?? 0) ? [] : [{path: ['items'], message: `Right answers stand at a ${places[0] ?? 0} times, at b ${places[1] ?? 0} and at c ${places[2] ?? 0}. Spread them, or a reader can guess by place.`}];
    },
  },
];

/** Takes a file of questions and the text it came from. Gives every rule broken, in the order of the file. */
export function checkItems(file: QuizFile, source: SourceText): ItemFinding[] {
  if (!('items' in file)) return [];
  const {items} = file;
  const found = ITEM_RULES.flatMap(({id: rule, severity, item: ofItem, file: ofFile}): ItemFinding[] => [
    ...(ofItem ? items.flatMap((item, index) => ofItem(item).map(({path, message}) => ({rule, severity, ...problemAt(source, ['items', index, ...path], message)}))) : []),
    ...(ofFile ? ofFile(items).map(({path, message}) => ({rule, severity, ...problemAt(source, path, message)})) : []),
  ]);
  return found.sort((a, b) => a.line - b.line || (a.rule < b.rule ? -1 : 1));
}

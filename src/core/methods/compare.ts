import {sortAudiences} from './answers.ts';
import type {Method, MethodSummary} from './method.ts';
import {AUDIENCES, bandOf} from './vocabulary.ts';
import type {Audience, CostBand} from './vocabulary.ts';
import {costInWords, countInWords, effortInWords, listInWords, upperFirst, weekRangeInWords} from './words.ts';

/** More columns cannot be read side by side, on a screen or on A4. */
export const MOST_COMPARED = 4;

/** A strength or a weakness, and whether somebody other than us says so. */
export interface DetailClaim {
  text: string;
  sourced: boolean;
}

/** What the comparison shows of a method and its summary does not hold. */
export interface MethodDetails {
  id: string;
  aka: string[];
  strengths: DetailClaim[];
  weaknesses: DetailClaim[];
  /** Facts for which no source is named. */
  judged: ComparedFact[];
}

/** Facts that a comparison shows, by the names that authors use in `provenance`. */
const FACTS = [
  'level', 'participants', 'elapsedWeeks', 'costBand', 'staffEffort', 'faceToFace', 'representative', 'depth', 'handlesContention',
  'handlesComplexity', 'audiences', 'avoidWhen', 'pairsWith',
] as const;
type ComparedFact = (typeof FACTS)[number];

/** Takes a method and gives its details, built field by field so that the page carries no more than it shows. */
export function detailsOf(method: Pick<Method, 'id' | 'aka' | 'strengths' | 'weaknesses' | 'provenance'>): MethodDetails {
  const claims = (list: Method['strengths']): DetailClaim[] => list.map(({text, sources}) => ({text, sourced: sources !== undefined}));
  return {
    id: method.id,
    aka: method.aka,
    strengths: claims(method.strengths),
    weaknesses: claims(method.weaknesses),
    judged: FACTS.filter((fact) => !Array.isArray(method.provenance[fact])),
  };
}

/** One line of a cell. */
export interface CompareLine {
  text: string;
  /** Id of a method that the text names, for a link. */
  method?: string;
  /** No source is named: practice judgement. */
  judged: boolean;
}

/** One row: a cell for each method, in the order of the columns. */
export interface CompareRow {
  id: string;
  name: string;
  /** The lines of a cell read on from one another; else they are a list. */
  isProse: boolean;
  cells: CompareLine[][];
  /** At least two methods say something different. Always false when only one is shown. */
  differs: boolean;
}

export interface Comparison {
  methods: MethodSummary[];
  rows: CompareRow[];
}

interface Row {
  id: string;
  name: string;
  /** The fact that the row rests on; left out where each line knows for itself. */
  fact?: ComparedFact;
  isProse?: boolean;
  lines: (method: MethodSummary, details: MethodDetails, title: (id: string) => string) => readonly (string | (Partial<CompareLine> & {text: string}))[];
}

/** In the order that a practitioner asks: what is it, whom does it hear, what does it take, what comes of it, who is left out. */
const ROWS: readonly Row[] = [
  {id: 'what', name: 'What it is', isProse: true, lines: ({description}, {aka}) => [description, ...(aka.length > 0 ? [`Also called: ${aka.join('; ')}.`] : [])]},
  {id: 'level', name: 'Level of influence', fact: 'level', lines: ({level}) => [upperFirst(listInWords(level))]},
  {id: 'people', name: 'People heard', fact: 'participants', lines: ({participants: {min, max}}) =>
    [max === 0 ? 'Nobody new is asked' : min === max ? countInWords(min) : `${countInWords(min)} to ${countInWords(max)}`]},
  {id: 'weeks', name: 'Time until results', fact: 'elapsedWeeks', lines: ({elapsedWeeks}) => [upperFirst(weekRangeInWords(elapsedWeeks))]},
  {id: 'cost', name: 'Outside cost', fact: 'costBand', lines: ({costBand}) => [upperFirst(costInWords(costBand))]},
  {id: 'effort', name: 'Your own staff’s time', fact: 'staffEffort', lines: ({staffEffort}) => [upperFirst(effortInWords(staffEffort))]},
  {id: 'way', name: 'How people take part', fact: 'faceToFace', lines: (method) => [waysToTakePart(method)]},
  {id: 'representative', name: 'Are people chosen to mirror the population?', fact: 'representative', lines: ({representative}) => [representative ? 'Yes' : 'No']},
  {id: 'figures', name: 'Can its figures stand for the population?', fact: 'representative', lines: ({statisticallyProjectable}) =>
    [statisticallyProjectable ? 'Yes, given a sound sample' : 'No']},
  {id: 'depth', name: 'How deep it goes', fact: 'depth', lines: ({depth}) => [`${DEPTHS[bandOf(depth)]} (${depth} of 5)`]},
  {id: 'contention', name: 'Copes with disagreement', fact: 'handlesContention', lines: ({handlesContention}) => [copes(handlesContention)]},
  {id: 'complexity', name: 'Copes with a complex subject', fact: 'handlesComplexity', lines: ({handlesComplexity}) => [copes(handlesComplexity)]},
  {id: 'reaches', name: 'Reaches well', fact: 'audiences', lines: ({audiences, audienceExclusive}) =>
    [...groups(audiences.goodFor), ...(audienceExclusive ? ['Only these groups'] : [])]},
  {id: 'misses', name: 'Tends to miss', fact: 'audiences', lines: ({audiences}) => groups(audiences.poorFor)},
  {id: 'avoid', name: 'When to avoid it', fact: 'avoidWhen', lines: ({avoidWhen}) => avoidWhen},
  {id: 'strengths', name: 'Strengths', lines: (_, {strengths}) => strengths.map(({text, sourced}) => ({text, judged: !sourced}))},
  {id: 'weaknesses', name: 'Weaknesses', lines: (_, {weaknesses}) => weaknesses.map(({text, sourced}) => ({text, judged: !sourced}))},
  {id: 'pairs', name: 'Works well with', fact: 'pairsWith', lines: ({pairsWith}, _, title) => pairsWith.map((id) => ({text: title(id), method: id}))},
];

/** Only 1, 3 and 5 have a meaning of their own in the vocabulary; the others lie between. */
const DEPTHS: Readonly<Record<CostBand, string>> = {
  1: 'Tick-box answers',
  2: 'Between tick-box answers and a discussion',
  3: 'A discussion',
  4: 'Between a discussion and sustained deliberation',
  5: 'Sustained deliberation, or a personal account',
};

const COPING: Readonly<Record<CostBand, string>> = {1: 'Badly', 2: 'Not very well', 3: 'Fairly well', 4: 'Well', 5: 'Very well'};

/** Groups in the order of the vocabulary, so that two columns can be read across. */
function groups(audiences: readonly Audience[]): string[] {
  return sortAudiences(audiences).map((audience) => AUDIENCES[audience]);
}

function copes(term: number): string {
  return `${COPING[bandOf(term)]} (${term} of 5)`;
}

/** Face to face, at a distance, both or neither, in words. */
export function waysToTakePart({faceToFace, remote}: Pick<Method, 'faceToFace' | 'remote'>): string {
  if (faceToFace && remote) return 'Face to face or at a distance';
  if (faceToFace) return 'Face to face';
  return remote ? 'At a distance' : 'Nobody is asked';
}

/** Takes ids in the order of the columns, the catalogue and the details. Gives every row; ids that are not in both are left out. */
export function compareMethods(ids: readonly string[], methods: readonly MethodSummary[], details: readonly MethodDetails[]): Comparison {
  const columns = ids.flatMap((id) => {
    const method = methods.find((each) => each.id === id);
    const more = details.find((each) => each.id === id);
    return method && more ? [{method, more}] : [];
  });
  const title = (id: string): string => methods.find((method) => method.id === id)?.title ?? id;
  const rows = ROWS.map(({id, name, fact, isProse = false, lines}): CompareRow => {
    const cells = columns.map(({method, more}) => lines(method, more, title).map((line): CompareLine =>
      ({judged: fact !== undefined && more.judged.includes(fact), ...(typeof line === 'string' ? {text: line} : line)})));
    return {id, name, isProse, cells, differs: new Set(cells.map(meaningOf)).size > 1};
  });
  return {methods: columns.map(({method}) => method), rows};
}

/** What a cell says, whatever the order of its lines and whoever says so. */
function meaningOf(cell: readonly CompareLine[]): string {
  return JSON.stringify(cell.map(({text}) => text).sort());
}

import {writeCsv} from '../../csv.ts';
import type {AssessmentAnalysis, Band, ItemFigures} from '../itemAnalysisApi.ts';

/** What the number of people allows, in words. */
export const BAND_WORDS: Readonly<Record<Band, string>> = {
  hidden: 'Under 5 people: no figures', counts: 'Under 20 people: counts only', early: 'Early sign (20 to 49 people)', steady: 'Steady (50 people or more)',
};

const HEAD = [
  'Question', 'Wording', 'Asked today', 'Type', 'Text', 'People asked', 'How far the figures go', 'Full marks', 'Left open',
  'Facility', 'Facility low', 'Facility high', 'Interval', 'Standard deviation', 'Discrimination', 'Discrimination low', 'Discrimination high',
  'Discriminative efficiency', 'Guessing', 'Options', 'Flags', 'What to try',
];

const round = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : Number(value.toFixed(4)));
const INTERVALS = {wilson: 'Wilson', t: 'Student’s t'} as const;

function toRow(item: ItemFigures): (string | number | null)[] {
  const {facility, deviation, discrimination, efficiency} = item.statistics ?? {};
  const options = item.options.filter(({count}) => count !== null).map(({id, isRight, count}) => `${id}${isRight ? ' (right)' : ''}: ${count ?? 0}`);
  return [
    item.itemId, item.itemVersion, item.isOld ? 'no' : 'yes', item.type, item.stem, item.n, BAND_WORDS[item.band], item.fullMarks, item.leftOpen,
    round(facility?.value), round(facility?.low), round(facility?.high), facility ? INTERVALS[facility.rule] : null, round(deviation),
    round(discrimination?.value), round(discrimination?.low), round(discrimination?.high), round(efficiency), round(item.guess),
    options.join('; '), item.flags.map(({severity, reason}) => `${severity}: ${reason}`).join(' '), item.flags.map(({tryThis}) => tryThis).join(' '),
  ];
}

/** The analysis as a file for a spreadsheet: a row for each question and wording. Shares are fractions of 1, with four decimals. */
export function toAnalysisCsv({items}: Pick<AssessmentAnalysis, 'items'>): string {
  return writeCsv(HEAD, items.map(toRow));
}

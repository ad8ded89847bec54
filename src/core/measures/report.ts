import {writeDay, writeDayOf, writeTimeOf} from '../records/londonDay.ts';
import {OUTLOOK_WORDS} from '../targets/words.ts';
import type {Phrase} from '../templates/phrases.ts';
import type {WordBlock} from '../word/blocks.ts';
import type {Measures, QuarterlyFigures} from './api.ts';
import {DEFINITIONS, NOT_MEASURED} from './definitions.ts';
import type {CurrencyMeasure, Definition} from './definitions.ts';
import {FEWEST_SHOWN, writeShown} from './protect.ts';
import {writeQuarter} from './quarters.ts';

export const CURRENCY_WORDS: Readonly<Record<CurrencyMeasure, string>> = {current: 'Current', 'due-soon': 'Due soon', lapsed: 'Lapsed'};

type TargetLine = Measures['targets'][number];

/** Trained against target, in words: a figure, or why there is none. */
export function writeTrained({trained}: Pick<TargetLine, 'trained'>): string {
  return trained === null ? 'No headcount' : writeShown(trained);
}

/** The median time to close a point, in words; empty for measures that have none. */
export function writeDays({measure}: Pick<QuarterlyFigures, 'measure'>, days: number | null): string {
  return measure !== 'points-closed' ? '' : days === null ? 'None closed' : days === 1 ? '1 day' : `${days} days`;
}

export const MEASURES_HEAD: readonly string[] = ['Measure', 'Of', 'When', 'Figure', 'Share (%)', 'Median days', 'Outlook', 'What is counted'];

/** The measures as rows for a spreadsheet, each with its definition, so that a figure copied on its own can still be understood. */
export function measureRows({targets, quarterly, currency, today, directorateName}: Measures): (string | number | null)[][] {
  const share = (shown: TargetLine['trained']): number | null => (shown?.kind === 'exact' ? shown.percent : null);
  return [
    ...targets.map((target) => [`${DEFINITIONS.targets.title}: ${target.title}`, directorateName, `By ${writeDay(target.by)}`, writeTrained(target), share(target.trained), null, target.outlook ? OUTLOOK_WORDS[target.outlook] : null, DEFINITIONS.targets.counts]),
    ...quarterly.flatMap(({measure, quarters}) => quarters.map(({first, shown, days}) =>
      [DEFINITIONS[measure].title, directorateName, writeQuarter(first), writeShown(shown), share(shown), days, null, DEFINITIONS[measure].counts])),
    ...currency.map(({measure, shown}) => [`Completions: ${CURRENCY_WORDS[measure].toLowerCase()}`, directorateName, writeDay(today), writeShown(shown), share(shown), null, null, DEFINITIONS.currency.counts]),
  ];
}

const plain = (text: string): Phrase[] => [{kind: 'plain', text}];
const heading = (text: string): WordBlock => ({kind: 'heading', level: 3, phrases: plain(text)});
const paragraph = (text: string): WordBlock => ({kind: 'paragraph', phrases: plain(text)});
const table = (header: readonly string[], rows: readonly (readonly string[])[]): WordBlock => ({kind: 'table', header: header.map((text): Phrase[] => [{kind: 'strong', text}]), rows: rows.map((row) => row.map(plain))});

function definition({counts, from, not, keeper}: Definition): WordBlock[] {
  return [{kind: 'list', style: 'bullet', items: [`What is counted: ${counts}`, `From: ${from}`, `What it does not say: ${not}`, `Kept by: ${keeper}.`].map(plain)}];
}

/** The measures as the blocks of a Word file: each with its definition before its table. */
export function measureBlocks({targets, quarterly, currency, today, directorateName, countedAt}: Measures): WordBlock[] {
  return [
    {kind: 'heading', level: 2, phrases: plain('Training measures')},
    paragraph(`${directorateName}. Counted on ${writeDayOf(countedAt)} at ${writeTimeOf(countedAt)}. Figures that would point to fewer than ${FEWEST_SHOWN} people are not counted out.`),
    heading(DEFINITIONS.targets.title),
    ...definition(DEFINITIONS.targets),
    ...(targets.length === 0 ? [paragraph('No target is set.')] : [table(['Target', 'By', 'Trained', 'Outlook'], targets.map((target) =>
      [`${target.title} (${target.percent}%)`, writeDay(target.by), writeTrained(target), target.outlook ? OUTLOOK_WORDS[target.outlook] : '']))]),
    ...quarterly.flatMap((figures): WordBlock[] => {
      const {measure, quarters} = figures;
      const hasDays = measure === 'points-closed';
      return [
        heading(DEFINITIONS[measure].title), ...definition(DEFINITIONS[measure]),
        table(['Quarter', 'Figure', ...(hasDays ? ['Median time to close'] : [])], quarters.map(({first, shown, days}) => [writeQuarter(first), writeShown(shown), ...(hasDays ? [writeDays(figures, days)] : [])])),
      ];
    }),
    heading(DEFINITIONS.currency.title), ...definition(DEFINITIONS.currency),
    table([`On ${writeDay(today)}`, 'Completions'], currency.map(({measure, shown}) => [CURRENCY_WORDS[measure], writeShown(shown)])),
    heading('What is not measured'),
    paragraph(NOT_MEASURED),
  ];
}

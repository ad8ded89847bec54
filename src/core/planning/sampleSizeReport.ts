import {writeCsv} from '../csv.ts';
import {wordsForFile} from './ownFile.ts';
import {WAYS} from './sampleSize.ts';
import type {SampleSize} from './sampleSize.ts';
import {remarksOn, workOut} from './sampleSizeResult.ts';
import type {GroupResult, SampleResult} from './sampleSizeResult.ts';
import {CATCHES, SURENESS, writeCount, writeEnds, writePercent, writePoints} from './sampleSizeWords.ts';

/** What the finding means, sentence by sentence; empty without one. */
export function findingInWords({finding, verdict, share, confidence, answers, population}: SampleResult): string[] {
  if (!finding || share === null || answers === null) return [];
  const percent = writePercent(share);
  if (verdict.outcome === 'exact') return [`${percent} of everybody gave this answer. That is a count, and no estimate.`];
  const {low, high} = writeEnds(finding.interval);
  const of = population === null ? '' : ` of ${writeCount(population)} people`;
  return [
    `If ${percent.replace('%', '')} in 100 say yes, the true figure${of} is ${SURENESS[confidence]} between ${low} and ${high}.`,
    finding.interval.rule === 'normal'
      ? `The margin of error is ${writePoints(finding.margin)} points either way, from ${writeCount(answers)} answers.`
      : `We worked this out by Wilson’s interval, because few answers lie behind it. It reaches ${writePoints(share - finding.interval.low)} points below and ${writePoints(finding.interval.high - share)} points above.`,
    `Samples drawn this way catch the true figure ${CATCHES[confidence]}.`,
  ];
}

/** What to plan for, sentence by sentence; empty where there is nothing to plan. */
export function planInWords({plan, margin, confidence, plannedShare}: SampleResult): string[] {
  if (!plan || margin === null) return [];
  const said = [`For a margin of ${writePoints(margin)} points at ${confidence}% confidence and a share of ${writePercent(plannedShare)}, you need ${countOf(plan.needed, 'answer')}.`];
  if (plan.invitations === null) return said;
  const {rate, invited, rounds} = plan.invitations;
  const reminders = rounds.length - 1;
  const after = reminders === 0 ? '' : ` after ${reminders === 1 ? 'one reminder' : `${reminders} reminders`}`;
  const total = rounds.at(-1)?.total ?? 0;
  said.push(`Invite ${writeCount(invited)} people, picked by chance. About ${writePercent(rate)} answer${after}, which makes ${countOf(total, 'answer')}.`);
  return said;
}

const countOf = (count: number, thing: string): string => `${writeCount(count)} ${thing}${count === 1 ? '' : 's'}`;

function groupInWords({name, size, answers, margin, plan}: GroupResult): string {
  const parts = [
    size === null ? '' : `${writeCount(size)} people`,
    plan ? `needs ${countOf(plan.needed, 'answer')}` : '',
    plan?.invitations ? `invite ${writeCount(plan.invitations.invited)}` : '',
    answers === null ? '' : `${countOf(answers, 'answer')} so far${margin === null ? '' : `, margin ${writePoints(margin)} points`}`,
  ].filter(Boolean);
  return `${name}: ${parts.join('; ') || 'nothing to work out yet'}.`;
}

/** The name to show. It may be empty. */
export function nameOf({name}: Pick<SampleSize, 'name'>): string {
  return name.trim() || 'Survey without a name';
}

/** The calculation as plain text for an e-mail or a report. `address`: where it can be opened again. */
export function toText(calculation: SampleSize, address: string): string {
  const result = workOut(calculation);
  const lines = [
    `Sample size: ${nameOf(calculation)}`,
    '',
    `How people answer: ${calculation.way === '' ? 'not said' : WAYS[calculation.way]}.`,
    result.verdict.sentence, result.verdict.instead,
    ...findingInWords(result), ...planInWords(result),
    ...(result.plan?.invitations?.rounds ?? []).map(({reminder, sent, answers, total}) =>
      `${reminder === 0 ? 'Invitation' : `Reminder ${reminder}`}: send ${writeCount(sent)}, expect ${countOf(answers, 'answer')}, ${writeCount(total)} in all.`),
    ...(result.groups.length > 0 ? ['', 'Groups', ...result.groups.map(groupInWords)] : []),
    ...remarksOn(result, calculation),
    '', `Worked out at ${address}`,
  ];
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`;
}

/** Points as a number, so that a spreadsheet can go on with them. */
const points = (margin: number | null): number | null => (margin === null ? null : Number(writePoints(margin)));

/** The calculation as a table: the whole, then each group, then the margins for this population. Figures that must not be quoted are empty. */
export function toCsv(calculation: SampleSize): string {
  const result = workOut(calculation);
  const {finding, plan, verdict, confidence, population, answers, share, groups, table} = result;
  const way = calculation.way === '' ? 'Not said' : WAYS[calculation.way];
  const invited = plan?.invitations ?? null;
  const line = (row: string, cells: readonly (string | number | null)[]): (string | number | null)[] => [calculation.name, row, ...cells];
  return writeCsv(
    ['Survey', 'Row', 'People', 'Answers', 'Share, per cent', 'Confidence, per cent', 'Margin, points either way', 'From, per cent', 'To, per cent', 'Answers needed', 'People to invite', 'Note'],
    [
      line('Whole survey', [
        population, answers, points(share), confidence, finding?.interval.rule === 'normal' ? points(finding.margin) : null,
        points(finding?.interval.low ?? null), points(finding?.interval.high ?? null), plan?.needed ?? null, invited?.invited ?? null, `${way}. ${verdict.sentence}`,
      ]),
      ...(invited?.rounds ?? []).map(({reminder, sent, answers: brought, total}) =>
        line(reminder === 0 ? 'Invitation' : `Reminder ${reminder}`, [null, null, null, null, null, null, null, null, null, `Send ${sent}, expect ${brought}, ${total} in all`])),
      ...groups.map(({name, size, answers: given, margin, plan: own}) => line(`Group: ${name}`, [
        size, given, margin === null ? null : 50, confidence, points(margin), null, null,
        own?.needed ?? null, own?.invitations?.invited ?? null, '',
      ])),
      ...table.flatMap(({answers: count, margins}) => [90, 95, 99].map((level, at) => line('Margin for this population', [population, count, 50, level, points(margins[at] ?? null), null, null, null, null, '']))),
    ],
  );
}

/** A name for the file, made of the survey's own. */
export function fileNameOf(calculation: SampleSize): string {
  const words = wordsForFile(calculation.name);
  return `sample-size-${words || 'survey'}.csv`;
}

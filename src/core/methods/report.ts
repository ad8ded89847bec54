import {writeCsv} from '../csv.ts';
import {writeDay} from '../records/londonDay.ts';
import type {Phrase} from '../templates/phrases.ts';
import type {WordBlock} from '../word/blocks.ts';
import {audiencesOf} from './answers.ts';
import {answerInWords, QUESTION_NAMES} from './answerWords.ts';
import type {PartialBrief} from './brief.ts';
import {QUESTIONS} from './briefCode.ts';
import type {MethodSummary} from './method.ts';
import type {Mix} from './mix.ts';
import {MIX_ROLES} from './mixRoles.ts';
import type {Recommendation} from './recommend.ts';
import type {Schedule} from './schedule.ts';
import type {StepForMix} from './stepsFor.ts';
import {AUDIENCES} from './vocabulary.ts';
import {costInWords, effortInWords, listInWords, upperFirst, weekRangeInWords, weeksInWords} from './words.ts';

/** Everything that a file of a result says. */
export interface Report {
  brief: PartialBrief;
  result: Recommendation;
  /** The mix that the person goes on with: the one recommended, or their own. */
  mix: Mix;
  /** True when it is not the one recommended. */
  isOwnMix: boolean;
  schedule: Schedule;
  steps: readonly StepForMix[];
  methods: readonly MethodSummary[];
  /** The full address that opens this result. */
  address: string;
  /** As 2026-11-22. */
  day: string;
}

const plain = (text: string): Phrase[] => [{kind: 'plain', text}];
const strong = (text: string): Phrase[] => [{kind: 'strong', text}];
const heading = (text: string): WordBlock => ({kind: 'heading', level: 3, phrases: plain(text)});
const paragraph = (text: string): WordBlock => ({kind: 'paragraph', phrases: plain(text)});
const list = (items: readonly string[]): WordBlock[] => (items.length === 0 ? [] : [{kind: 'list', style: 'bullet', items: items.map(plain)}]);
const table = (header: readonly string[], rows: readonly (readonly string[])[]): WordBlock => ({kind: 'table', header: header.map(strong), rows: rows.map((row) => row.map(plain))});

/** Takes a report and the kind of file; gives its name. */
export function reportFileName({brief, day}: Pick<Report, 'brief' | 'day'>, ending: 'docx' | 'csv' | 'json'): string {
  return `methods-${brief.purpose ?? 'scope'}-${day}.${ending}`;
}

/** Takes a report; gives it as the blocks of a Word file, made to go to a committee: the choice, the reasons, and what was ruled out and why. */
export function reportBlocks({brief, result, mix, isOwnMix, schedule, steps, methods, address, day}: Report): WordBlock[] {
  const title = (id: string): string => methods.find((method) => method.id === id)?.title ?? id;
  const titles = (ids: readonly string[]): string => listInWords(ids.map(title));
  const named = audiencesOf(brief);
  const {gate, duty, stepZero, ranked, rejected, wouldChange, confidence} = result;
  return [
    {kind: 'heading', level: 2, phrases: plain(gate ? 'Ways of telling people' : 'Choice of consultation methods')},
    paragraph(`Made on ${writeDay(day)} from the answers below. The same answers give the same result at ${address}`),
    ...(gate ? [{kind: 'paragraph', phrases: strong('Do not call this a consultation.')} as const, paragraph(gate.why), paragraph(gate.instead)] : []),
    heading('The answers'),
    table(['Question', 'Answer'], QUESTIONS.map((question) => [QUESTION_NAMES[question], answerInWords(brief, question)])),
    heading(isOwnMix ? 'The mix, changed from the one recommended' : 'The mix'),
    ...(isOwnMix ? [paragraph(`Recommended was: ${titles(result.mix.methods)}.`)] : []),
    ...mix.methods.flatMap((id): WordBlock[] => {
      const method = methods.find((each) => each.id === id);
      const role = mix.roles[id];
      if (!method || !role) return [];
      const fit = ranked.find((each) => each.id === id);
      return [
        {kind: 'heading', level: 4, phrases: plain(`${method.title}: ${MIX_ROLES[role].charAt(0).toLowerCase()}${MIX_ROLES[role].slice(1)}`)},
        paragraph(method.description),
        ...list([...(fit?.for ?? []), ...(fit?.against.map((reason) => `Against: ${reason}`) ?? []), ...method.avoidWhen.map((reason) => `Think again when: ${reason}.`)]),
      ];
    }),
    ...(mix.concerns.length > 0 ? [heading('To think about'), ...list(mix.concerns)] : []),
    ...(named.length > 0 ? [
      heading('Who is reached by what'),
      table(['Group', 'Reached by'], named.map((audience) => [AUDIENCES[audience], mix.coverage[audience] ? titles(mix.coverage[audience]) : `Nobody yet. ${mix.uncoveredAdvice[audience] ?? ''}`])),
    ] : []),
    heading('When'),
    table(['Method', 'Weeks', 'Why then'], schedule.methods.map(({title: name, from, to, why}) => [name, from === to ? String(from) : `${from} to ${to}`, why])),
    heading('What it takes'),
    ...list([
      `Time: ${weeksInWords(schedule.weeks)}${schedule.inHand !== null && schedule.inHand > 0 ? `, with ${weeksInWords(schedule.inHand)} in hand` : ''}.`,
      `Outside cost together: ${costInWords(mix.costBand)} (practice judgement).`,
      `Our own staff’s time together: ${effortInWords(mix.staffEffort)} (practice judgement).`,
      `Face to face: ${mix.faceToFace.included ? 'yes' : 'no'}. ${mix.faceToFace.why}`,
      ...(mix.alternativeRoute === null ? [] : [mix.alternativeRoute]),
    ]),
    ...(duty !== null || stepZero ? [heading('Before anything else'), ...list([...(duty === null ? [] : [duty]), ...(stepZero ? [`${title(stepZero.id)}. ${stepZero.why}`] : [])])] : []),
    ...(wouldChange.length > 0 ? [heading('What would change this'), ...list(wouldChange.map(({effect}) => effect))] : []),
    ...(steps.length > 0 ? [heading('What to go on with'), ...list(steps.map(({title: name, because}) => `${name}. ${because}`))] : []),
    heading('All methods that fit, best first'),
    table(['Method', 'Fit of 100', 'Weeks', 'Outside cost'], ranked.map(({id, score}) => {
      const method = methods.find((each) => each.id === id);
      return [title(id), String(Math.round(score * 100)), method ? weekRangeInWords(method.elapsedWeeks) : '', method ? upperFirst(costInWords(method.costBand)) : ''];
    })),
    ...(rejected.length > 0 ? [heading('Ruled out'), table(['Method', 'Why'], rejected.filter(({id}) => id !== stepZero?.id).map(({id, why}) => [title(id), upperFirst(why.join('; '))]))] : []),
    heading('How sure this is'),
    paragraph(confidence.sentence),
  ];
}

/** Takes a report; gives a table for a spreadsheet with a row for each method, in the mix or not, ruled out or not. */
export function reportCsv({result, mix, schedule, methods}: Report): string {
  const place = new Map(schedule.methods.map((each) => [each.id, each]));
  const facts = (id: string): string[] => {
    const method = methods.find((each) => each.id === id);
    return method ? [method.title, weekRangeInWords(method.elapsedWeeks), costInWords(method.costBand), effortInWords(method.staffEffort)] : [id, '', '', ''];
  };
  const role = (id: string): string => {
    const found = mix.roles[id];
    return found ? MIX_ROLES[found] : '';
  };
  const when = (id: string): string => {
    const found = place.get(id);
    return found ? `${found.from} to ${found.to}` : '';
  };
  return writeCsv(['Method', 'Usual weeks', 'Outside cost', 'Staff time', 'In the mix', 'Weeks in the mix', 'Fit of 100', 'For', 'Against', 'Ruled out because'], [
    ...result.ranked.map(({id, score, for: good, against}) => [...facts(id), role(id), when(id), String(Math.round(score * 100)), good.join(' '), against.join(' '), '']),
    ...result.rejected.map(({id, why}) => [...facts(id), '', '', '', '', '', why.join('; ')]),
  ]);
}

/** Takes a report; gives the whole of it as JSON, with the same fields as `askwell recommend --json` and the brief, the mix and the schedule beside them. */
export function reportJson({brief, result, mix, isOwnMix, schedule, address, day}: Report): string {
  return `${JSON.stringify({kind: 'askwell-recommendation', version: 1, day, address, brief, ...result, ...(isOwnMix ? {ownMix: mix} : {}), schedule}, null, 2)}\n`;
}

import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import type {CostBand, StaffEffort} from './vocabulary.ts';
import {costInWords, effortInWords, shortListInWords, weeksInWords} from './words.ts';

/** More methods at once than this is a programme, and beyond what one team can report on well. Practice judgement. */
const MOST_AT_ONCE = 5;

/** What methods come to together. */
export interface Totals {
  weeks: number;
  costBand: CostBand;
  staffEffort: StaffEffort;
}

/** Takes a brief, methods to be used together and what they come to. Gives what to think about before going on, a sentence each. */
export function concernsOf(brief: Asked, methods: readonly MethodSummary[], totals: Totals): string[] {
  const {budgetBand, staffEffort, weeksAvailable, duty} = brief;
  const exposing = methods.filter(({protectsIdentity}) => !protectsIdentity).map(({title}) => title);
  return [
    methods.length === 1 ? 'One method alone hears one kind of person in one way. Add another, or write down why one is enough.' : '',
    methods.length > MOST_AT_ONCE ? `That is ${methods.length} methods. Plan it as a programme with somebody in charge of each, or run some of them later.` : '',
    budgetBand !== undefined && totals.costBand > budgetBand ? `Together they come to ${costInWords(totals.costBand)}, and you have ${costInWords(budgetBand)}.` : '',
    staffEffort !== undefined && totals.staffEffort > staffEffort ? `Together they take ${effortInWords(totals.staffEffort)} of your own staff’s time, and you have ${effortInWords(staffEffort)}.` : '',
    weeksAvailable !== undefined && totals.weeks > weeksAvailable ? `The longest takes ${weeksInWords(totals.weeks)}, and you have ${weeksAvailable}.` : '',
    brief.sensitivity === 'medium' && exposing.length > 0 && exposing.length === methods.length
      ? `${shortListInWords(exposing, 3)}: people show others who they are in each of these. Offer a private way to answer too.` : '',
    duty === 'law' && methods.length > 0 && !methods.some(({purposes}) => purposes.includes('meet-statutory-duty'))
      ? `A law says that you must consult, and ${methods.length === 1 ? 'this method was' : 'none of these was'} made to meet a legal duty. Written consultation is the usual one to add.` : '',
  ].filter(Boolean);
}

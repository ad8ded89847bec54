import {writeDay} from '../records/londonDay.ts';
import {addDays, weekdayOf} from './days.ts';
import type {OpeningParagraph} from './openingParagraph.ts';

/** A day at least so far off that is no Saturday or Sunday. */
function workingDay(from: string, days: number): string {
  const day = addDays(from, days);
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 'Saturday' ? 2 : weekday === 'Sunday' ? 1 : 0);
}

/**
 * A draft that is made up, filled in as well as we can. `today`: its days are counted from it, so that none is over. The phone numbers
 * are among those that Ofcom keeps for drama; the addresses end in example.org, which is nobody's.
 */
export function exampleDraft(today: string): OpeningParagraph {
  const inDays = (days: number): string => writeDay(workingDay(today, days));
  return {
    version: 1,
    started: today,
    length: 'document',
    nothingDecided: false,
    formats: ['large-print', 'easy-read', 'braille', 'audio', 'word', 'translation', 'interpreter'],
    texts: {
      name: 'Swimming pool hours (example, made up)',
      organisation: 'Sample Council',
      purpose: 'when its three swimming pools open from next spring',
      whyNow: 'the staff contracts end in March and the new ones set the hours',
      changeable: 'the opening hours\nthe days\nthe classes',
      fixed: 'the number of pools, because the council has decided to keep all three\nthe price of a swim, because the budget for this year sets it',
      decided: 'to keep all three pools open',
      decidedBy: 'the council',
      decidedOn: writeDay(addDays(today, -60)),
      decidedWhere: 'www.example.org/pools/decision, or at any library',
      dropped: 'closing every pool on Sundays, because most family sessions are then',
      team: 'the leisure team',
      decisionMakers: 'the leisure committee',
      decisionOn: inDays(112),
      besides: 'cost\nlaw\nequality',
      feedbackOn: inDays(126),
      feedbackWhere: 'www.example.org/pools\nevery pool and library',
      closesOn: inDays(84),
      closesAt: '5pm',
      replyWeb: 'www.example.org/pools',
      replyForm: 'any pool or library',
      replyPost: 'Pools consultation\nTown Hall\nHigh Street\nAnytown AB1 2CD',
      replyPhone: '01632 960123',
      replyInPerson: `the Town Hall on ${weekdayOf(workingDay(today, 30))} ${inDays(30)}, 4pm to 7pm`,
      privacy: 'www.example.org/pools/privacy',
      contactName: 'the pools consultation officer',
      contactPhone: '01632 960123',
      contactHours: 'Monday to Friday, 9am to 5pm',
      contactText: '07700 900123',
      contactEmail: 'pools@example.org',
      contactPost: 'Pools consultation\nTown Hall\nHigh Street\nAnytown AB1 2CD',
      languages: 'Polish\nUrdu',
      formatDays: '5',
    },
  };
}

import {CHANGE_ANSWERS} from '#core/methods/answerWords.ts';
import type {Question} from '#core/methods/briefCode.ts';
import {PURPOSE_GROUPS} from '#core/methods/groups.ts';
import {COMPLEXITIES, COST_BANDS, DECISION_STAGES, DUTIES, GEOGRAPHIES, KNOWLEDGE, PURPOSES, SENSITIVITIES, STAFF_EFFORTS, termsOf} from '#core/methods/vocabulary.ts';

/** A value that can be picked, with its words. */
export interface Choice {
  /** As it stands in the control; `valueOf` turns it into the brief's own value. */
  key: string;
  value: string | number | boolean;
  label: string;
}

/** Choices under one heading; the only group of a short question has no name. */
export interface ChoiceGroup {
  name: string | null;
  choices: Choice[];
}

/** One question as shown. */
export interface QuestionText {
  legend: string;
  hint: string;
  why: string;
  notSure: string;
  /** Choices to pick one of; the audiences and the numbers have controls of their own. */
  groups?: ChoiceGroup[];
  /** What a number counts, for the label of its field. */
  unit?: string;
}

const single = (choices: Choice[]): ChoiceGroup[] => [{name: null, choices}];

function fromTable<T extends string>(table: Readonly<Record<T, string>>, terms: readonly T[] = termsOf(table)): Choice[] {
  return terms.map((term) => ({key: term, value: term, label: table[term]}));
}

export const QUESTION_TEXTS: Readonly<Record<Question, QuestionText>> = {
  canChange: {
    legend: 'Can anything still change?',
    hint: 'Think of the decision, and of how it will be carried out.',
    why: 'If nothing can change, asking people is not fair to them. The courts expect you to consult while proposals are still being formed.',
    notSure: 'Not sure',
    groups: single([
      {key: 'yes', value: true, label: CHANGE_ANSWERS.yes},
      {key: 'no', value: false, label: CHANGE_ANSWERS.no},
    ]),
  },
  duty: {
    legend: 'Must you consult?',
    hint: 'A law, a promise, or the way you have always done it can bind you.',
    why: 'A law may say whom to tell, what to give them and how long they have. A promise binds you too: people may rightly expect what they were told.',
    notSure: 'Not sure. Ask your legal team',
    groups: single(fromTable(DUTIES)),
  },
  known: {
    legend: 'What do you know already?',
    hint: 'Think of complaints, earlier surveys, the census, and what front-line staff and partners hear.',
    why: 'People who are asked the same thing twice stop answering. What you have may shorten your questions, or answer them.',
    notSure: 'Not sure',
    groups: single(fromTable(KNOWLEDGE)),
  },
  purpose: {
    legend: 'What do you most want to do?',
    hint: 'Choose the one that matters most. You can come back and try another.',
    why: 'Purpose decides more than anything else. A method that measures opinion cannot explain it, and the other way round.',
    notSure: 'Not sure. Help me to work out what the question is',
    groups: PURPOSE_GROUPS.map(({name, terms}) => ({name, choices: fromTable(PURPOSES, terms)})),
  },
  audience: {
    legend: 'Whom must you hear?',
    hint: 'Choose everyone the decision touches, as many as you need. Each group will be covered, or named as missing.',
    why: 'Every method leaves somebody out. We check that each group you name has a method that suits it.',
    notSure: 'Not sure yet',
  },
  decisionStage: {
    legend: 'How far has the decision got?',
    hint: 'Choose the nearest.',
    why: 'Early on, people can shape the options. Later, they can comment on a proposal. Some methods come too late after that.',
    notSure: 'Not sure',
    groups: single(fromTable(DECISION_STAGES)),
  },
  weeksAvailable: {
    legend: 'How many weeks do you have?',
    hint: 'Count from today until you need the results. Include time to plan and to make other formats.',
    why: 'Each method has a shortest time in which it can be done well. We leave out those that need longer.',
    notSure: 'Not sure',
    unit: 'Weeks',
  },
  budgetBand: {
    legend: 'How much can you spend?',
    hint: 'Count outside costs only: halls, printing, interpreters, agencies. Leave out staff pay.',
    why: 'We leave out methods far beyond your money, and show what a little more would allow.',
    notSure: 'Not sure',
    groups: single(([1, 2, 3, 4, 5] as const).map((band) => ({key: String(band), value: band, label: capital(COST_BANDS[band])}))),
  },
  staffEffort: {
    legend: 'How much time can your own staff give?',
    hint: 'Count everybody’s days together, from planning to the report.',
    why: 'A method that nobody has time to run is done badly. We keep the methods together within the time you have.',
    notSure: 'Not sure',
    groups: single(([1, 2, 3, 4, 5] as const).map((band) => ({key: String(band), value: band, label: capital(STAFF_EFFORTS[band])}))),
  },
  sensitivity: {
    legend: 'How sensitive is the subject?',
    hint: 'Think of the person with most to lose.',
    why: 'Where speaking could expose somebody, we leave out methods that show strangers who takes part.',
    notSure: 'Not sure',
    groups: single(fromTable(SENSITIVITIES)),
  },
  complexity: {
    legend: 'How much must people learn before they can answer?',
    hint: 'Think of somebody who has never heard of the subject.',
    why: 'A tick in a box says little when people have had no chance to learn what is at stake.',
    notSure: 'Not sure',
    groups: single(fromTable(COMPLEXITIES)),
  },
  geography: {
    legend: 'What place does it concern?',
    hint: 'Choose the smallest that holds everyone affected.',
    why: 'One building calls for other methods than a county does.',
    notSure: 'Not sure',
    groups: single(fromTable(GEOGRAPHIES)),
  },
  numberAffected: {
    legend: 'About how many people does it affect?',
    hint: 'A rough number is enough.',
    why: 'Forty-five people can all be asked in person. Forty-five thousand need a sample.',
    notSure: 'Not sure',
    unit: 'People',
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import * as z from 'zod';

/** How people come to answer, which decides whether a margin may be quoted. */
export const WAYS = {
  random: 'Chance picks them: we draw names or addresses at random from a full list',
  everyone: 'We ask everybody on a full list, and some answer',
  quota: 'Interviewers or a panel fill quotas, or people join the panel themselves',
  open: 'Anybody can answer: an open link, leaflets, a drop-in',
  unsure: 'I do not know',
} as const;
export type Way = keyof typeof WAYS;
export const WAY_IDS = Object.keys(WAYS) as [Way, ...Way[]];

/** Most reminders that can be planned. Practice judgement: after four, people feel pestered. */
export const REMINDERS = ['0', '1', '2', '3', '4'] as const;

/** Most characters of a name and of a figure, and most groups, so that a link cannot fill the device. */
export const LONGEST = {name: 100, figure: 20, groups: 12} as const;

const Figure = z.string().max(LONGEST.figure);

/** A group to report by itself. Figures are kept as typed. */
export const SampleGroup = z.strictObject({
  id: z.string().min(1).max(50),
  name: z.string().max(LONGEST.name),
  /** People in the group; empty for very many or not known. */
  size: Figure,
  /** Answers from the group so far. */
  answers: Figure,
  /** Per cent that answers the first invitation; empty: as for everybody. */
  response: Figure,
});
export type SampleGroup = z.infer<typeof SampleGroup>;

/** A calculation as the person at the screen typed it. What it comes to is worked out anew each time. */
export const SampleSize = z.strictObject({
  /** Of this form. Raised when what it holds changes. */
  version: z.literal(1),
  /** What the survey is called; may be empty. */
  name: z.string().max(LONGEST.name),
  /** Empty: not said yet. */
  way: z.enum(['', ...WAY_IDS]),
  population: Figure,
  answers: Figure,
  /** Per cent that gave the answer to be quoted. */
  share: Figure,
  confidence: z.enum(['90', '95', '99']),
  /** Wanted margin, in percentage points either side. */
  margin: Figure,
  /** Per cent that answers the first invitation. */
  response: Figure,
  reminders: z.enum(REMINDERS),
  /** Per cent of those still silent that answers a reminder. */
  reminded: Figure,
  /** Wanted margin for each group, in points. */
  groupMargin: Figure,
  groups: z.array(SampleGroup).max(LONGEST.groups),
});
export type SampleSize = z.infer<typeof SampleSize>;

/** Nothing typed yet. 50% is the widest case; 5 and 10 points are what surveys of residents commonly plan for (practice judgement). */
export const EMPTY: SampleSize = {
  version: 1, name: '', way: '', population: '', answers: '', share: '50', confidence: '95', margin: '5', response: '', reminders: '0', reminded: '', groupMargin: '10', groups: [],
};

/** Made up, to show what the tool does. */
export const EXAMPLE: SampleSize = {
  version: 1, name: 'Example (made up): later buses', way: 'random', population: '40,000', answers: '400', share: '60', confidence: '95', margin: '5',
  response: '15', reminders: '2', reminded: '6', groupMargin: '10',
  groups: [
    {id: 'example-north', name: 'North', size: '9,000', answers: '100', response: ''},
    {id: 'example-south', name: 'South', size: '31,000', answers: '300', response: '18'},
  ],
};

/** The key under which a device keeps the calculation. There is one: the address keeps others. */
export const KEPT_AS = 'sample-size/calculation';

/** Reads what a device kept, or null when it is nothing that this version of the site understands. */
export function parseKept(stored: unknown): SampleSize | null {
  const checked = SampleSize.safeParse(stored);
  return checked.success ? checked.data : null;
}

/** The fields that hold what was typed. */
type TypedField = 'name' | 'population' | 'answers' | 'share' | 'margin' | 'response' | 'reminded' | 'groupMargin';
export type GroupField = Exclude<keyof SampleGroup, 'id'>;

/** One change by the person at the screen: the field, what they saw in it and what they made of it. */
export type Edit =
  | {field: TypedField; from: string; to: string}
  | {field: 'way'; from: SampleSize['way']; to: SampleSize['way']}
  | {field: 'confidence'; from: SampleSize['confidence']; to: SampleSize['confidence']}
  | {field: 'reminders'; from: SampleSize['reminders']; to: SampleSize['reminders']}
  | {field: GroupField; group: string; from: string; to: string};

function valueIn(calculation: SampleSize, edit: Edit): string {
  if (!('group' in edit)) return calculation[edit.field];
  return calculation.groups.find(({id}) => id === edit.group)?.[edit.field] ?? '';
}

function withEdit(calculation: SampleSize, edit: Edit): SampleSize {
  if (!('group' in edit)) return {...calculation, [edit.field]: edit.to};
  // Another tab may have taken the group away. What is typed here must not vanish with it.
  const known = calculation.groups.some(({id}) => id === edit.group) ? calculation : addGroup(calculation, edit.group);
  return {...known, groups: known.groups.map((group) => (group.id === edit.group ? {...group, [edit.field]: edit.to} : group))};
}

/**
 * Makes a change to the calculation as it is stored by now, which another tab may have changed meanwhile. Touches one field only.
 * `overwritten`: what somebody else wrote there and the person making the change never saw; null when there is no such thing.
 */
export function applyEdit(stored: SampleSize, edit: Edit): {calculation: SampleSize; overwritten: string | null} {
  const found = valueIn(stored, edit);
  return {calculation: withEdit(stored, edit), overwritten: found !== edit.from && found !== edit.to && found !== '' ? found : null};
}

/** The same with one more group with nothing in it. Unchanged when there are as many as there may be. */
export function addGroup(calculation: SampleSize, id: string): SampleSize {
  if (calculation.groups.length >= LONGEST.groups) return calculation;
  return {...calculation, groups: [...calculation.groups, {id, name: '', size: '', answers: '', response: ''}]};
}

/** The same without that group. */
export function removeGroup(calculation: SampleSize, id: string): SampleSize {
  return {...calculation, groups: calculation.groups.filter((group) => group.id !== id)};
}

/** The name to show for a group; `place` counts from 0. */
export function groupName({name}: Pick<SampleGroup, 'name'>, place: number): string {
  return name.trim() || `Group ${place + 1}`;
}

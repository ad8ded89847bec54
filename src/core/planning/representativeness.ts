import * as z from 'zod';

/** Most characters of a name and of a pasted table, and most characteristics, so that a slip of the hand cannot fill the device. */
export const LONGEST = {name: 200, text: 20_000} as const;
export const MOST_CHARACTERISTICS = 12;

/** What people are grouped by, with the name it starts with and groups to copy. The groups follow the standard monitoring questions. */
export const KINDS = {
  age: {title: 'Age', groups: ['16 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 to 74', '75 or over']},
  sex: {title: 'Sex', groups: ['Female', 'Male']},
  'ethnic-group': {title: 'Ethnic group', groups: ['Asian', 'Black', 'Mixed or multiple', 'White', 'Another ethnic group']},
  disability: {title: 'Disability', groups: ['Disabled', 'Not disabled']},
  area: {title: 'Area', groups: ['North ward', 'South ward', 'Town centre']},
  own: {title: 'Another characteristic', groups: ['First group', 'Second group']},
} as const;
export type Kind = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as [Kind, ...Kind[]];

export const Characteristic = z.strictObject({
  id: z.string().min(1).max(100),
  kind: z.enum(KIND_IDS),
  title: z.string().max(LONGEST.name),
  /** A line for each group, as it was pasted or typed. `readTable` reads it. */
  text: z.string().max(LONGEST.text),
});
export type Characteristic = z.infer<typeof Characteristic>;

/** Counts under this are not published. Ten is the practice of this toolkit; five is the least that may be set. */
export const THRESHOLDS = [10, 5] as const;

/** What is kept on the device. */
export const Representativeness = z.strictObject({
  /** Of this form. Raised when what it holds changes. */
  version: z.literal(1),
  /** What people took part in. */
  name: z.string().max(LONGEST.name),
  threshold: z.union([z.literal(10), z.literal(5)]),
  /** How many members the panel should have, as it was typed. Empty: no panel. */
  panelSize: z.string().max(20),
  /** What happens to members of groups that have more than their share: all stay, or some rest. */
  surplus: z.enum(['stay', 'rest']),
  characteristics: z.array(Characteristic).max(MOST_CHARACTERISTICS),
});
export type Representativeness = z.infer<typeof Representativeness>;

/** The key under which a device keeps it. */
export const REPRESENTATIVENESS_KEY = 'representativeness/current';

/** Reads what a device kept, or null when this version of the site does not understand it. */
export function parseRepresentativeness(stored: unknown): Representativeness | null {
  const read = Representativeness.safeParse(stored);
  return read.success ? read.data : null;
}

/** A new one with nothing in it. */
export const EMPTY: Representativeness = {version: 1, name: '', threshold: 10, panelSize: '', surplus: 'stay', characteristics: []};

/** Made-up figures that show every part of the report: a group too small to publish, one that is missed, one that is heard twice over. */
export const EXAMPLE: Representativeness = {
  version: 1, name: 'Example (made up): panel of a district', threshold: 10, panelSize: '500', surplus: 'stay',
  characteristics: [
    {id: 'example-age', kind: 'age', title: 'Age', text: 'Group, Took part, Population, Stay on\n16 to 34, 58, 29%, 40\n35 to 64, 190, 46%, 170\n65 and over, 152, 25%, 140\nPrefer not to say, 12\nTotal, 412, 100%'},
    {id: 'example-ethnic-group', kind: 'ethnic-group', title: 'Ethnic group', text: 'Asian, 31, 9.2%\nBlack, 8, 4.1%\nMixed or multiple, 7, 3.0%\nWhite, 352, 82.0%\nAnother ethnic group, 3, 1.7%\nPrefer not to say, 11'},
    {id: 'example-disability', kind: 'disability', title: 'Disability', text: 'Disabled, 64, 19%\nNot disabled, 331, 81%\nPrefer not to say, 17'},
  ],
};

/** The name to show for a characteristic. It may be empty while somebody types. */
export function titleOf({title, kind}: Pick<Characteristic, 'title' | 'kind'>): string {
  return title.trim() || KINDS[kind].title;
}

/** The name to show for what people took part in. */
export function nameOf({name}: Pick<Representativeness, 'name'>): string {
  return name.trim() || 'Who took part';
}

/** A characteristic with no figures yet. */
export function newCharacteristic(id: string, kind: Kind): Characteristic {
  return {id, kind, title: KINDS[kind].title, text: ''};
}

/** One change by the person at the screen, with what they saw before it. */
export type Edit =
  | {field: 'name' | 'panelSize'; from: string; to: string}
  | {field: 'threshold'; to: Representativeness['threshold']}
  | {field: 'surplus'; to: Representativeness['surplus']}
  | {field: 'title' | 'text'; of: Characteristic; to: string}
  | {field: 'added'; of: Characteristic}
  | {field: 'removed'; of: Characteristic};

function withCharacteristic(record: Representativeness, changed: Characteristic): Representativeness {
  const isThere = record.characteristics.some(({id}) => id === changed.id);
  // One that another tab removed meanwhile is put back: what is on the screen would be lost otherwise.
  const characteristics = isThere ? record.characteristics.map((each) => (each.id === changed.id ? changed : each))
    : [...record.characteristics, changed].slice(0, MOST_CHARACTERISTICS);
  return {...record, characteristics};
}

const unseenBy = (found: string, from: string, to: string): string | null => (found !== from && found !== to && found !== '' ? found : null);

/**
 * Makes a change to what is stored by now, which another tab may have changed meanwhile. Touches one field only. `overwritten`: the words
 * that somebody else wrote there and the person making the change never saw; null when there are none.
 */
export function applyEdit(stored: Representativeness, edit: Edit): {record: Representativeness; overwritten: string | null} {
  switch (edit.field) {
    case 'name': case 'panelSize':
      return {record: {...stored, [edit.field]: edit.to}, overwritten: unseenBy(stored[edit.field], edit.from, edit.to)};
    case 'threshold': return {record: {...stored, threshold: edit.to}, overwritten: null};
    case 'surplus': return {record: {...stored, surplus: edit.to}, overwritten: null};
    case 'title': case 'text': {
      const found = stored.characteristics.find(({id}) => id === edit.of.id) ?? edit.of;
      return {record: withCharacteristic(stored, {...found, [edit.field]: edit.to}), overwritten: unseenBy(found[edit.field], edit.of[edit.field], edit.to)};
    }
    case 'added': return {record: withCharacteristic(stored, edit.of), overwritten: null};
    case 'removed': {
      const found = stored.characteristics.find(({id}) => id === edit.of.id);
      return {
        record: {...stored, characteristics: stored.characteristics.filter(({id}) => id !== edit.of.id)},
        overwritten: found ? unseenBy(found.text, edit.of.text, '') : null,
      };
    }
  }
}

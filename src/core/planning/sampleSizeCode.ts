import {EMPTY, LONGEST, SampleSize} from './sampleSize.ts';
import type {SampleGroup} from './sampleSize.ts';

/** Names in the address. They stand in links that people have saved, so they never change meaning. */
const KEYS = {
  name: 'survey', way: 'way', population: 'people', answers: 'answers', share: 'share', confidence: 'confidence', margin: 'margin',
  response: 'response', reminders: 'reminders', reminded: 'reminded', groupMargin: 'group-margin',
} as const satisfies Partial<Record<keyof SampleSize, string>>;
type Field = keyof typeof KEYS;
const FIELDS = Object.keys(KEYS) as Field[];
const GROUP = 'group';
/** Between the parts of a group. The name comes last and may hold it. */
const BETWEEN = '~';

/** Takes a calculation; gives the query string without a question mark. What is as it was at the start is left out. */
export function writeSampleCode(calculation: SampleSize): string {
  const params = new URLSearchParams();
  for (const field of FIELDS) if (calculation[field] !== EMPTY[field]) params.append(KEYS[field], calculation[field]);
  for (const {size, answers, response, name} of calculation.groups) {
    params.append(GROUP, [...[size, answers, response].map((figure) => figure.replaceAll(BETWEEN, '')), name].join(BETWEEN));
  }
  return params.toString();
}

/** A calculation read back, with a sentence for each part that was left out. */
export interface ReadSample {
  calculation: SampleSize;
  dropped: string[];
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text);

function readGroup(text: string, place: number): SampleGroup {
  const [size = '', answers = '', response = '', ...name] = text.split(BETWEEN);
  return {id: `link-${place + 1}`, size, answers, response, name: name.join(BETWEEN)};
}

/**
 * Takes a query string, with or without its question mark; gives the calculation in it. Never throws: what it cannot use it leaves out,
 * and says so. Figures are kept as they are; the form says what is wrong with them.
 */
export function readSampleCode(query: string): ReadSample {
  const params = new URLSearchParams(query);
  const dropped: string[] = [];
  let calculation = EMPTY;
  const keep = (next: SampleSize, sentence: string): void => {
    const checked = SampleSize.safeParse(next);
    if (checked.success) calculation = checked.data;
    else dropped.push(sentence);
  };
  for (const field of FIELDS) {
    const text = params.get(KEYS[field]);
    if (text !== null) keep({...calculation, [field]: text}, `“${shorten(text)}” cannot be used for “${KEYS[field]}”.`);
  }
  params.getAll(GROUP).forEach((text, place) => {
    const full = calculation.groups.length >= LONGEST.groups;
    keep({...calculation, groups: [...calculation.groups, readGroup(text, place)]},
      full ? `There is room for ${LONGEST.groups} groups, so “${shorten(text)}” is left out.` : `“${shorten(text)}” cannot be read as a group.`);
  });
  const known = new Set<string>([...Object.values(KEYS), GROUP]);
  for (const key of new Set(params.keys())) if (!known.has(key)) dropped.push(`“${shorten(key)}” is not part of this calculation.`);
  return {calculation, dropped};
}

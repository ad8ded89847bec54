/**
 * Results are shown from this many answers on. With fewer, people who know who is in the room can tell who said what: the count of one
 * option may be one person. Five is practice judgement, in line with how small counts in published tables are held back.
 */
export const LEAST_ANSWERS = 5;

/** Whether results may be shown when this many people have answered. */
export function mayShowResults(answered: number): boolean {
  return answered >= LEAST_ANSWERS;
}

/** One option with its result, in the order shown. */
export interface ResultRow {
  id: string;
  /** The letter by which it is called in the room: A for the first. */
  letter: string;
  text: string;
  count: number;
  /** Of the people who answered, in whole percent; null when nobody knows how many they are. */
  percent: number | null;
}

/** The letter of the option in this place: A for 0. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}

/**
 * Takes the options as shown, how often each was chosen, and how many people answered (null: not known). Where people may choose
 * several options the percentages add up to more than 100.
 */
export function toResultRows(options: readonly {id: string; text: string}[], counts: Readonly<Record<string, number>>, people: number | null): ResultRow[] {
  return options.map(({id, text}, place) => {
    const count = counts[id] ?? 0;
    return {id, letter: letterOf(place), text, count, percent: people === null || people === 0 ? null : Math.round((100 * count) / people)};
  });
}

/** The most people who can be counted by hand for one option. */
export const MOST_HANDS = 999;

/** Reads a number of hands as typed. Nothing typed is none; null when it is no whole number from 0 to 999. */
export function readHands(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}

/**
 * How many people a count by hand stands for: the sum where each chose one option. Where each may raise a hand for several, only the
 * trainer knows; then it is the number that they typed, or null. A number below the highest count cannot be right, and gives null.
 */
export function peopleByHand(type: string, counts: Readonly<Record<string, number>>, inRoom: number | null): number | null {
  const each = Object.values(counts);
  if (type !== 'multi') return each.reduce((sum, count) => sum + count, 0);
  return inRoom !== null && inRoom > 0 && inRoom >= Math.max(0, ...each) ? inRoom : null;
}

import type {ItemFigures} from '#core/quizzes/itemAnalysisApi.ts';

/** What the table of all questions can be sorted by. `flags`: as the analysis gives them, the most serious first. */
export const SORTS = {
  flags: 'Flags', id: 'Question', n: 'People', facility: 'Facility', deviation: 'Standard deviation', discrimination: 'Discrimination', efficiency: 'Efficiency', leftOpen: 'Left open',
} as const;
export type Sort = keyof typeof SORTS;

function figureOf({n, statistics, leftOpen}: ItemFigures, by: Exclude<Sort, 'flags' | 'id'>): number | null {
  switch (by) {
    case 'n': return n;
    case 'facility': return statistics?.facility.value ?? null;
    case 'deviation': return statistics?.deviation ?? null;
    case 'discrimination': return statistics?.discrimination?.value ?? null;
    case 'efficiency': return statistics?.efficiency ?? null;
    case 'leftOpen': return leftOpen === null || n === 0 ? null : leftOpen / n;
  }
}

/** The questions in another order, as a new list. Those without the figure come last, whichever way it is sorted; equal ones keep their order. */
export function sortItems(items: readonly ItemFigures[], by: Sort, isDown: boolean): ItemFigures[] {
  const way = isDown ? -1 : 1;
  if (by === 'flags') return isDown ? [...items].reverse() : [...items];
  if (by === 'id') return [...items].sort((a, b) => way * (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0));
  return [...items].sort((a, b) => {
    const [mine, other] = [figureOf(a, by), figureOf(b, by)];
    if (mine === null || other === null) return Number(mine === null) - Number(other === null);
    return way * (mine - other);
  });
}

/** Ticks of the checklists on one page: the words of the items that are done. Words, not places, so that a reordered list keeps its ticks. */
export type Ticks = readonly string[];

/** Takes what was kept for a page, as text. Gives its ticks; none for anything that is not a list of words. */
export function ticksFrom(kept: string | null): Ticks {
  if (kept === null) return [];
  try {
    const value: unknown = JSON.parse(kept);
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Takes the ticks of a page and an item. Gives the ticks with the item on or off. */
export function tick(ticks: Ticks, item: string, on: boolean): Ticks {
  const others = ticks.filter((each) => each !== item);
  return on ? [...others, item] : others;
}

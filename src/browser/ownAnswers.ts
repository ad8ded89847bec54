import type {Responses} from '#core/quizzes/attempt.ts';

/**
 * Keeps what storage says from undoing what was typed meanwhile. Storage is read after every change of another tab or device, and an
 * answer given here while it is being read, or not written yet, is newer than what comes back.
 */
export interface OwnAnswers {
  /** An answer to this question was given here, and is on its way to storage. */
  given(itemId: string): void;
  /** It has arrived there. */
  stored(itemId: string): void;
  /** Call before storage is read. Gives a function that leaves out of what was read all that is newer here. */
  startReading(): (read: Responses) => Responses;
}

/** Makes a record of what was answered on this page. */
export function makeOwnAnswers(): OwnAnswers {
  const times = new Map<string, number>();
  const onTheWay = new Map<string, number>();
  const count = (map: Map<string, number>, itemId: string, by: number): void => void map.set(itemId, (map.get(itemId) ?? 0) + by);
  return {
    given: (itemId) => {
      count(times, itemId, 1);
      count(onTheWay, itemId, 1);
    },
    stored: (itemId) => count(onTheWay, itemId, -1),
    startReading: () => {
      const before = new Map(times);
      const waiting = new Set([...onTheWay].filter(([, writes]) => writes > 0).map(([itemId]) => itemId));
      return (read) => Object.fromEntries(Object.entries(read).filter(([itemId]) => !waiting.has(itemId) && times.get(itemId) === before.get(itemId)));
    },
  };
}

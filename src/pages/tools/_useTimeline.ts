import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {changeRow, watchRows} from '#browser/kept.ts';
import {openRow} from '#browser/openRow.ts';
import type {OpenRow} from '#browser/openRow.ts';
import {parsePlan, timelineOwnerOf, TIMELINES_KEPT_UNDER, timelineToOpen} from '#core/planning/timelinePlan.ts';
import type {TimelinePlan} from '#core/planning/timelinePlan.ts';

interface KeptTimeline {
  isRead: boolean;
  /** Null: there is none yet. */
  plan: TimelinePlan | null;
  /** Something is kept that this version of the page does not understand. */
  isUnreadable: boolean;
  keeping: OpenRow<TimelinePlan>['keeping'];
  /** Rises when another timeline is put in place of the one shown. */
  version: number;
  /** Changes what is shown, and the same in what is stored by then. Gives what `make` said of the stored one. */
  change: <R>(make: (plan: TimelinePlan) => {value: TimelinePlan; said: R}) => Promise<R | null>;
  /** Puts a whole timeline in place, or none. Gives the one that was there. */
  replace: (plan: TimelinePlan | null) => Promise<TimelinePlan | null>;
}

/** The one timeline that this device keeps for a person (null: nobody signed in), shared with the other tabs. */
export function useTimeline(personId: string | null): KeptTimeline {
  const [version, setVersion] = useState(0);
  const [rows, setRows] = useState<{key: string}[] | null>(null);
  useEffect(() => watchRows(TIMELINES_KEPT_UNDER, setRows), []);
  const key = timelineToOpen(rows ?? [], personId);
  const store = useMemo(() => ({version, ...openRow(key, parsePlan)}), [key, version]);
  const {isRead, value, changedAt, keeping} = useSyncExternalStore(store.subscribe, store.get, store.get);
  return {
    isRead: isRead && rows !== null, plan: rows === null ? null : value, isUnreadable: rows !== null && isRead && value === null && changedAt !== null, keeping, version, change: store.change,
    replace: async (plan) => {
      const {value: before} = await changeRow(key, (row) => ({row: plan && {owner: timelineOwnerOf(key, personId), value: plan}, value: row && parsePlan(row.value)}));
      setVersion((each) => each + 1);
      return before;
    },
  };
}

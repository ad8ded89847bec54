import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {changeRow, watchRows} from '#browser/kept.ts';
import {openRow} from '#browser/openRow.ts';
import type {OpenRow} from '#browser/openRow.ts';
import {EMPTY_LIST, KEPT_UNDER, keyToOpen, parseKept} from '#core/planning/stakeholders.ts';
import type {StakeholderList} from '#core/planning/stakeholders.ts';

type Make<R> = (list: StakeholderList) => {value: StakeholderList; said: R};

interface Stakeholders {
  /** Null until storage has been read, and where what is kept cannot be read. */
  list: StakeholderList | null;
  isUnreadable: boolean;
  keeping: OpenRow<StakeholderList>['keeping'];
  /** How many lists on this device belong to somebody who is not signed in now. */
  others: number;
  /** Makes a change to what is shown and to what is stored by then. Gives what it said of the stored one. */
  change: <R>(make: Make<R>) => Promise<R | null>;
  /** Puts an empty list in place of one that cannot be read. */
  replace: () => Promise<void>;
}

/** The list that this device keeps for a person (null: nobody signed in), shared with the other tabs. */
export function useStakeholders(personId: string | null): Stakeholders {
  const [rows, setRows] = useState<{key: string; owner: string | null}[] | null>(null);
  // Rises when a list comes to be, which the store of a row that was not there does not notice.
  const [made, setMade] = useState<{version: number; list: StakeholderList | null}>({version: 0, list: null});
  useEffect(() => watchRows(KEPT_UNDER, setRows), []);
  const key = keyToOpen(rows ?? [], personId);
  const {version} = made;
  const store = useMemo(() => ({version, ...openRow(key, parseKept)}), [key, version]);
  const {isRead, value, changedAt, keeping} = useSyncExternalStore(store.subscribe, store.get, store.get);
  const isUnreadable = isRead && value === null && changedAt !== null;

  const create = async <R>(make: Make<R>): Promise<R> => {
    const {value: done} = await changeRow(key, (row) => {
      const result = make((row && parseKept(row.value)) ?? EMPTY_LIST);
      return {row: {owner: row?.owner ?? personId, value: result.value}, value: result};
    });
    setMade((before) => ({version: before.version + 1, list: done.value}));
    return done.said;
  };
  return {
    list: rows === null || isUnreadable ? null : isRead ? value ?? EMPTY_LIST : made.list,
    isUnreadable, keeping,
    others: (rows ?? []).filter(({owner}) => owner !== null && owner !== personId).length,
    change: (make) => (value === null ? create(make) : store.change(make)),
    replace: () => create(() => ({value: EMPTY_LIST, said: undefined})),
  };
}

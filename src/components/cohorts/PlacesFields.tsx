import type {ReactNode} from 'react';
import {MOST_PLACES} from '#core/runs/booking.ts';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {TickField} from './fields.tsx';

/** What a form says of the places of a run. */
export interface PlacesDraft {
  /** As typed; empty: no limit. */
  capacity: string;
  confirms: boolean;
  isListed: boolean;
}

/** The capacity as typed; null: no limit; undefined: it is none. */
export function readCapacity(typed: string): number | null | undefined {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  const number = /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : 0;
  return number >= 1 && number <= MOST_PLACES ? number : undefined;
}

/** The fault of a capacity as typed; none when it is one. */
export function faultsOfPlaces({capacity}: PlacesDraft): FieldError[] {
  return readCapacity(capacity) === undefined ? [{field: 'capacity', message: `Write a number of places from 1 to ${MOST_PLACES}, or leave it empty.`}] : [];
}

interface Props {
  /** Begins the ids of the fields. */
  form: string;
  draft: PlacesDraft;
  errors: readonly FieldError[];
  onChanged: (change: Partial<PlacesDraft>) => void;
}

/** How many places a run has, who confirms them, and who may find it. */
export function PlacesFields({form, draft, errors, onChanged}: Props): ReactNode {
  return (
    <>
      <TextField
        id={`${form}-capacity`} label="Number of places" hint="Leave this empty for no limit. When a run is full, people go on a waiting list and move up by themselves." errors={errors}
        inputMode="numeric" autoComplete="off" value={draft.capacity} onChange={(event) => onChanged({capacity: event.target.value})}
      />
      <TickField id={`${form}-confirms`} label="A trainer confirms each booking" isTicked={draft.confirms} onChanged={(confirms) => onChanged({confirms})} />
      <TickField id={`${form}-listed`} label="List this run for everybody, so that people can book it without the code" isTicked={draft.isListed} onChanged={(isListed) => onChanged({isListed})} />
    </>
  );
}

import {makeRecordId} from '#core/records/learningRecord.ts';

/** The device's time as an ISO date and time in UTC. It may be wrong: the service keeps its own beside it. */
export function now(): string {
  return new Date().toISOString();
}

/** A new id for an attempt and its record (UUID version 7). */
export function newRecordId(): string {
  return makeRecordId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** A number from 0 up to 1 from the browser's source of chance. Core has no dice of its own. */
export function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

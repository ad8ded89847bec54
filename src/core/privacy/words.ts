import {AUDIT_ACTIONS} from '../records/audit.ts';
import type {Role} from '../records/api.ts';
import {writeDayOf, writeTimeOf} from '../records/londonDay.ts';

/** What an entry of the audit log says was done, for people. Takes the id as it stands in the database; gives it back when it is not known. */
export function actionWords(action: string): string {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as keyof typeof AUDIT_ACTIONS] : action;
}

/** Who did something, for the person it was done to: `you`, somebody with a role, or null for the service by itself. */
export function writeActor(by: string | null): string {
  if (by === null) return 'The service';
  return by === 'you' ? 'You' : `A ${by}`;
}

/** A column's name as words: `received_at` is Received at. */
export function writeColumn(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A value of a row as text: moments as a day and a time in London, lists and objects as JSON. Null: nothing is there. */
export function writeValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return MOMENT.test(value) ? `${writeDayOf(value)} at ${writeTimeOf(value)}` : value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1);
}

/** Roles as people are told of them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {learner: 'Learner', trainer: 'Trainer', lead: 'Lead', coordinator: 'Coordinator'};

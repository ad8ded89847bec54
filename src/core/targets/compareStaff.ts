import type {StaffMember} from './api.ts';

/** What a new list would do to the one that is there. */
export interface StaffComparison {
  added: number;
  changed: number;
  unchanged: number;
  /** Those who are not in the new list, by address. */
  missing: StaffMember[];
}

const FIELDS = ['name', 'directorate', 'team', 'jobRole'] as const;

/** Compares a new staff list with the one that is there. People are told apart by address. */
export function compareStaff(there: readonly StaffMember[], next: readonly StaffMember[]): StaffComparison {
  const before = new Map(there.map((member) => [member.email, member]));
  const after = new Set(next.map(({email}) => email));
  const comparison: StaffComparison = {added: 0, changed: 0, unchanged: 0, missing: there.filter(({email}) => !after.has(email))};
  for (const member of next) {
    const old = before.get(member.email);
    if (!old) comparison.added += 1;
    else if (FIELDS.every((field) => old[field] === member[field])) comparison.unchanged += 1;
    else comparison.changed += 1;
  }
  return comparison;
}

/** Puts a list into parts of at most so many. */
export function inParts<T>(rows: readonly T[], most: number): T[][] {
  return Array.from({length: Math.ceil(rows.length / most)}, (_, index) => rows.slice(index * most, (index + 1) * most));
}

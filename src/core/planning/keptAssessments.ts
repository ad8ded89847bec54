import {SelfAssessment} from './selfAssessment.ts';

/** How the keys begin under which a device keeps self-assessments. */
export const KEPT_UNDER = 'self-assessment/';

/** The key of a self-assessment on the device. */
export function keyOf(id: string): string {
  return KEPT_UNDER + id;
}

/** The address of the page with the self-assessments, or of one of them. */
export function assessmentHref(id?: string): string {
  return `/code-of-practice/self-assessment/${id === undefined ? '' : `?assessment=${encodeURIComponent(id)}`}`;
}

/** Reads what a device kept, or null when it is no self-assessment that this version of the site understands. */
export function parseKept(stored: unknown): SelfAssessment | null {
  const checked = SelfAssessment.safeParse(stored);
  return checked.success ? checked.data : null;
}

/** A self-assessment as a device keeps it. */
export interface KeptAssessment {
  id: string;
  /** Id of the person who was signed in when it was begun; null when nobody was. */
  owner: string | null;
  /** A moment in ISO 8601. */
  changedAt: string;
  value: SelfAssessment;
}

/** Takes rows that a device keeps; gives the self-assessments among them, in the same order. */
export function assessmentsIn(rows: readonly {key: string; owner: string | null; changedAt: string; value: unknown}[]): KeptAssessment[] {
  return rows.flatMap(({key, owner, changedAt, value}) => {
    const read = key.startsWith(KEPT_UNDER) ? parseKept(value) : null;
    return read ? [{id: key.slice(KEPT_UNDER.length), owner, changedAt, value: read}] : [];
  });
}

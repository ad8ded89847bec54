import {plainWords} from '../planning/stakeholderColumns.ts';

export type StaffColumn = 'email' | 'name' | 'directorate' | 'team' | 'jobRole';

/** The columns of a staff list, with the heading that we write. */
export const STAFF_HEADINGS: Readonly<Record<StaffColumn, string>> = {email: 'E-mail', name: 'Name', directorate: 'Directorate', team: 'Team', jobRole: 'Job role'};

/** Other headings that staff systems give these columns, in small letters without signs. */
const ALSO: Readonly<Record<StaffColumn, readonly string[]>> = {
  email: ['email', 'e mail address', 'email address', 'mail', 'work email', 'work e mail', 'work email address', 'work e mail address', 'user principal name', 'userprincipalname', 'upn', 'address', 'primary email'],
  name: ['full name', 'display name', 'displayname', 'employee', 'employee name', 'staff name', 'person', 'staff member'],
  directorate: ['department', 'directorate name', 'division', 'directorate id', 'service area', 'business area', 'organisation unit', 'organization unit', 'org unit', 'portfolio'],
  team: ['team name', 'service', 'unit', 'section', 'group', 'office', 'sub team'],
  jobRole: ['role', 'job title', 'jobtitle', 'job', 'post', 'post title', 'position', 'position title', 'title', 'occupation'],
};

const BY_WORDS = new Map((Object.keys(STAFF_HEADINGS) as StaffColumn[]).flatMap((column) =>
  [STAFF_HEADINGS[column], ...ALSO[column]].map((words): [string, StaffColumn] => [plainWords(words), column])));

/** Which column a heading names; null for one that is not used. */
export function staffColumnOf(heading: string): StaffColumn | null {
  return BY_WORDS.get(plainWords(heading)) ?? null;
}

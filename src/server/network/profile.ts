import {countsFrom, currentUntil} from '#core/courses/currency.ts';
import type {MyProfile, ProfileChange} from '#core/network/api.ts';
import {NOBODY} from '#core/network/fields.ts';
import type {HeldCourse, Profile} from '#core/network/profile.ts';
import {isHiddenAt} from '#core/network/stillRight.ts';
import type {Skill} from '#core/network/skills.ts';
import type {Person} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalJson} from '../records/canonical.ts';
import {confirmProfile, findProfile, putProfile, removeProfile} from '../repositories/network.ts';
import type {ProfileRow} from '../repositories/network.ts';
import {lockPerson} from '../repositories/people.ts';
import {listCompletions} from '../repositories/readTables.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock'>;

const EMPTY: ProfileChange = {revision: 0, team: null, jobRole: null, interests: [], offers: [], wants: [], languages: [], courses: [], visibility: NOBODY, takesQuestions: true};

/** The courses on a person's record, with the day until which each counts. One that has left the site is named by its id. */
export async function heldCourses({shelf}: Pick<Services, 'shelf'>, db: Queries, personId: string): Promise<HeldCourse[]> {
  return (await listCompletions(db, personId)).map((completion) => {
    const course = shelf.course(completion.courseId);
    return {courseId: completion.courseId, title: course?.title ?? completion.courseId, until: currentUntil(countsFrom(completion), course?.validFor)};
  });
}

/** A row as a profile. `held`: the courses on the person's record, of which the profile takes those that were ticked. A profile without a name is nobody's to see: see `saveProfile`. */
export function toProfile(row: ProfileRow, held: readonly HeldCourse[]): Profile {
  const {id, displayName, directorate, team, jobRole, interests, offers, wants, languages, courses, visibility, takesQuestions} = row;
  return {
    id, displayName: displayName ?? 'No name given', directorate, team, jobRole, interests, offers, wants, languages, visibility, takesQuestions,
    courses: held.filter(({courseId}) => courses.includes(courseId)),
  };
}

/** What a person wrote, as they would send it again. */
function changeOf({revision, team, jobRole, interests, offers, wants, languages, courses, visibility, takesQuestions}: ProfileRow): ProfileChange {
  return {revision, team, jobRole, interests, offers, wants, languages, courses, visibility, takesQuestions};
}

/** A person's own profile as they see it; an empty one for those who have not joined. */
export async function myProfile(parts: Parts, {id, displayName, directorate}: Person): Promise<MyProfile> {
  const {database, clock} = parts;
  const row = await findProfile(database, id);
  return {
    displayName, directorate, profile: row ? changeOf(row) : EMPTY, held: await heldCourses(parts, database, id),
    joinedAt: row?.joinedAt ?? null, askedAt: row?.askedAt ?? null, isHidden: row !== undefined && isHiddenAt(row, clock().toISOString()),
  };
}

/**
 * Puts a person into the register, or changes what stands there. Throws a 422 without a name or with a skill or course that does not exist,
 * and a 409 when another tab or device has changed the profile meanwhile. The same again is success.
 */
export async function saveProfile(parts: Parts, person: Person, change: ProfileChange, skills: readonly Skill[]): Promise<void> {
  const {database, clock} = parts;
  if (person.displayName === null) throw new Refusal(422, 'no-name', 'Write your name on the page My record first. Colleagues find you by it.');
  await database.transaction(async (tx) => {
    await lockPerson(tx, person.id);
    const there = await findProfile(tx, person.id);
    checkChoices(change, skills, (await heldCourses(parts, tx, person.id)).map(({courseId}) => courseId), there);
    if (there && canonicalJson({...changeOf(there), revision: 0}) === canonicalJson({...change, revision: 0})) {
      await confirmProfile(tx, person.id, clock());
      return;
    }
    if ((there?.revision ?? 0) !== change.revision) {
      throw new Refusal(409, 'other-profile', there ? 'Your profile was changed in another tab or on another device. Load this page again, then make your change.' : 'You have left the register meanwhile. Load this page again to join it anew.');
    }
    if (await putProfile(tx, person.id, change, clock())) await addAudit(tx, {actorId: person.id, action: 'profile-joined', subjectId: person.id}, clock());
  });
}

/** What stands in the profile already may stay there when a method or course leaves the site. */
function checkChoices({offers, wants, courses}: ProfileChange, skills: readonly Skill[], held: readonly string[], there: ProfileRow | undefined): void {
  const known = new Set([...skills.map(({id}) => id), ...(there?.offers ?? []).map(({skill}) => skill), ...(there?.wants ?? [])]);
  const owned = new Set([...held, ...(there?.courses ?? [])]);
  const faults = [
    ...offers.filter(({skill}) => !known.has(skill)).map(({skill}) => ({field: 'offers', message: `\`${skill}\` is no skill of the list. Choose one from it.`})),
    ...wants.filter((id) => !known.has(id)).map((id) => ({field: 'wants', message: `\`${id}\` is no skill of the list. Choose one from it.`})),
    ...courses.filter((id) => !owned.has(id)).map((id) => ({field: 'courses', message: `\`${id}\` is not on your record. Tick courses that you have completed.`})),
  ];
  if (faults.length > 0) throw new Refusal(422, 'wrong-fields', faults.map(({message}) => message).slice(0, 3).join(' '), faults.slice(0, 20));
}

/** Takes a person out of the register at once. Leaving twice is leaving. */
export async function leaveRegister({database, clock}: Parts, personId: string): Promise<void> {
  await database.transaction(async (tx) => {
    if (await removeProfile(tx, personId)) await addAudit(tx, {actorId: personId, action: 'profile-left', subjectId: personId}, clock());
  });
}

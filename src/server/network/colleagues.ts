import {saysWhat, searchPeople} from '#core/network/search.ts';
import type {PeopleQuery} from '#core/network/search.ts';
import {viewOf} from '#core/network/profile.ts';
import type {ProfileView, Viewer} from '#core/network/profile.ts';
import type {PeopleAnswer} from '#core/network/api.ts';
import type {Skill} from '#core/network/skills.ts';
import type {Person} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {noteLooks} from '../records/audit.ts';
import {findShownProfile, isBlocked, isInRegister, listShownProfiles, MOST_SEARCHED} from '../repositories/network.ts';
import type {ProfileRow} from '../repositories/network.ts';
import {heldCourses, toProfile} from './profile.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock'>;

/** What those who look through the register see in `looks`. */
const LOOK = 'Profile in the register';

/** As whom a person looks. Throws a 403 for those who are neither in the register nor lead or coordinate. */
export async function viewerOf(db: Queries, {id, role}: Person): Promise<Viewer> {
  if (role === 'lead' || role === 'coordinator') return 'lead';
  if (await isInRegister(db, id)) return 'member';
  throw new Refusal(403, 'join-first', 'Only people in the register can look through it. Join it first: you decide what others see of you.');
}

/** Finds colleagues by what the person who asks may see of them. Searching is no look at anybody. */
export async function findPeople(parts: Parts, person: Person, {page, ...query}: PeopleQuery & {page: number}, skills: readonly Skill[]): Promise<PeopleAnswer> {
  const viewer = await viewerOf(parts.database, person);
  if (!saysWhat(query)) {
    const message = 'Write a skill, a method or a name, or choose from one of the lists.';
    throw new Refusal(422, 'say-what', message, [{field: 'q', message}]);
  }
  const rows = await listShownProfiles(parts.database, query.skill ?? null, parts.clock());
  const views = rows.slice(0, MOST_SEARCHED).map((row) => viewOf(toProfile(row, []), viewer));
  return {...searchPeople(views, query, skills, page), page, isCut: rows.length > MOST_SEARCHED};
}

/** The refusal for a colleague who is not there, for whatever reason. */
export function noSuchColleague(): Refusal {
  return new Refusal(404, 'no-such-colleague', 'Nobody in the register has this address. They may have left. Search again.');
}

/** People's ids are made by the database, and not by devices as other ids are. */
const PERSON_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of a person, so that the database can be asked for it. */
export function isPersonId(id: string): boolean {
  return PERSON_ID.test(id);
}

/** The row of a colleague whom others may open. Throws the same 404 for nobody as for somebody hidden. */
export async function colleagueFor({database, clock}: Parts, id: string): Promise<ProfileRow> {
  const row = isPersonId(id) ? await findShownProfile(database, id, clock()) : undefined;
  if (!row) throw noSuchColleague();
  return row;
}

/** Opens one profile, which its owner can see in the list of who looked. Whoever is blocked sees that no questions are taken, and not why. */
export async function openColleague(parts: Parts, person: Person, id: string): Promise<ProfileView> {
  const viewer = await viewerOf(parts.database, person);
  const row = await colleagueFor(parts, id);
  const held = row.courses.length > 0 ? await heldCourses(parts, parts.database, row.id) : [];
  const view = viewOf(toProfile(row, held), viewer);
  await noteLooks(parts.database, person.id, [row.id], LOOK, parts.clock());
  return {...view, takesQuestions: view.takesQuestions && row.id !== person.id && !await isBlocked(parts.database, row.id, person.id)};
}


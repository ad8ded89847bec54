import {isCurrent} from '../courses/currency.ts';
import {FIELDS} from './fields.ts';
import type {Done, Field, FieldVisibility, Interest, Language} from './fields.ts';

/** A skill that a member offers. `note`: a line of their own, for instance where they did it. */
export interface Offer {
  skill: string;
  done: Done;
  note: string | null;
}

/** A course on somebody's record, with the last day on which it counts; null: without end. */
export interface HeldCourse {
  courseId: string;
  title: string;
  until: string | null;
}

/** What a member says about themselves. Name and directorate are those of their account. */
export interface Profile {
  id: string;
  displayName: string;
  directorate: string | null;
  team: string | null;
  jobRole: string | null;
  interests: readonly Interest[];
  offers: readonly Offer[];
  /** Ids of skills that they would like to learn. */
  wants: readonly string[];
  languages: readonly Language[];
  /** Courses that they ticked and hold. */
  courses: readonly HeldCourse[];
  visibility: FieldVisibility;
  takesQuestions: boolean;
}

/** Who looks: a member, or a lead or coordinator, who also sees what is set to `leads`. */
export type Viewer = 'member' | 'lead';

/** A profile as somebody sees it. A field that they may not see is left out, and so is an empty one: neither tells of the other. */
export interface ProfileView {
  id: string;
  displayName: string;
  offers: Offer[];
  takesQuestions: boolean;
  directorate?: string;
  team?: string;
  jobRole?: string;
  interests?: Interest[];
  wants?: string[];
  languages?: Language[];
  courses?: HeldCourse[];
}

/** Whether somebody sees a field of this profile. */
export function isSeenBy(viewer: Viewer, field: Field, visibility: FieldVisibility): boolean {
  return visibility[field] === 'members' || (viewer === 'lead' && visibility[field] === 'leads');
}

/** Takes a profile and who looks; gives what they see, built field by field, so that a field added later is hidden until somebody says otherwise. */
export function viewOf(profile: Profile, viewer: Viewer): ProfileView {
  const {id, displayName, offers, takesQuestions, visibility} = profile;
  const view: ProfileView = {id, displayName, offers: offers.map(({skill, done, note}) => ({skill, done, note})), takesQuestions};
  for (const field of Object.keys(FIELDS) as Field[]) {
    if (isSeenBy(viewer, field, visibility)) addField(view, field, profile);
  }
  return view;
}

function addField(view: ProfileView, field: Field, profile: Profile): void {
  switch (field) {
    case 'directorate': if (profile.directorate !== null) view.directorate = profile.directorate; return;
    case 'team': if (profile.team !== null) view.team = profile.team; return;
    case 'jobRole': if (profile.jobRole !== null) view.jobRole = profile.jobRole; return;
    case 'interests': if (profile.interests.length > 0) view.interests = [...profile.interests]; return;
    case 'wants': if (profile.wants.length > 0) view.wants = [...profile.wants]; return;
    case 'languages': if (profile.languages.length > 0) view.languages = [...profile.languages]; return;
    case 'courses': if (profile.courses.length > 0) view.courses = profile.courses.map(({courseId, title, until}) => ({courseId, title, until})); return;
  }
}

/** Whether a course held still counts on a day (2026-11-22). */
export function isHeldNow({until}: HeldCourse, today: string): boolean {
  return isCurrent(until, today);
}

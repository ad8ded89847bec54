import type {Framework} from '../courses/framework.ts';

/** Something that a member can offer or would like to learn. */
export interface Skill {
  /** Id of a method, of a competency or of one of the extra skills. No two are the same. */
  id: string;
  title: string;
  kind: 'method' | 'competency' | 'other';
  /** Other words that people search for. */
  aka: readonly string[];
}

/** The kinds in the order of lists, each as the heading of its group. */
export const SKILL_KINDS = {method: 'Methods', competency: 'Competencies', other: 'Other skills'} as const;

/** What helps a consultation and is neither a method nor a competency of the framework. Practice judgement. */
export const EXTRA_SKILLS: readonly Skill[] = [
  {id: 'plain-english-editing', title: 'Plain English editing', kind: 'other', aka: ['proofreading', 'copy editing', 'clear writing']},
  {id: 'chairing', title: 'Chairing meetings', kind: 'other', aka: ['chair', 'chairperson', 'facilitation', 'facilitator', 'independent chair']},
  {id: 'bsl', title: 'British Sign Language (BSL)', kind: 'other', aka: ['sign language', 'signing', 'deaf people', 'interpreter']},
  {id: 'easy-read', title: 'Writing Easy Read', kind: 'other', aka: ['easyread', 'easy reading', 'learning disability', 'accessible information']},
  {id: 'data-analysis', title: 'Data analysis', kind: 'other', aka: ['statistics', 'spreadsheets', 'charts', 'analyst', 'coding of comments']},
];

/** Takes the methods of the catalogue and the competency framework. Gives every skill, methods first, each kind by title. */
export function skillsFrom(methods: readonly {id: string; title: string; aka: readonly string[]}[], {areas}: Framework): Skill[] {
  const byTitle = (a: Skill, b: Skill): number => a.title.localeCompare(b.title, 'en-GB');
  return [
    ...methods.map(({id, title, aka}): Skill => ({id, title, kind: 'method', aka})).sort(byTitle),
    ...areas.flatMap((area) => area.competencies.map(({id, title}): Skill => ({id, title, kind: 'competency', aka: [area.title]}))).sort(byTitle),
    ...[...EXTRA_SKILLS].sort(byTitle),
  ];
}

/** The title of a skill; its id where the site no longer has it. */
export function skillTitle(id: string, skills: readonly Skill[]): string {
  return skills.find((skill) => skill.id === id)?.title ?? id;
}

import {AUDIENCES, PURPOSES} from '#core/methods/vocabulary.ts';
import {LANGUAGES} from '#core/network/fields.ts';
import {SKILL_KINDS} from '#core/network/skills.ts';
import type {Skill} from '#core/network/skills.ts';
import type {ChoiceGroup} from './Picker.tsx';

const choicesIn = (table: Readonly<Record<string, string>>): ChoiceGroup['choices'] => Object.entries(table).map(([id, title]) => ({id, title}));

/** The skills, by kind. */
export function skillGroups(skills: readonly Skill[]): ChoiceGroup[] {
  return (Object.keys(SKILL_KINDS) as (keyof typeof SKILL_KINDS)[]).map((kind) => ({heading: SKILL_KINDS[kind], choices: skills.filter((skill) => skill.kind === kind)}));
}

export const INTEREST_GROUPS: readonly ChoiceGroup[] = [{heading: 'Groups of people', choices: choicesIn(AUDIENCES)}, {heading: 'Purposes', choices: choicesIn(PURPOSES)}];

export const LANGUAGE_GROUPS: readonly ChoiceGroup[] = [{heading: '', choices: choicesIn(LANGUAGES)}];

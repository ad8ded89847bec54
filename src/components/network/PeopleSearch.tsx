import {useEffect, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import type {Skill} from '#core/network/skills.ts';
import {INTEREST_GROUPS, LANGUAGE_GROUPS, skillGroups} from './choices.ts';
import type {ChoiceGroup} from './Picker.tsx';
import styles from './styles.module.css';

/** What is asked for, as it stands in the address; an empty text: nothing. */
export interface PeopleAsked {
  q: string;
  skill: string;
  directorate: string;
  language: string;
  interest: string;
}

interface Props {
  asked: PeopleAsked;
  skills: readonly Skill[];
  directorates: readonly {id: string; name: string}[];
  errors: readonly FieldError[];
  onAsked: (asked: PeopleAsked) => void;
}

function Groups({groups}: {groups: readonly ChoiceGroup[]}): ReactNode {
  return groups.map(({heading, choices}) => {
    const options = choices.map(({id, title}) => <option key={id} value={id}>{title}</option>);
    return heading === '' ? options : <optgroup key={heading} label={heading}>{options}</optgroup>;
  });
}

/** Asks for people by words and by what they have. Nothing is asked before the button is pressed. */
export function PeopleSearch({asked, skills, directorates, errors, onAsked}: Props): ReactNode {
  const [draft, setDraft] = useState(asked);
  useEffect(() => setDraft(asked), [asked]);
  const edit = (changed: Partial<PeopleAsked>): void => setDraft((before) => ({...before, ...changed}));
  const search = (event: FormEvent): void => {
    event.preventDefault();
    onAsked({...draft, q: draft.q.trim()});
  };
  return (
    <form onSubmit={search} noValidate role="search" aria-label="Find a colleague">
      <ErrorSummary errors={errors} />
      <TextField id="q" label="Whom are you looking for?" hint="Example: who has run a citizens’ jury?" errors={errors} maxLength={200} value={draft.q} onChange={(event) => edit({q: event.target.value})} />
      <div className={styles.filters}>
        <SelectField id="skill" label="Skill offered" errors={errors} value={draft.skill} onChange={(event) => edit({skill: event.target.value})}>
          <option value="">Any skill</option><Groups groups={skillGroups(skills)} />
        </SelectField>
        <SelectField id="directorate" label="Directorate" errors={errors} value={draft.directorate} onChange={(event) => edit({directorate: event.target.value})}>
          <option value="">Any directorate</option>{directorates.map(({id, name}) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
        <SelectField id="language" label="Language" errors={errors} value={draft.language} onChange={(event) => edit({language: event.target.value})}>
          <option value="">Any language</option><Groups groups={LANGUAGE_GROUPS} />
        </SelectField>
        <SelectField id="interest" label="Interest" errors={errors} value={draft.interest} onChange={(event) => edit({interest: event.target.value})}>
          <option value="">Any interest</option><Groups groups={INTEREST_GROUPS} />
        </SelectField>
      </div>
      <p className="aw-choices"><button type="submit" className="aw-button">Find people</button></p>
      <p className="aw-hint">You find people by what they let you see. Somebody who hides a language is not found by it.</p>
    </form>
  );
}

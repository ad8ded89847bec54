import {useId, useState} from 'react';
import type {ReactNode} from 'react';
import {AUDIENCE_GROUPS} from '#core/methods/groups.ts';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import type {Audience} from '#core/methods/vocabulary.ts';
import {Option} from './ChoiceField.tsx';
import styles from './styles.module.css';

interface Props {
  picked: readonly Audience[];
  onPicked: (audiences: Audience[]) => void;
}

/** Tick boxes for all audiences, in groups. The filter hides what does not match and never unticks anything. */
export function AudienceField({picked, onPicked}: Props): ReactNode {
  const id = useId();
  const [words, setWords] = useState('');
  const shows = (audience: Audience): boolean => AUDIENCES[audience].toLowerCase().includes(words.trim().toLowerCase());
  const shown = AUDIENCE_GROUPS.flatMap(({terms}) => terms).filter(shows).length;
  return (
    <>
      <div className="aw-field">
        <label htmlFor={`${id}-filter`}>Find a group in this list</label>
        <input id={`${id}-filter`} type="search" autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)}
          // Enter in a search field would send the form and leave the question.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }} />
      </div>
      <p role="status" className="aw-hint">
        {picked.length} chosen.{words.trim() === '' ? '' : ` ${shown} ${shown === 1 ? 'group matches' : 'groups match'}.`}
      </p>
      <div className={styles.audiences}>
        {AUDIENCE_GROUPS.map(({name, terms}, index) => (
          <div key={name} role="group" aria-labelledby={`${id}-${index}`} className={styles.group} hidden={!terms.some(shows)}>
            <p id={`${id}-${index}`} className={styles.groupName}>{name}</p>
            {terms.map((audience) => (
              <Option key={audience} type="checkbox" name={audience} label={AUDIENCES[audience]} hidden={!shows(audience)} checked={picked.includes(audience)}
                onChanged={(checked) => onPicked(checked ? [...picked, audience] : picked.filter((each) => each !== audience))} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

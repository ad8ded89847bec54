import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import type {MethodSummary} from '#core/methods/method.ts';
import {costInWords, upperFirst, weekRangeInWords} from '#core/methods/words.ts';
import {methodHref, plainLink} from './link.tsx';
import type {LinkTo} from './link.tsx';
import styles from './styles.module.css';

interface Props {
  methods: readonly MethodSummary[];
  linkTo?: LinkTo;
}

const GROUPS: readonly {id: string; name: string; belongs: (method: MethodSummary) => boolean}[] = [
  {id: 'open-to-everyone', name: 'Open to everyone', belongs: ({reach, representative}) => !representative && (reach === 'self-selecting' || reach === 'broad')},
  {id: 'a-cross-section', name: 'A chosen cross-section', belongs: ({representative}) => representative},
  {id: 'people-you-pick', name: 'People you go to or invite', belongs: ({reach, representative}) => !representative && reach !== 'self-selecting' && reach !== 'broad' && reach !== 'none'},
  {id: 'before-you-ask', name: 'Before you ask anybody', belongs: ({reach, representative}) => !representative && reach === 'none'},
];

/** Every method by how people come to take part, one line each. The list is whole without JavaScript; the filter only hides. */
export function MethodIndex({methods, linkTo = plainLink}: Props): ReactNode {
  const [words, setWords] = useState('');
  const [inPerson, setInPerson] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const fits = (method: MethodSummary): boolean => (!inPerson || method.faceToFace) && hasWords(method, words);
  const count = methods.filter(fits).length;
  return (
    <div>
      <form className={styles.filter} role="search" aria-label="Filter the methods" onSubmit={(event) => event.preventDefault()}>
        <div className="aw-field">
          <label htmlFor="method-filter">Show methods with these words</label>
          <input id="method-filter" type="text" autoComplete="off" disabled={!ready} value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <label className={styles.tick}>
          <input type="checkbox" disabled={!ready} checked={inPerson} onChange={(event) => setInPerson(event.target.checked)} /> Only face to face
        </label>
        <p role="status" className="aw-hint">{words.trim() !== '' || inPerson ? `${count} of ${methods.length} methods shown.` : `${methods.length} methods.`}</p>
      </form>
      {GROUPS.map(({id, name, belongs}) => {
        const group = methods.filter((method) => belongs(method) && fits(method)).sort((a, b) => (a.title < b.title ? -1 : 1));
        return group.length > 0 && (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <ul className={styles.index}>
              {group.map((method) => (
                <li key={method.id}>
                  {linkTo({href: methodHref(method.id), children: method.title})}
                  <span>{method.description}</span>
                  <span className="aw-hint">{upperFirst(weekRangeInWords(method.elapsedWeeks))}. Cost: {costInWords(method.costBand)}. {method.faceToFace ? 'Face to face.' : 'At a distance.'}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Does every word typed stand somewhere in the title or the description? */
function hasWords({title, description}: MethodSummary, words: string): boolean {
  const text = `${title} ${description}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

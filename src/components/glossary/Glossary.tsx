import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {hasWords} from '#core/glossary/present.ts';
import type {Letter, ShownTerm} from '#core/glossary/present.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './Glossary.module.css';

interface Props {
  letters: readonly Letter[];
  linkTo?: LinkTo;
}

/** The id of a letter's heading. No term has it, since ids of terms are words. */
export function letterId(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}

/** Every term with its meaning, A to Z. The list is whole without JavaScript; the filter only hides. */
export function Glossary({letters, linkTo = plainLink}: Props): ReactNode {
  const [words, setWords] = useState('');
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const terms = letters.flatMap((letter) => letter.terms);
  const shown = new Set(terms.filter((term) => hasWords(term, words)).map(({id}) => id));
  const isEmpty = (letter: Letter): boolean => !letter.terms.some(({id}) => shown.has(id));
  // What a link on this page points at must be there to go to, whatever was typed.
  const showAll = (): void => setWords('');
  return (
    <div>
      <form className={styles.filter} role="search" aria-label="Filter the glossary" onSubmit={(event) => event.preventDefault()}>
        <div className="aw-field">
          <label htmlFor="glossary-filter">Show terms with these words</label>
          <input id="glossary-filter" type="text" autoComplete="off" disabled={!ready} value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <p role="status" className="aw-hint">{words.trim() === '' ? `${terms.length} terms.` : `${shown.size} of ${terms.length} terms shown.`}</p>
      </form>
      <nav aria-label="Terms by first letter">
        <ul className={styles.letters}>
          {letters.map((letter) => <li key={letter.letter} hidden={isEmpty(letter)}><a href={`#${letterId(letter.letter)}`}>{letter.letter}</a></li>)}
        </ul>
      </nav>
      {letters.map((letter) => (
        <section key={letter.letter} aria-labelledby={letterId(letter.letter)} hidden={isEmpty(letter)}>
          <h2 id={letterId(letter.letter)}>{letter.letter}</h2>
          <dl className={styles.terms}>
            {letter.terms.map((term) => <Entry key={term.id} term={term} hidden={!shown.has(term.id)} linkTo={linkTo} onSee={showAll} />)}
          </dl>
        </section>
      ))}
    </div>
  );
}

interface EntryProps {
  term: ShownTerm;
  hidden: boolean;
  linkTo: LinkTo;
  onSee: () => void;
}

function Entry({term, hidden, linkTo, onSee}: EntryProps): ReactNode {
  const {id, name, abbreviation, definition, see, more, source} = term;
  return (
    <div hidden={hidden}>
      <dt id={id}>{name}{abbreviation !== undefined && ` (${abbreviation})`}</dt>
      <dd>{definition}</dd>
      {see.length > 0 && (
        <dd className={styles.aside}>
          See also: {see.map((other, index) => <span key={other.id}>{index > 0 && ', '}<a href={`#${other.id}`} onClick={onSee}>{other.name}</a></span>)}
        </dd>
      )}
      {more !== undefined && <dd className={styles.aside}>{linkTo({href: more, children: `More about: ${name}`})}</dd>}
      {source && <dd className={styles.aside}>Source: {linkTo({href: `/toolkit/sources/#${source.key}`, children: source.title})}</dd>}
    </div>
  );
}

import type {ReactNode} from 'react';
import type {DutyFacts} from '#core/guides/guide.ts';
import type {ShownSource} from '#core/guides/view.ts';
import {dayInWords} from '../methods/day.ts';
import styles from './styles.module.css';

interface Props {
  duty: DutyFacts;
  sources: readonly ShownSource[];
}

/** What may and may not be said about a duty. Each statement names its source, or says that a lawyer must confirm it. */
export function DutyBox({duty, sources}: Props): ReactNode {
  return (
    <section className={styles.facts} aria-labelledby="duty-heading">
      <h2 id="duty-heading" className={styles.factsHeading}>{duty.topic}: what you can say</h2>
      <ul>
        {duty.say.map(({text, confirmed, sources: keys}) => (
          <li key={text}>
            {text}{' '}
            {confirmed ? (keys ?? []).map((key) => <Reference key={key} number={sources.findIndex((source) => source.key === key) + 1} />)
              : <span className="aw-tag">To be confirmed by your legal team</span>}
          </li>
        ))}
      </ul>
      <h3 className={styles.not}>What not to say</h3>
      <ul>{duty.doNotSay.map((text) => <li key={text}>{text}</li>)}</ul>
      <p className="aw-hint">Sources checked on {dayInWords(duty.checked)}. This is guidance, not legal advice.</p>
    </section>
  );
}

/** The number of a source, which leads to the list of sources below the text. */
function Reference({number}: {number: number}): ReactNode {
  return <a className={styles.reference} href={`#source-${number}`} aria-label={`Source ${number}`}>[{number}]</a>;
}

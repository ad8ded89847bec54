import type {ReactNode} from 'react';
import type {MethodFacts} from '#core/methods/method.ts';
import {Cited} from './Cited.tsx';
import {ReviewNotice} from './ReviewNotice.tsx';
import {dayInWords} from './day.ts';
import {numberSources} from './references.ts';
import styles from './styles.module.css';

interface Props {
  facts: MethodFacts;
  /** ISO date of today; left out while it is not known, as on the server. */
  today: string | undefined;
}

/** What speaks for and against a method, tips, sources, and who keeps the page right. Stands below the advice. */
export function MethodEvidence({facts, today}: Props): ReactNode {
  const sources = numberSources(facts);
  return (
    <div className={styles.evidence}>
      <Claims facts={facts} id="strengths" heading="Strengths" claims={facts.strengths} />
      <Claims facts={facts} id="weaknesses" heading="Weaknesses" claims={facts.weaknesses} />
      <Claims facts={facts} id="tips" heading="Tips" claims={facts.tips} />
      <section aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        {sources.length === 0 && <p>No source is named for this method. Everything here is practice judgement.</p>}
        {sources.length > 0 && (
          <ol className={styles.sources}>
            {sources.map(({key, number, title, url}) => (
              <li key={key} id={`source-${number}`}>{url === undefined ? title : <a href={url}>{title}</a>}</li>
            ))}
          </ol>
        )}
        <p className="aw-hint">
          Kept by: {facts.owner}. Reviewed on {dayInWords(facts.reviewed)}. Next review by {dayInWords(facts.reviewBy)}.
        </p>
        <ReviewNotice reviewBy={facts.reviewBy} owner={facts.owner} today={today} />
      </section>
    </div>
  );
}

interface ClaimsProps {
  facts: MethodFacts;
  id: string;
  heading: string;
  claims: MethodFacts['strengths'];
}

function Claims({facts, id, heading, claims}: ClaimsProps): ReactNode {
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {claims.map(({text, sources}) => <li key={text}>{text} <Cited facts={facts} from={sources} /></li>)}
      </ul>
    </section>
  );
}

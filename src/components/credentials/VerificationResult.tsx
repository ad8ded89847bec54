import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import {CHECK_NAMES, VERDICT_WORDS} from '#core/credentials/verify.ts';
import type {Verification} from '#core/credentials/verify.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import styles from './styles.module.css';

const STATE_WORDS = {ok: 'Passed', failed: 'Failed', 'could-not-check': 'Could not be checked'} as const;

/** What checking a certificate found: the answer first, then what it says where it is genuine, then each check. Takes the focus. */
export function VerificationResult({verification: {verdict, checks, credential}}: {verification: Verification}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [verdict, checks]);
  const {title, meaning} = VERDICT_WORDS[verdict];
  return (
    <section aria-labelledby="verdict" className={styles.result} data-verdict={verdict}>
      <h2 id="verdict" ref={heading} tabIndex={-1}>{title}</h2>
      <p>{meaning}</p>
      {credential ? (
        <dl className={styles.facts}>
          <div><dt>Given to</dt><dd>{credential.holder ?? 'It names nobody'}</dd></div>
          <div><dt>For</dt><dd>{credential.achievement.name}</dd></div>
          <div><dt>Issued by</dt><dd>{credential.issuerName}</dd></div>
          <div><dt>Holds from</dt><dd>{writeDayOf(credential.validFrom)}</dd></div>
          <div><dt>Holds until</dt><dd>{credential.validUntil ? writeDayOf(credential.validUntil) : 'No end date'}</dd></div>
          {credential.achievement.description ? <div className={styles.wide}><dt>What it shows</dt><dd>{credential.achievement.description}</dd></div> : null}
        </dl>
      ) : null}
      <h3>What was checked</h3>
      <ul className={styles.checks}>
        {checks.map(({id, state, sentence}) => (
          <li key={id} data-state={state}><strong>{CHECK_NAMES[id]}: {STATE_WORDS[state]}.</strong> {sentence}</li>
        ))}
      </ul>
    </section>
  );
}

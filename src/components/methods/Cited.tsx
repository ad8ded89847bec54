import type {ReactNode} from 'react';
import type {MethodFacts} from '#core/methods/method.ts';
import {citedBy} from './references.ts';
import styles from './styles.module.css';

interface Props {
  facts: Pick<MethodFacts, 'sources'>;
  /** Keys of sources, or the words for practice judgement. */
  from: readonly string[] | string | undefined;
}

/** Says who says so: numbered references to the list of sources, or that it is practice judgement. */
export function Cited({facts, from}: Props): ReactNode {
  const sources = citedBy(facts, from);
  if (sources.length === 0) return <span className={styles.judgement}>(practice judgement)</span>;
  return sources.map(({number, key}) => (
    <a key={key} className={styles.reference} href={`#source-${number}`} aria-label={`Source ${number}`}>[{number}]</a>
  ));
}

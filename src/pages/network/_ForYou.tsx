import {siteLink} from '@theme/siteLink';
import type {ReactNode} from 'react';
import {SuggestionList} from '#components/network/SuggestionList.tsx';
import styles from '#components/network/styles.module.css';
import {useGuidance} from './_useGuidance.ts';

/** Suggestions that fit on the home page beside everything else. */
const FIRST = 3;

/** The first suggestions, for the home page. What is due stands there already. Nothing until there is something to say. */
export default function ForYou(): ReactNode {
  const suggestions = useGuidance()?.suggestions.filter(({because}) => because.kind !== 'due').slice(0, FIRST) ?? [];
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="for-you" className={styles.panel}>
      <h2 id="for-you">For you</h2>
      <SuggestionList suggestions={suggestions} linkTo={siteLink} />
      <p>{siteLink({href: '/network/for-you/', children: 'Everything that we suggest'})}</p>
    </section>
  );
}

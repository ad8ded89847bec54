import type {ReactNode} from 'react';
import {exampleDraft} from '#core/planning/openingParagraphExample.ts';
import {FIELDS, GROUPS, TEXT_FIELDS} from '#core/planning/openingParagraphFields.ts';
import type {Group} from '#core/planning/openingParagraphFields.ts';
import {formatPassages} from '#core/planning/openingParagraphOffer.ts';
import {openingPassages} from '#core/planning/openingParagraphText.ts';
import type {LinkTo} from '../methods/link.tsx';
import {Passages} from './Passages.tsx';
import styles from './styles.module.css';

/** A day for the printed example, so that the page is the same whenever it is built. */
const EXAMPLE_DAY = '2027-01-11';

/** What to have at hand and what comes out: to read on paper, without scripts, and before a draft is opened. */
export function HowItWorks({linkTo}: {linkTo: LinkTo}): ReactNode {
  const example = exampleDraft(EXAMPLE_DAY);
  return (
    <>
      <section aria-labelledby="need">
        <h2 id="need">What to have at hand</h2>
        <p>The questions below are the hard part. If you cannot answer one yet, find the person who can. The wording then writes itself.</p>
        {(Object.keys(GROUPS) as Group[]).map((group) => (
          <div key={group}>
            <h3>{GROUPS[group]}</h3>
            <ul>
              {group === 'formats' && <li>Formats you offer</li>}
              {TEXT_FIELDS.filter((field) => FIELDS[field].group === group).map((field) => <li key={field}>{FIELDS[field].label}</li>)}
            </ul>
          </div>
        ))}
        <p>
          Why each one is asked: {linkTo({href: '/writing/standard-opening-paragraph/', children: 'Standard opening paragraph'})}, {linkTo({href: '/writing/alternative-formats/', children: 'Alternative formats'})} and {linkTo({href: '/toolkit/standards/named-contact/', children: 'The named-contact rule'})}.
          To fill in by hand, take the templates: {linkTo({href: '/toolkit/templates/standard-opening-paragraph/', children: 'opening paragraph'})} and {linkTo({href: '/toolkit/templates/alternative-format-statement/', children: 'alternative format statement'})}.
        </p>
      </section>
      <section aria-labelledby="comes-out">
        <h2 id="comes-out">What comes out</h2>
        <p>Example (made up): Sample Council asks about its pools. These are the two texts that the tool writes from its answers.</p>
        <div className={styles.sheet}><Passages passages={openingPassages(example)} level={3} /></div>
        <div className={`${styles.sheet} ${styles.large}`}><Passages passages={formatPassages(example)} level={3} /></div>
      </section>
    </>
  );
}

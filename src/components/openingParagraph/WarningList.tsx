import type {ReactNode} from 'react';
import type {Warning} from '#core/planning/openingParagraphSources.ts';
import {labelOf} from '#core/planning/openingParagraphWarnings.ts';
import type {LinkTo} from '../methods/link.tsx';
import {fieldId} from './fieldId.ts';
import styles from './styles.module.css';

interface Props {
  warnings: readonly Warning[];
  linkTo: LinkTo;
}

/** How much is left, in one line. */
export function countInWords(warnings: readonly Warning[]): string {
  const must = warnings.filter(({level}) => level === 'must').length;
  const check = warnings.length - must;
  if (warnings.length === 0) return 'Nothing is missing.';
  return [...(must > 0 ? [`${must} ${must === 1 ? 'thing' : 'things'} to put right.`] : []), ...(check > 0 ? [`${check} to look at again.`] : [])].join(' ');
}

/** What is missing or weak, each with the reason and a link to where it is explained. */
export function WarningList({warnings, linkTo}: Props): ReactNode {
  return (
    <section aria-labelledby="warnings" className={styles.screenOnly}>
      <h3 id="warnings" tabIndex={-1}>What is missing or weak</h3>
      {warnings.length === 0 && <p>Nothing that we can find. Now let somebody outside the project read it, and ask what they could change.</p>}
      <Level title="Put right before you publish" warnings={warnings.filter(({level}) => level === 'must')} linkTo={linkTo} />
      <Level title="Look at again" warnings={warnings.filter(({level}) => level === 'check')} linkTo={linkTo} />
    </section>
  );
}

function Level({title, warnings, linkTo}: Props & {title: string}): ReactNode {
  if (warnings.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles.warnings}>
        {warnings.map(({field, says, why, more}) => (
          <li key={`${field} ${says}`}>
            <a href={`#${fieldId(field)}`}>{labelOf(field)}</a>
            <span><strong>{says}</strong> {why} More: {linkTo({href: more.href, children: more.text})}.</span>
          </li>
        ))}
      </ul>
    </>
  );
}

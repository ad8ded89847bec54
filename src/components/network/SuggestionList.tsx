import type {ReactNode} from 'react';
import type {Suggestion} from '#core/network/guidance.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  suggestions: readonly Pick<Suggestion, 'title' | 'href' | 'reason'>[];
  linkTo: LinkTo;
}

/** What somebody should see first, each with the reason why. */
export function SuggestionList({suggestions, linkTo}: Props): ReactNode {
  return (
    <ol className={styles.suggestions}>
      {suggestions.map(({title, href, reason}) => (
        <li key={href}>
          {linkTo({href, children: title})}
          <p className={styles.why}>{reason}</p>
        </li>
      ))}
    </ol>
  );
}

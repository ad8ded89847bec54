import {useId} from 'react';
import type {ReactNode} from 'react';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** What the figures cannot tell. Stands in every report. */
export function Limits(): ReactNode {
  return (
    <>
      <h3>What these figures cannot tell</h3>
      <ul className={styles.text}>
        <li>The test imagines people drawn by chance. If people chose to take part, use it as a measure of the gap and no more.</li>
        <li>Statistically clear is not the same as important. Look at the percentage points and at how many people are missing.</li>
        <li>If you test several characteristics, about one in twenty looks clear by chance alone.</li>
        <li>A group that matches in number may still leave out the people whom the decision touches most.</li>
        <li>Publish one grouping of each characteristic. Two of them, set side by side, can give away a small number.</li>
        <li>Totals may differ between characteristics, since some people leave a question out. The difference tells how many left it out, and nothing about them.</li>
      </ul>
    </>
  );
}

/** How the page works, to read without a script. */
export function Explanation({linkTo}: {linkTo: LinkTo}): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.screenOnly}>
      <h2 id={id}>How it works</h2>
      <h3>What to type</h3>
      <p>Choose the population first: everybody whom the decision affects. Then give each group a line, with the number who took part and the population. The population may be people or percentages. A row of totals, a heading, per cent signs and commas in thousands do no harm.</p>
      <p>Write “Prefer not to say” as a line of its own. It is kept apart and counts in no share.</p>
      <h3>What you see</h3>
      <ul>
        <li><strong>Difference</strong>: the share of those who took part, less the share of the population, in percentage points.</li>
        <li><strong>Index</strong>: the first share divided by the second, times 100. At 100 the shares are the same. We mark anything under 80 as low, which is practice judgement.</li>
        <li><strong>To match</strong>: how many more or fewer people of the group would have matched, with the same number in all.</li>
        <li><strong>Could it be chance?</strong>: the chi-square test of goodness of fit, which Karl Pearson published in 1900. We do not use it when a group has an expected count under 5, the rule of thumb that William Cochran discussed in 1954. The words for the size of the difference follow Jacob Cohen (1988).</li>
      </ul>
      <h3>How small numbers are protected</h3>
      <p>The printed report and its CSV file hide every count under ten, or under five if you choose so. If the total would give that number away, they hide another group as well. Everything in the report is worked out from the numbers it shows. On this screen you see every number, so mind who looks over your shoulder.</p>
      <h3>How the refresh plan is worked out</h3>
      <p>The places of the panel are shared out by the size of each group in the population. Whole places come first, and the largest remainders get the rest. So the places add up, and each group is less than one person away from its exact share. With two groups it is half a person at most.</p>
      <p>Read more in {linkTo({href: '/toolkit/people/equality-monitoring/', children: 'equality monitoring'})} and {linkTo({href: '/toolkit/people/citizens-panels/', children: 'citizens’ panels'})}.</p>
    </section>
  );
}

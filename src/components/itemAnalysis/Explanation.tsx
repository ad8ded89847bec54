import type {ReactNode} from 'react';

/** What each figure means, and where its rule comes from. */
export function Explanation(): ReactNode {
  return (
    <details>
      <summary>How to read the figures</summary>
      <dl>
        <dt>Facility</dt>
        <dd>The share of the marks that people got. Between 30% and 70% it tells most about people. In a test of what everybody must know, more is fine.</dd>
        <dt>95% limits</dt>
        <dd>The true figure very likely lies between these two. They are wide when few people were asked. For facility we use Wilson’s interval (1927), or Student’s t where part of the marks can be had. For discrimination we use Fisher’s z (1921).</dd>
        <dt>Standard deviation</dt>
        <dd>How far people’s marks for the question lie apart. Nought means that all got the same.</dd>
        <dt>Discrimination</dt>
        <dd>Whether people who do well on the other questions do well on this one. 1 is a perfect match and 0 is none. Under 0.1 look at the question, and under 0 check its key.</dd>
        <dt>Discriminative efficiency</dt>
        <dd>Discrimination as a share of the most that a question this hard could reach, as Moodle works it out.</dd>
        <dt>Guessing</dt>
        <dd>What blind guessing would bring on average, where that can be said.</dd>
        <dt>Marks elsewhere</dt>
        <dd>The share of the other questions’ marks that people who chose an option got. The right option should have the highest.</dd>
      </dl>
      <p>Only first attempts count, because people learn from earlier ones. What somebody left open counts as no marks. An edited question counts as another question. Under 20 people we show counts only. From 20 to 49 take the figures as an early sign. These numbers and the limits of the flags are common practice and our own practice judgement.</p>
      <p>A flag never takes a question away. You decide, with somebody who knows the subject.</p>
    </details>
  );
}

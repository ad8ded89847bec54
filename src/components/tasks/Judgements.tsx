import type {ReactNode} from 'react';
import type {ShownJudgement} from '#core/tasks/api.ts';
import type {Criterion} from '#core/tasks/task.ts';
import {LEVEL_WORDS, PLACE_WORDS, VERDICT_WORDS} from '#core/tasks/words.ts';
import styles from './styles.module.css';

interface Props {
  rubric: readonly Criterion[];
  judgements: readonly ShownJudgement[];
  /** The level of the headings. */
  heading: 'h3' | 'h4';
}

/** What each assessor said, criterion by criterion. Nobody is named. */
export function Judgements({rubric, judgements, heading: Heading}: Props): ReactNode {
  return judgements.map(({place, verdict, lines, comment, isYours}) => (
    <section key={place} className={`aw-card ${styles.judgement}`}>
      <Heading>{PLACE_WORDS[place]}{isYours ? ', you' : ''}: {VERDICT_WORDS[verdict].toLowerCase()}</Heading>
      <dl className={styles.said}>
        {lines.map(({level, note}, index) => (
          <div key={rubric[index]?.criterion ?? index}>
            <dt>{rubric[index]?.criterion ?? `Criterion ${index + 1}`}</dt>
            <dd><span className="aw-tag">{LEVEL_WORDS[level]}</span>{note === null ? null : <span className={styles.typed}> {note}</span>}</dd>
          </div>
        ))}
      </dl>
      {comment === null ? null : <p className={styles.typed}><strong>{place === 'moderator' ? 'Reason:' : 'Comment:'}</strong> {comment}</p>}
    </section>
  ));
}

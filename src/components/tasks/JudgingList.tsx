import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import {QUEUE_PARTS} from '#core/tasks/api.ts';
import type {JudgingQueue, QueuePart} from '#core/tasks/api.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {STATE_WORDS, VERDICT_WORDS} from '#core/tasks/words.ts';
import {SelectField} from '../account/Field.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

const PART_WORDS: Record<QueuePart, string> = {
  mine: 'Mine to do', 'waiting-first': STATE_WORDS['waiting-first'], 'waiting-second': STATE_WORDS['waiting-second'], 'waiting-moderator': STATE_WORDS['waiting-moderator'],
  decided: STATE_WORDS.decided,
};

export function isQueuePart(text: string): text is QueuePart {
  return QUEUE_PARTS.some((each) => each === text);
}

interface Props {
  queue: JudgingQueue;
  show: QueuePart;
  courseTitle: (id: string) => string;
  linkTo: LinkTo;
  onChosen: (show: QueuePart) => void;
}

/** The tasks that wait, or were decided, the oldest first. */
export function JudgingList({queue, show, courseTitle, linkTo, onChosen}: Props): ReactNode {
  const {submissions, counts, isCut} = queue;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(show);
  useEffect(() => {
    if (shown.current !== show) heading.current?.focus();
    shown.current = show;
  }, [show]);
  return (
    <section aria-labelledby="judging-list">
      <SelectField id="show" label="Show" errors={[]} value={show} onChange={(event) => { if (isQueuePart(event.target.value)) onChosen(event.target.value); }}>
        {QUEUE_PARTS.map((part) => <option key={part} value={part}>{part === 'decided' ? PART_WORDS[part] : `${PART_WORDS[part]} (${counts[part]})`}</option>)}
      </SelectField>
      <h2 id="judging-list" ref={heading} tabIndex={-1}>{PART_WORDS[show]}: {submissions.length === 1 ? '1 task' : `${submissions.length} tasks`}</h2>
      {isCut ? <p className="aw-panel">There are more than this page holds. Judge the oldest first, and the others come up.</p> : null}
      {submissions.length === 0 ? <p>{show === 'mine' ? 'Nothing waits for you. Look again when a learner has handed something in.' : 'There are none.'}</p> : (
        <ul className={styles.tasks}>
          {submissions.map(({id, taskTitle, courseId, learner, run, submittedAt, state, verdict, yourPlace}) => (
            <li key={id}>
              <p><strong>{linkTo({href: `/judging/?submission=${id}`, children: `${learner ?? 'No name given'}: ${taskTitle}`})}</strong></p>
              <p className="aw-hint">{courseTitle(courseId)}{run === null ? '' : `, ${run.title}`}. Handed in on {writeDayOf(submittedAt)}.</p>
              <p className={styles.tags}>
                <span className="aw-tag">{verdict === null ? STATE_WORDS[state] : VERDICT_WORDS[verdict]}</span>
                {yourPlace === null ? null : <span className="aw-tag">You can judge it</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

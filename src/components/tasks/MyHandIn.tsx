import type {ReactNode} from 'react';
import type {MySubmission} from '#core/tasks/api.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {VERDICT_WORDS} from '#core/tasks/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {EvidenceView} from './EvidenceView.tsx';
import {Judgements} from './Judgements.tsx';
import styles from './styles.module.css';

/** How a hand-in stands, for its learner, in a few words. */
export function handInWords({state, verdict, submittedAt, decidedAt}: Pick<MySubmission, 'state' | 'verdict' | 'submittedAt' | 'decidedAt'>): string {
  if (state === 'withdrawn') return `Handed in on ${writeDayOf(submittedAt)} and withdrawn`;
  if (state === 'with-assessors' || verdict === null) return `With the assessors since ${writeDayOf(submittedAt)}`;
  return `Judged “${VERDICT_WORDS[verdict].toLowerCase()}” on ${writeDayOf(decidedAt ?? submittedAt)}`;
}

const NEXT: Record<'with-assessors' | 'competent' | 'not-yet' | 'withdrawn', string> = {
  'with-assessors': 'You will get an e-mail when there is news. Until then nobody shows you what they think, so that every assessor is free to judge.',
  competent: 'Nothing is left to do for this task.',
  'not-yet': 'Read what is missing, then hand it in again below. Two people found that it is not there yet, or a moderator did.',
  withdrawn: 'Nobody will judge it. Your text stays for 30 days.',
};

/** Takes back a hand-in, behind one more press. */
function Withdraw({onWithdrawn}: {onWithdrawn: () => Promise<readonly FieldError[]>}): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(onWithdrawn);
  return (
    <details className={styles.more}>
      <summary>Withdraw it</summary>
      <ErrorSummary errors={errors} />
      <p>You can withdraw it until the first assessor has judged it. You can hand in something else afterwards.</p>
      <p><button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void submit(null)}>{busy ? 'Withdrawing' : 'Withdraw what I handed in'}</button></p>
    </details>
  );
}

interface Props {
  submission: MySubmission;
  onWithdrawn: () => Promise<readonly FieldError[]>;
}

/** One hand-in as its learner sees it: how it stands, what assessors said once it is decided, and what was handed in. */
export function MyHandIn({submission, onWithdrawn}: Props): ReactNode {
  const {state, verdict, run, evidence, rubric, judgements, mayWithdraw} = submission;
  return (
    <section className={styles.standing} aria-label={handInWords(submission)}>
      <p><strong>{handInWords(submission)}.</strong>{run === null ? '' : ` It is for the run “${run.title}”.`}</p>
      <p>{NEXT[state === 'decided' ? verdict ?? 'with-assessors' : state]}</p>
      <Judgements rubric={rubric} judgements={judgements} heading="h3" />
      <details className={styles.more}>
        <summary>What you handed in</summary>
        <EvidenceView evidence={evidence} />
      </details>
      {mayWithdraw ? <Withdraw onWithdrawn={onWithdrawn} /> : null}
    </section>
  );
}

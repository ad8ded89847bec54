import courses from '@generated/askwell-courses/default/courses.json';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useEffect, useMemo, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId, now} from '#browser/clock.ts';
import {saveFile} from '#browser/saveFile.ts';
import {judgementDraftKey} from '#browser/taskDrafts.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {AgreementTable} from '#components/tasks/AgreementTable.tsx';
import {EvidenceView} from '#components/tasks/EvidenceView.tsx';
import {JudgeForm} from '#components/tasks/JudgeForm.tsx';
import {isQueuePart, JudgingList} from '#components/tasks/JudgingList.tsx';
import {Judgements} from '#components/tasks/Judgements.tsx';
import {Rubric} from '#components/tasks/Rubric.tsx';
import styles from '#components/tasks/styles.module.css';
import {writeDayOf} from '#core/records/londonDay.ts';
import type {JudgingQueue, QueuePart, SubmissionToJudge} from '#core/tasks/api.ts';
import {newJudgementDraft, parseJudgementDraft} from '#core/tasks/draft.ts';
import type {JudgementDraft} from '#core/tasks/draft.ts';
import type {JudgingPlace} from '#core/tasks/state.ts';
import {STATE_WORDS, VERDICT_WORDS} from '#core/tasks/words.ts';
import {Gate} from './_Gate.tsx';
import {courseTitle} from './_names.ts';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';
import {useTaskDraft} from './_useTaskDraft.ts';

const WHO = 'Trainers and coordinators judge here what learners hand in for a task. Trainers of a course run see the tasks of that run.';

function addressOf(run: string | null, show: QueuePart): string {
  const query = new URLSearchParams({...(run !== null && {run}), ...(show !== 'mine' && {show})}).toString();
  return query === '' ? '/judging/' : `/judging/?${query}`;
}

function taskName(courseId: string, taskId: string): string {
  const task = courses.find(({id}) => id === courseId)?.tasks?.find(({id}) => id === taskId);
  return `${task?.title ?? taskId} (${courseTitle(courseId)})`;
}

function Queue({run, show}: {run: string | null; show: QueuePart}): ReactNode {
  const history = useHistory();
  const query = new URLSearchParams({...(run !== null && {run}), show}).toString();
  const {loaded, retry} = useService<JudgingQueue>(`/api/judging?${query}`);
  // The list stays while the next one is fetched, so that the choice keeps its place.
  const [last, setLast] = useState<JudgingQueue | null>(null);
  useEffect(() => {
    if (loaded.kind === 'ready') setLast(loaded.value);
  }, [loaded]);
  const queue = loaded.kind === 'ready' ? loaded.value : last;
  return (
    <>
      <h1>Judge tasks</h1>
      {run === null ? <p className="aw-lede">What learners have handed in, the oldest first.</p> : (
        <p className="aw-lede">Tasks of one course run{queue?.run ? `: ${queue.run.title}` : ''}. <a href="/judging/">See all tasks</a></p>
      )}
      {loaded.kind === 'loading' && queue === null ? <LoadingPanel what="Fetching the tasks to judge." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {queue === null || (loaded.kind !== 'ready' && loaded.kind !== 'loading') ? null : (
        <>
          <JudgingList queue={queue} show={show} courseTitle={courseTitle} linkTo={siteLink} onChosen={(next) => history.replace(addressOf(run, next))} />
          <AgreementTable tasks={queue.agreement.map(({courseId, taskId, pairs}) => ({name: taskName(courseId, taskId), pairs}))} />
        </>
      )}
    </>
  );
}

/** A judgement in plain words, for the file that saves it where the browser keeps nothing. */
function writeDraft({lines, comment}: JudgementDraft): string {
  return [...lines.map(({level, note}, index) => `${index + 1}. ${level ?? ''} ${note}`), '', comment, ''].join('\n');
}

interface JudgeProps {
  submission: SubmissionToJudge;
  place: JudgingPlace;
  personId: string;
  /** Called when the service has answered, with what to tell the assessor. */
  onAnswered: (note: string) => Promise<void>;
}

function Judge({submission, place, personId, onAnswered}: JudgeProps): ReactNode {
  const {id, task, judgements} = submission;
  const criteria = task.rubric.length;
  const empty = useMemo(() => newJudgementDraft(criteria, place === 'moderator' ? judgements.map(({lines}) => lines) : []), [criteria, place, judgements]);
  const {value, keeping, change, clear} = useTaskDraft(judgementDraftKey(id, personId), personId, parseJudgementDraft, empty);
  if (value === null) return <LoadingPanel what="Looking for what you wrote about this task before." />;
  const judge = async (): Promise<readonly FieldError[]> => {
    const sending = value.sending ?? {id: newRecordId(), at: now()};
    await change((draft) => ({...draft, sending}));
    const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim());
    const reply = await callService<SubmissionToJudge>('POST', `/api/judging/${encodeURIComponent(id)}/judgements`, {
      id: sending.id, place, comment: orNull(value.comment), asksSecond: place === 'first' && value.asksSecond,
      lines: value.lines.map(({level, note}) => ({level, note: orNull(note)})),
    });
    if (reply.kind === 'ok') {
      await clear();
      await onAnswered('Your judgement is kept.');
    }
    if (reply.kind === 'refused') {
      await change((draft) => ({...draft, sending: null}));
      if (reply.status === 409) await onAnswered(reply.problem.detail);
    }
    return toErrors(reply, ['comment']);
  };
  return (
    <JudgeForm
      rubric={task.rubric} place={place} value={value} onChanged={(words) => void change(() => ({...words, sending: null}))} onJudged={judge}
      keeping={<KeepingStatus state={keeping} what="judgement" onExported={() => saveFile('judgement.txt', writeDraft(value), 'text/plain')} />}
    />
  );
}

function waitingWords({state, verdict, judgements}: SubmissionToJudge): string {
  if (verdict !== null) return `Decided: ${VERDICT_WORDS[verdict].toLowerCase()}.`;
  const own = judgements.some(({isYours}) => isYours);
  return `${STATE_WORDS[state]}.${own ? ' You have judged it, so somebody else must be next.' : ''}`;
}

function Submission({id, personId}: {id: string; personId: string}): ReactNode {
  const {loaded, retry, refresh} = useService<SubmissionToJudge>(`/api/judging/${encodeURIComponent(id)}`);
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (note !== '') heading.current?.focus();
  }, [note]);
  const back = <p><a href="/judging/">All tasks to judge</a></p>;
  if (loaded.kind === 'loading') return <>{back}<h1>Judge a task</h1><LoadingPanel what="Fetching the task." /></>;
  if (loaded.kind !== 'ready') return <>{back}<h1>Judge a task</h1><TroublePanel trouble={loaded} onRetry={() => void retry()} /></>;
  const submission = loaded.value;
  const {task, courseId, learner, run, submittedAt, earlier, evidence, yourPlace, judgements} = submission;
  const course = courses.find((each) => each.id === courseId);
  const tell = async (words: string): Promise<void> => {
    setNote('');
    await refresh();
    setNote(words);
  };
  return (
    <>
      {back}
      <h1 ref={heading} tabIndex={-1}>{task.title}</h1>
      <p role="status">{note}</p>
      <p>
        Handed in by {learner ?? 'somebody who gives no name'} on {writeDayOf(submittedAt)}{run === null ? '' : `, for the run “${run.title}”`}.
        {earlier === 0 ? '' : ` They have handed this task in before, and it was judged ${earlier === 1 ? 'once' : `${earlier} times`}.`}
      </p>
      <p><strong>{waitingWords(submission)}</strong></p>
      <details className={styles.more}>
        <summary>What the task asks for</summary>
        <p>{task.brief}</p>
        <Rubric rubric={task.rubric} outcomeText={(outcome) => course?.outcomes.find((each) => each.id === outcome)?.text} />
      </details>
      <div className={styles.beside}>
        {/* It scrolls by itself beside the form, so it takes the focus for the arrow keys. */}
        <div className={styles.evidence} role="region" aria-labelledby="evidence-heading" tabIndex={0}>
          <h2 id="evidence-heading">What was handed in</h2>
          <EvidenceView evidence={evidence} />
        </div>
        <div>
          {judgements.length === 0 ? null : <h2>What assessors said</h2>}
          <Judgements rubric={task.rubric} judgements={judgements} heading="h3" />
          {yourPlace === null ? null : <Judge key={yourPlace} submission={submission} place={yourPlace} personId={personId} onAnswered={tell} />}
        </div>
      </div>
    </>
  );
}

function Screen(): ReactNode {
  const {pathname, search} = useLocation();
  const asked = new URLSearchParams(search);
  const [submission, run, show] = [asked.get('submission'), asked.get('run'), asked.get('show') ?? ''];
  return (
    <Gate signedOut={<><h1>Judge tasks</h1><SignInOffer next={pathname + search}><p>{WHO}</p><p>If that is you, sign in.</p></SignInOffer></>}>
      {(person) => {
        if (person.role === 'learner') {
          return <><h1>Judge tasks</h1><div className="aw-panel"><p>{WHO}</p><p>You have no such role. A coordinator can give you one.</p></div><p>Have you handed in a task? <a href="/tasks/">See your judged tasks</a>.</p></>;
        }
        return submission === null ? <Queue key={run ?? ''} run={run} show={isQueuePart(show) ? show : 'mine'} /> : <Submission key={submission} id={submission} personId={person.id} />;
      }}
    </Gate>
  );
}

export default function JudgingPage(): ReactNode {
  return (
    <Layout title="Judge tasks" description="For trainers and coordinators: judge what learners handed in, and see how far assessors agree.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

import courses from '@generated/askwell-courses/default/courses.json';
import {useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useSession} from '@theme/useSession';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId, now} from '#browser/clock.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {taskDraftKey} from '#browser/taskDrafts.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {HandInForm} from '#components/tasks/HandInForm.tsx';
import {handInWords, MyHandIn} from '#components/tasks/MyHandIn.tsx';
import {Rubric} from '#components/tasks/Rubric.tsx';
import {TaskList} from '#components/tasks/TaskList.tsx';
import type {TaskRow} from '#components/tasks/TaskList.tsx';
import type {Course} from '#core/courses/course.ts';
import type {MySubmission, MyTasks} from '#core/tasks/api.ts';
import {EMPTY_TASK, evidenceOf, parseTaskDraft} from '#core/tasks/draft.ts';
import {faultsOfEvidence} from '#core/tasks/evidence.ts';
import {taskHref} from '#core/tasks/newsMail.ts';
import type {Task} from '#core/tasks/task.ts';
import {Gate} from './_Gate.tsx';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';
import {useTaskDraft} from './_useTaskDraft.ts';

interface Place {
  course: Course;
  task: Task;
}

const ALL: readonly Place[] = courses.flatMap((course) => (course.tasks ?? []).map((task) => ({course, task})));
const FIELDS = ['text', 'link', 'cohortId'];

const isAt = ({course, task}: Place) => ({courseId, taskId}: MySubmission): boolean => courseId === course.id && taskId === task.id;

function toRow(place: Place, submissions: readonly MySubmission[]): TaskRow {
  const mine = submissions.filter(isAt(place));
  // What was judged competent stays so, whatever came later.
  const telling = mine.find(({verdict}) => verdict === 'competent') ?? mine[0];
  return {href: taskHref(place.course.id, place.task.id), title: place.task.title, courseTitle: place.course.title, standing: telling ? handInWords(telling) : ''};
}

function List(): ReactNode {
  const {person, state} = useSession();
  const {loaded} = useService<MyTasks>(person ? '/api/tasks' : null);
  return (
    <>
      <h1>Judged tasks</h1>
      <p className="aw-lede">Some courses ask you to show what you can do with work of your own. Here is each task, and how it is judged.</p>
      {state === 'no-service' ? <p>This copy of the site has no record service. You can read the tasks here, and nobody can judge them.</p> : null}
      {state === 'unreachable' ? <p role="status">The record service is out of reach, so you cannot see how your tasks stand.</p> : null}
      <TaskList tasks={ALL.map((place) => toRow(place, loaded.kind === 'ready' ? loaded.value.submissions : []))} linkTo={siteLink} />
    </>
  );
}

interface WritingProps extends Place {
  personId: string;
  mine: readonly MySubmission[];
  runs: readonly {id: string; title: string}[];
  /** Called when the service has answered, with what to tell the learner. */
  onAnswered: (note: string) => Promise<void>;
}

/** The form and what is kept of it. */
function Writing({course, task, personId, mine, runs, onAnswered}: WritingProps): ReactNode {
  const {value, keeping, change, clear} = useTaskDraft(taskDraftKey(course.id, task.id, personId), personId, parseTaskDraft, EMPTY_TASK);
  if (value === null) return <LoadingPanel what="Looking for what you have written here." />;
  const last = mine[0];
  const handIn = async (): Promise<readonly FieldError[]> => {
    const evidence = evidenceOf(value);
    const faults = faultsOfEvidence(task, evidence);
    if (faults.length > 0) return faults;
    const sending = value.sending ?? {id: newRecordId(), at: now()};
    // Kept before it goes: after a lost answer, even in another tab, the same thing is sent under the same id.
    await change((draft) => ({...draft, sending}));
    const cohortId = (value.cohortId ?? runs[0]?.id ?? '') || null;
    const reply = await callService<MySubmission>('POST', '/api/tasks', {...sending, courseId: course.id, courseVersion: course.version, taskId: task.id, cohortId, evidence});
    if (reply.kind === 'ok') {
      await clear();
      await onAnswered('Handed in. Your assessors can see it now.');
    }
    if (reply.kind === 'refused') {
      await change((draft) => ({...draft, sending: null}));
      if (reply.status === 409) await onAnswered(reply.problem.detail);
    }
    return toErrors(reply, FIELDS);
  };
  return (
    <>
      {last && value.text === '' && value.link === '' ? (
        <p><button type="button" className="aw-button aw-button--quiet" onClick={() => void change((draft) => ({...draft, text: last.evidence.text ?? '', link: last.evidence.link ?? '', sending: null}))}>Start from what I handed in last</button></p>
      ) : null}
      <HandInForm
        task={task} value={value} runs={runs} isAgain={mine.length > 0} onChanged={(words) => void change(() => ({...words, sending: null}))} onHandedIn={handIn}
        keeping={<KeepingStatus state={keeping} what="text" onExported={() => saveFile(`${task.id}.txt`, `${value.text}\n\n${value.link}\n`, 'text/plain')} />}
      />
    </>
  );
}

/** What the person signed in has handed in for a task, and the form for more. */
function Mine({course, task, personId}: Place & {personId: string}): ReactNode {
  const {loaded, retry, refresh} = useService<MyTasks>('/api/tasks');
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was pressed may be gone.
    if (note !== '') heading.current?.focus();
  }, [note]);
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching what you have handed in." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const mine = loaded.value.submissions.filter(isAt({course, task}));
  const isClosed = mine.some(({state, verdict}) => state === 'with-assessors' || verdict === 'competent');
  const tell = async (words: string): Promise<void> => {
    setNote('');
    await refresh();
    setNote(words);
  };
  const withdraw = async ({id}: MySubmission): Promise<readonly FieldError[]> => {
    const reply = await callService<MySubmission>('POST', `/api/tasks/${encodeURIComponent(id)}/withdrawal`);
    if (reply.kind === 'ok') await tell('Withdrawn. Nobody will judge it.');
    else if (reply.kind === 'refused') await tell(reply.problem.detail);
    return toErrors(reply, []);
  };
  return (
    <>
      {mine.length === 0 ? null : <h2 ref={heading} tabIndex={-1}>What you have handed in</h2>}
      <p role="status">{note}</p>
      {mine.map((submission) => <MyHandIn key={submission.id} submission={submission} onWithdrawn={() => withdraw(submission)} />)}
      {isClosed ? null : <Writing course={course} task={task} personId={personId} mine={mine} runs={loaded.value.runs.filter(({courseId}) => courseId === course.id)} onAnswered={tell} />}
    </>
  );
}

/** While the service is away, whoever was signed in last on this device can go on writing. */
function Away(place: Place): ReactNode {
  const {state} = useSession();
  const personId = getPersonId();
  if (state !== 'unreachable' || personId === null) return null;
  return (
    <>
      <p>You can go on writing. What you type is kept on this device, and you hand it in when the service is back.</p>
      <Writing {...place} personId={personId} mine={[]} runs={[]} onAnswered={() => Promise.resolve()} />
    </>
  );
}

function TaskScreen({course, task}: Place): ReactNode {
  const outcomeText = (id: string): string | undefined => course.outcomes.find((outcome) => outcome.id === id)?.text;
  return (
    <>
      <p><a href="/tasks/">All judged tasks</a></p>
      <h1>{task.title}</h1>
      <p>A task of {siteLink({href: `/learn/${course.id}/`, children: course.title})}.</p>
      <p className="aw-lede">{task.brief}</p>
      <h2>How it is judged</h2>
      <p>An assessor gives each criterion below a level. You are judged competent when none of them is “not yet”.</p>
      <p>{task.assessors === 2 ? 'Two people judge every hand-in.' : 'A second person judges every first “not yet”, and a sample of the rest.'} If the two differ, a moderator decides.</p>
      <Rubric rubric={task.rubric} outcomeText={outcomeText} />
      <Gate
        signedOut={<SignInOffer next={taskHref(course.id, task.id)}><p>Sign in to write your text and hand it in.</p></SignInOffer>}
        offline={<Away course={course} task={task} />}
      >
        {(person) => <Mine key={person.id} course={course} task={task} personId={person.id} />}
      </Gate>
    </>
  );
}

function Screen(): ReactNode {
  const asked = new URLSearchParams(useLocation().search);
  const [courseId, taskId] = [asked.get('course'), asked.get('task')];
  if (taskId === null) return <List />;
  const place = ALL.find(({course, task}) => course.id === courseId && task.id === taskId);
  if (place) return <TaskScreen key={`${place.course.id}/${place.task.id}`} {...place} />;
  return (
    <>
      <h1>Judged task</h1>
      <p>This site has no such task. Its course may have changed since you got the link.</p>
      <p><a href="/tasks/">See all judged tasks</a></p>
    </>
  );
}

export default function TasksPage(): ReactNode {
  return (
    <Layout title="Judged tasks" description="What each judged task asks for, how it is judged, and where yours stands.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

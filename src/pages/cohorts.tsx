import courses from '@generated/askwell-courses/default/courses.json';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import {copyText, everyWhileVisible, fullAddress} from '#browser/page.ts';
import {CohortList} from '#components/cohorts/CohortList.tsx';
import {CohortView} from '#components/cohorts/CohortView.tsx';
import {OpenCohort} from '#components/cohorts/OpenCohort.tsx';
import type {NewRun} from '#components/cohorts/OpenCohort.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import type {Cohort, CohortDetail, CohortMember, Person} from '#core/records/api.ts';
import {writeDay, writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {StaffLinks} from '#components/frame/StaffLinks.tsx';
import {Gate} from './_Gate.tsx';
import {courseTitle, directorateName} from './_names.ts';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const EVERY_MS = 30_000;
const WHO = 'Trainers open course runs here and see who has joined. A coordinator can make you a trainer; ask the team named at the foot of the page.';

function toRow(cohort: Cohort, person: Person) {
  const {id, title, courseId, startsOn, joined, passed, completed, trainer} = cohort;
  return {
    id, title, courseTitle: courseTitle(courseId), startsOn: writeDay(startsOn), joined, passed, completed,
    trainer: trainer.id === person.id ? null : trainer.displayName ?? 'No name given',
  };
}

function toMember(member: CohortMember) {
  const {displayName, email, directorate, joinedAt, lessonsDone, lessons, passedAt, completedAt} = member;
  return {
    name: displayName, email, directorate: directorateName(directorate), joinedOn: writeDayOf(joinedAt), lessonsDone, lessons,
    passedOn: passedAt && writeDayOf(passedAt), completedOn: completedAt && writeDayOf(completedAt),
  };
}

function Runs({person}: {person: Person}): ReactNode {
  const history = useHistory();
  const {loaded, retry} = useService<{cohorts: Cohort[]}>('/api/cohorts');
  // One id for one form, so that a second press after a lost answer opens no second run.
  const id = useRef('');
  const open = async (run: NewRun): Promise<FieldError[]> => {
    id.current ||= newRecordId();
    const reply = await callService<Cohort>('POST', '/api/cohorts', {id: id.current, ...run});
    if (reply.kind === 'ok') history.push(`/cohorts/?id=${id.current}`);
    // The form may be mended and sent again, and another body under the same id would be refused.
    if (reply.kind === 'refused') id.current = '';
    return toErrors(reply, ['courseId', 'title', 'startsOn']);
  };
  return (
    <>
      <h1>Course runs</h1>
      <p className="aw-lede">Open a run of a course, hand out its code, and see who has joined and who has finished.</p>
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching your course runs." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? (
        <>
          <CohortList cohorts={loaded.value.cohorts.map((cohort) => toRow(cohort, person))} />
          <OpenCohort courses={courses} onOpened={open} />
        </>
      ) : null}
      <StaffLinks role={person.role} Link={Link} />
    </>
  );
}

function Run({id}: {id: string}): ReactNode {
  const {loaded, readAt, retry, refresh} = useService<CohortDetail>(`/api/cohorts/${encodeURIComponent(id)}`);
  const [note, setNote] = useState('');
  useEffect(() => everyWhileVisible(EVERY_MS, () => void refresh()), [refresh]);
  const look = async (): Promise<void> => {
    setNote('');
    setNote(await refresh() ? 'The list is up to date.' : 'We cannot reach the record service. This is the list as it was. Try again in a minute.');
  };
  if (loaded.kind === 'loading') return <><h1>Course run</h1><LoadingPanel what="Fetching the course run." /></>;
  if (loaded.kind !== 'ready') {
    return (
      <>
        <h1>Course run</h1>
        <TroublePanel trouble={loaded} onRetry={() => void retry()} />
        <p><a href="/cohorts/">All course runs</a></p>
      </>
    );
  }
  const {cohort, members} = loaded.value;
  const shown = {
    id: cohort.id, title: cohort.title, courseId: cohort.courseId, courseTitle: courseTitle(cohort.courseId), startsOn: writeDay(cohort.startsOn),
    joinPage: fullAddress('/join/').replace(/^https?:\/\//, ''), joinCode: cohort.joinCode, joinLink: fullAddress(`/join/?code=${cohort.joinCode}`), joined: cohort.joined, passed: cohort.passed, completed: cohort.completed,
  };
  return <CohortView cohort={shown} members={members.map(toMember)} readAt={writeTimeOf(readAt)} note={note} onRefreshed={() => void look()} onCopied={copyText} />;
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const id = new URLSearchParams(search).get('id');
  return (
    <Gate signedOut={<><h1>Course runs</h1><SignInOffer next={id ? `/cohorts/?id=${id}` : '/cohorts/'}><p>{WHO}</p><p>If you are a trainer, sign in.</p></SignInOffer></>}>
      {(person) => {
        if (person.role === 'learner') {
          return <><h1>Course runs</h1><div className="aw-panel"><p>{WHO}</p></div><p>Did a trainer give you a code? <a href="/join/">Join with the code</a>.</p></>;
        }
        return id ? <Run key={id} id={id} /> : <Runs person={person} />;
      }}
    </Gate>
  );
}

export default function CohortsPage(): ReactNode {
  return (
    <Layout title="Course runs" description="For trainers: open a run of a course and see who has joined and finished.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

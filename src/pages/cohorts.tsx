import courses from '@generated/askwell-courses/default/courses.json';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import {copyText, everyWhileVisible, fullAddress} from '#browser/page.ts';
import {CohortList} from '#components/cohorts/CohortList.tsx';
import {CohortView} from '#components/cohorts/CohortView.tsx';
import {OpenCohort} from '#components/cohorts/OpenCohort.tsx';
import type {RunWanted} from '#components/cohorts/OpenCohort.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import type {Person} from '#core/records/api.ts';
import type {Run, RunDetail, RunList, RunMember} from '#core/runs/api.ts';
import {writeDay, writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {StaffLinks} from '#components/frame/StaffLinks.tsx';
import {Gate} from './_Gate.tsx';
import {courseTitle, directorateName} from './_names.ts';
import {toErrors} from './_reply.ts';
import {useRunActs} from './_useRunActs.ts';
import {useService} from './_useService.ts';

const EVERY_MS = 30_000;
const WHO = 'Trainers open course runs here and see who has joined. A coordinator can make you a trainer; ask the team named at the foot of the page.';

function toRow(run: Run, person: Person) {
  const {id, title, courseId, startsOn, joined, requested, waiting, passed, completed, trainers, cancelledAt} = run;
  const isOwn = trainers.length === 1 && trainers[0]?.id === person.id;
  return {
    id, title, courseTitle: courseTitle(courseId), startsOn: writeDay(startsOn), joined, asked: requested + waiting, passed, completed, isCancelled: cancelledAt !== null,
    trainers: isOwn ? null : trainers.map((trainer) => (trainer.id === person.id ? 'You' : trainer.displayName ?? 'No name given')).join(', '),
  };
}

function toMember(member: RunMember) {
  const {personId, displayName, email, directorate, joinedAt, lessonsDone, lessons, passedAt, completedAt} = member;
  return {
    personId, name: displayName, email, directorate: directorateName(directorate), joinedOn: writeDayOf(joinedAt), lessonsDone, lessons,
    passedOn: passedAt && writeDayOf(passedAt), completedOn: completedAt && writeDayOf(completedAt),
  };
}

function Runs({person, before}: {person: Person; before: string | null}): ReactNode {
  const history = useHistory();
  const {loaded, retry} = useService<RunList>(before === null ? '/api/cohorts' : `/api/cohorts?before=${encodeURIComponent(before)}`);
  // One id for one form, so that a second press after a lost answer opens no second run.
  const id = useRef('');
  const open = async (run: RunWanted): Promise<FieldError[]> => {
    id.current ||= newRecordId();
    const reply = await callService<Run>('POST', '/api/cohorts', {id: id.current, ...run});
    if (reply.kind === 'ok') history.push(`/cohorts/?id=${id.current}`);
    // The form may be mended and sent again, and another body under the same id would be refused.
    if (reply.kind === 'refused') id.current = '';
    return toErrors(reply, ['courseId', 'title', 'startsOn', 'capacity', 'timeZone']);
  };
  return (
    <>
      <h1>Course runs</h1>
      <p className="aw-lede">Open a run of a course, hand out its code, and see who has joined and who has finished.</p>
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching your course runs." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? (
        <>
          <CohortList
            cohorts={loaded.value.cohorts.map((run) => toRow(run, person))} newestHref={before === null ? null : '/cohorts/'}
            olderHref={loaded.value.older === null ? null : `/cohorts/?before=${encodeURIComponent(loaded.value.older)}`}
          />
          <OpenCohort courses={courses} onOpened={open} />
        </>
      ) : null}
      <StaffLinks role={person.role} here="/cohorts/" Link={Link} />
    </>
  );
}

function RunPage({id, person}: {id: string; person: Person}): ReactNode {
  const history = useHistory();
  const {loaded, readAt, retry, refresh} = useService<RunDetail>(`/api/cohorts/${encodeURIComponent(id)}`);
  const {acts, said, say} = useRunActs(id, person.id, refresh, () => history.push('/cohorts/'));
  useEffect(() => everyWhileVisible(EVERY_MS, () => void refresh()), [refresh]);
  const look = async (): Promise<void> => {
    say({in: '', words: ''});
    say({in: 'members', words: await refresh() ? 'The list is up to date.' : 'We cannot reach the record service. This is the list as it was. Try again in a minute.'});
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
  return (
    <CohortView
      detail={loaded.value} courseTitle={courseTitle(cohort.courseId)} members={members.map(toMember)} self={person.id}
      joinPage={fullAddress('/join/').replace(/^https?:\/\//, '')} joinLink={fullAddress(`/join/?code=${cohort.joinCode}`)}
      readAt={writeTimeOf(readAt)} said={said} acts={acts} onRefreshed={() => void look()} onCopied={copyText}
    />
  );
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const asked = new URLSearchParams(search);
  const id = asked.get('id');
  return (
    <Gate signedOut={<><h1>Course runs</h1><SignInOffer next={id ? `/cohorts/?id=${id}` : '/cohorts/'}><p>{WHO}</p><p>If you are a trainer, sign in.</p></SignInOffer></>}>
      {(person) => {
        if (person.role === 'learner') {
          return <><h1>Course runs</h1><div className="aw-panel"><p>{WHO}</p></div><p>Did a trainer give you a code? <a href="/join/">Join with the code</a>.</p></>;
        }
        return id ? <RunPage key={id} id={id} person={person} /> : <Runs person={person} before={asked.get('before')} />;
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

import {useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import {StandingsView} from '#components/standings/StandingsView.tsx';
import type {RunStandings} from '#core/courses/api.ts';
import {writeTimeOf} from '#core/records/londonDay.ts';
import {Gate} from './_Gate.tsx';
import {useService} from './_useService.ts';

const WHO = 'The trainers of a course run see here what each person in it has done and still needs. Coordinators see every run.';
const HEADING = 'What each person still needs';

function Run({id}: {id: string}): ReactNode {
  const {loaded, readAt, retry} = useService<RunStandings>(`/api/cohorts/${encodeURIComponent(id)}/standings`);
  if (loaded.kind === 'ready') return <StandingsView standings={loaded.value} readAt={writeTimeOf(readAt)} />;
  return (
    <>
      <h1>{HEADING}</h1>
      {loaded.kind === 'loading' ? <LoadingPanel what="Looking up where everybody stands." /> : <TroublePanel trouble={loaded} onRetry={() => void retry()} />}
      <p><a href="/cohorts/">All course runs</a></p>
    </>
  );
}

function Screen(): ReactNode {
  const id = new URLSearchParams(useLocation().search).get('run');
  const next = id ? `/standings/?run=${encodeURIComponent(id)}` : '/standings/';
  return (
    <Gate signedOut={<><h1>{HEADING}</h1><SignInOffer next={next}><p>{WHO}</p><p>If you teach the run, sign in.</p></SignInOffer></>}>
      {(person) => {
        if (person.role === 'learner') {
          return <><h1>{HEADING}</h1><div className="aw-panel"><p>{WHO}</p><p>A coordinator can make you a trainer. What you still need yourself stands on the page of each course.</p></div><p><a href="/my-learning/">My learning</a></p></>;
        }
        return id ? <Run key={id} id={id} /> : <><h1>{HEADING}</h1><p>Choose a run first: open it in the list, then follow the link to this page.</p><p><a href="/cohorts/">All course runs</a></p></>;
      }}
    </Gate>
  );
}

export default function StandingsPage(): ReactNode {
  return (
    <Layout title={HEADING} description="For trainers: what each person in a course run has done, still needs, or can no longer reach.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

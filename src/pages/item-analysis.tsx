import Layout from '@theme/Layout';
import {useState} from 'react';
import type {ReactNode} from 'react';
import {saveFile} from '#browser/saveFile.ts';
import {SelectField} from '#components/account/Field.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import {AnalysisView} from '#components/itemAnalysis/AnalysisView.tsx';
import type {AssessmentAnalysis, AssessmentList} from '#core/quizzes/itemAnalysisApi.ts';
import {toAnalysisCsv} from '#core/quizzes/itemAnalysis/csv.ts';
import type {Person} from '#core/records/api.ts';
import {Gate} from './_Gate.tsx';
import {useService} from './_useService.ts';

const WHO = 'Trainers and coordinators see here how the questions of an assessment work: how hard each is, whom it tells apart and which options nobody chooses.';

function Analysis({quizId}: {quizId: string}): ReactNode {
  const {loaded, retry} = useService<AssessmentAnalysis>(`/api/item-analysis/${encodeURIComponent(quizId)}`);
  if (loaded.kind === 'loading') return <LoadingPanel what="Working out the figures." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  return <AnalysisView key={quizId} analysis={loaded.value} onSavedAsCsv={() => saveFile(`item-analysis-${quizId}.csv`, toAnalysisCsv(loaded.value), 'text/csv;charset=utf-8')} />;
}

function Assessments(): ReactNode {
  const {loaded, retry} = useService<AssessmentList>('/api/item-analysis');
  const [chosen, setChosen] = useState<string | null>(null);
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching the assessments." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const {assessments} = loaded.value;
  // Opens on the assessment with most to show.
  const [most] = [...assessments].sort((a, b) => b.people - a.people);
  const quizId = chosen ?? most?.quizId;
  if (quizId === undefined) return <p>This site has no assessments yet.</p>;
  return (
    <>
      <SelectField id="assessment" label="Assessment" errors={[]} value={quizId} onChange={(event) => setChosen(event.target.value)}>
        {assessments.map(({quizId: id, title, people}) => <option key={id} value={id}>{`${title} (${people === 0 ? 'nobody yet' : people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`})`}</option>)}
      </SelectField>
      <Analysis quizId={quizId} />
    </>
  );
}

function Screen({person}: {person: Person}): ReactNode {
  if (person.role !== 'trainer' && person.role !== 'coordinator') {
    return <div className="aw-panel"><p>{WHO}</p><p>You have neither role. A coordinator can make you a trainer; ask the team named at the foot of the page.</p></div>;
  }
  return (
    <>
      <p className="aw-lede">See which assessment questions need a look, and what to try. You see figures and never who answered what.</p>
      <Assessments />
    </>
  );
}

export default function ItemAnalysisPage(): ReactNode {
  return (
    <Layout title="How the questions work" description="For trainers and coordinators: which assessment questions need a look, and what to try.">
      <main className="aw-page">
        <h1>How the questions work</h1>
        <Gate signedOut={<SignInOffer next="/item-analysis/"><p>{WHO}</p><p>If you have one of these roles, sign in.</p></SignInOffer>}>{(person) => <Screen person={person} />}</Gate>
      </main>
    </Layout>
  );
}

import courses from '@generated/askwell-courses/default/courses.json';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {ChangeCertificate, FindCertificate} from '#components/credentials/ChangeCertificate.tsx';
import {RecognitionCases} from '#components/credentials/RecognitionCases.tsx';
import {RunCertificates} from '#components/credentials/RunCertificates.tsx';
import {MOST_AT_ONCE} from '#core/credentials/api.ts';
import type {CredentialRecord, RecognitionCase, RecognitionDecision, RecognitionList, RunCredentials, RunIssued} from '#core/credentials/api.ts';
import type {CredentialKind} from '#core/credentials/kinds.ts';
import type {Person} from '#core/records/api.ts';
import {Gate} from '../_Gate.tsx';
import {courseTitle} from '../_names.ts';
import {toErrors} from '../_reply.ts';
import {useService} from '../_useService.ts';

const ADDRESS = '/certificates/issue/';
const WHO = 'Trainers issue certificates here for the course runs that they teach. Coordinators do so for every run, and can revoke any certificate.';

function Run({id}: {id: string}): ReactNode {
  const {loaded, retry, refresh} = useService<RunCredentials>(`/api/cohorts/${encodeURIComponent(id)}/credentials`);
  const issue = async (kind: CredentialKind, personIds: readonly string[]): Promise<{faults: readonly FieldError[]; outcomes: RunIssued['outcomes']}> => {
    const outcomes: RunIssued['outcomes'] = [];
    for (let at = 0; at < personIds.length; at += MOST_AT_ONCE) {
      const reply = await callService<RunIssued>('POST', `/api/cohorts/${encodeURIComponent(id)}/credentials`, {kind, personIds: personIds.slice(at, at + MOST_AT_ONCE)});
      if (reply.kind !== 'ok') {
        await refresh();
        return {faults: toErrors(reply, []), outcomes};
      }
      outcomes.push(...reply.value.outcomes);
    }
    await refresh();
    return {faults: [], outcomes};
  };
  if (loaded.kind === 'loading') return <LoadingPanel what="Looking up who has earned a certificate." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  return (
    <section aria-labelledby="run-heading">
      <h2 id="run-heading">{loaded.value.run.title}: {courseTitle(loaded.value.run.courseId)}</h2>
      <RunCertificates found={loaded.value} onIssued={issue} />
      <p><a href={`/cohorts/?id=${id}`}>Back to the course run</a></p>
    </section>
  );
}

function Change({id, note, onReplaced}: {id: string; note: string; onReplaced: (now: string) => void}): ReactNode {
  const {loaded, retry, refresh} = useService<CredentialRecord>(`/api/credentials/${encodeURIComponent(id)}/record`);
  const revoke = async (reason: string): Promise<readonly FieldError[]> => {
    const reply = await callService<CredentialRecord>('POST', `/api/credentials/${encodeURIComponent(id)}/revocation`, {reason});
    if (reply.kind === 'ok') await refresh();
    return toErrors(reply, ['reason']);
  };
  const replace = async (name: string): Promise<readonly FieldError[]> => {
    const reply = await callService<CredentialRecord>('POST', `/api/credentials/${encodeURIComponent(id)}/replacement`, {name});
    if (reply.kind === 'ok') onReplaced(reply.value.id);
    return toErrors(reply, ['name']);
  };
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching the certificate." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  return <ChangeCertificate key={id} record={loaded.value} courseTitle={courseTitle(loaded.value.courseId)} note={note} onRevoked={revoke} onReplaced={replace} />;
}

function Recognitions(): ReactNode {
  const {loaded, retry, refresh} = useService<RecognitionList>('/api/recognised-credentials');
  const [note, setNote] = useState('');
  const decide = async (id: string, decision: RecognitionDecision): Promise<readonly FieldError[]> => {
    const reply = await callService<RecognitionCase>('POST', `/api/recognised-credentials/${encodeURIComponent(id)}/decision`, decision);
    if (reply.kind === 'ok') {
      setNote(decision.outcome === 'recognised' ? `Recognised: ${reply.value.achievement}.` : `It does not count: ${reply.value.achievement}.`);
      await refresh();
    }
    return toErrors(reply, ['courseId', 'reason']);
  };
  return (
    <section aria-labelledby="recognise-heading">
      <h2 id="recognise-heading">Certificates of other bodies</h2>
      <p role="status">{note}</p>
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching what was handed in." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? <RecognitionCases cases={loaded.value.cases} courses={courses} onDecided={decide} /> : null}
    </section>
  );
}

function Screen({person}: {person: Person}): ReactNode {
  const history = useHistory();
  const query = new URLSearchParams(useLocation().search);
  const [run, id] = [query.get('run'), query.get('id')];
  const [note, setNote] = useState('');
  const show = (number: string): void => history.push(`${ADDRESS}?${new URLSearchParams({...(run !== null && {run}), id: number}).toString()}`);
  if (person.role === 'learner') return <div className="aw-panel"><p>{WHO} A coordinator can give you one of these roles.</p><p>Your own are on the page <a href="/certificates/">Your certificates</a>.</p></div>;
  return (
    <>
      <p className="aw-lede">Issue certificates for a course run, correct a name, or revoke what should not have been issued. You cannot do this for yourself.</p>
      {id === null ? null : <Change key={id} id={id} note={note} onReplaced={(now) => { setNote('A new certificate is issued, and the one before is revoked as replaced.'); show(now); }} />}
      {run === null ? <p>To issue certificates, open <a href="/cohorts/">one of your course runs</a> and follow “Certificates” there.</p> : <Run key={`${run} ${id ?? ''}`} id={run} />}
      <FindCertificate onFound={(number) => { setNote(''); show(number); }} />
      {person.role === 'coordinator' && run === null ? <Recognitions /> : null}
    </>
  );
}

export default function IssueCertificatesPage(): ReactNode {
  const {search} = useLocation();
  return (
    <Layout title="Issue certificates" description="For trainers and coordinators: issue certificates for a course run, correct a name, or revoke one.">
      <main className="aw-page">
        <h1>Issue certificates</h1>
        <Gate signedOut={<SignInOffer next={ADDRESS + search}><p>{WHO}</p><p>If you are one of them, sign in.</p></SignInOffer>}>{(person) => <Screen person={person} />}</Gate>
      </main>
    </Layout>
  );
}

import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import type {Reply} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import {saveMyData} from '#browser/privacy.ts';
import {SignInOffer} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {FindPerson} from '#components/privacy/FindPerson.tsx';
import {PersonTools} from '#components/privacy/PersonTools.tsx';
import type {ErasureByCoordinator, ErasureReason, FoundPerson, MyData} from '#core/privacy/api.ts';
import {Gate} from './_Gate.tsx';
import {directorateName} from './_names.ts';
import {toErrors} from './_reply.ts';

const WHO = 'Coordinators answer requests about personal data here. Each look, copy and erasure is written down, and the person sees it.';

function Screen(): ReactNode {
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [note, setNote] = useState('');
  // One id for one person, so that a second press after a lost answer is the same act.
  const erasure = useRef({personId: '', id: ''});

  const find = async (email: string): Promise<FieldError[]> => {
    setNote('');
    setPerson(null);
    const reply: Reply<FoundPerson> = await callService('POST', '/api/people/search', {email});
    if (reply.kind === 'ok') setPerson(reply.value);
    return toErrors(reply, ['email']);
  };
  const take = async ({id}: FoundPerson): Promise<FieldError[]> => {
    const reply: Reply<MyData> = await callService('POST', '/api/people/data-exports', {personId: id});
    if (reply.kind === 'ok') saveMyData(reply.value);
    return toErrors(reply, []);
  };
  const rename = async ({id}: FoundPerson, displayName: string): Promise<FieldError[]> => {
    const reply: Reply<FoundPerson> = await callService('PATCH', `/api/people/${id}`, {displayName});
    if (reply.kind === 'ok') setPerson(reply.value);
    return toErrors(reply, ['displayName']);
  };
  const erase = async ({id: personId}: FoundPerson, reason: ErasureReason): Promise<FieldError[]> => {
    if (erasure.current.personId !== personId) erasure.current = {personId, id: newRecordId()};
    const body: ErasureByCoordinator = {id: erasure.current.id, personId, reason};
    const reply = await callService('POST', '/api/people/erasures', body);
    if (reply.kind === 'ok') {
      setPerson(null);
      setNote('The person is erased. The audit log has the proof.');
    }
    return toErrors(reply, []);
  };

  return (
    <>
      <p className="aw-lede">Copies for people who ask what is held about them, corrections, and erasure. Make sure first that it is they who ask.</p>
      <p role="status"><strong>{note}</strong></p>
      <FindPerson onAsked={find} />
      {person ? (
        <PersonTools
          key={person.id} person={person} directorate={directorateName(person.directorate)}
          onExported={() => take(person)} onNamed={(name) => rename(person, name)} onErased={(reason) => erase(person, reason)}
        />
      ) : null}
      <p>Your own data is on <Link to="/my-data/">My data</Link>. What is kept and why is on the page <Link to="/privacy/">Privacy</Link>.</p>
    </>
  );
}

export default function PeoplePage(): ReactNode {
  return (
    <Layout title="Requests about personal data" description="For coordinators: find one person, give them a copy of their data, correct their name, or erase them.">
      <main className="aw-page">
        <h1>Requests about personal data</h1>
        <Gate signedOut={<SignInOffer next="/people/"><p>{WHO}</p></SignInOffer>}>
          {(person) => (person.role === 'coordinator' ? <Screen />
            : <div className="aw-panel"><p>{WHO}</p><p>This page is for coordinators, and you are not one now. Your own data is on <Link to="/my-data/">My data</Link>.</p></div>)}
        </Gate>
      </main>
    </Layout>
  );
}

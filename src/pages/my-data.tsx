import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {newRecordId} from '#browser/clock.ts';
import {printPage} from '#browser/page.ts';
import {eraseMe, saveMyData} from '#browser/privacy.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {EraseMe} from '#components/privacy/EraseMe.tsx';
import {HeldData} from '#components/privacy/HeldData.tsx';
import {WhoLooked} from '#components/privacy/WhoLooked.tsx';
import organisation from '#config';
import type {MyData} from '#core/privacy/api.ts';
import {writeDays, writeTraining} from '#core/privacy/retention.ts';
import type {Person} from '#core/records/api.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {Gate} from './_Gate.tsx';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const {retention} = organisation;

function Screen({person, onGone}: {person: Person; onGone: () => void}): ReactNode {
  const {loaded, retry} = useService<MyData>('/api/my-data');
  const [isOpen, setOpen] = useState(false);
  // One id for every press, so that a second one after a lost answer is the same act.
  const id = useRef('');
  useEffect(() => {
    if (isOpen) printPage();
  }, [isOpen]);
  const erase = async (): Promise<FieldError[]> => {
    id.current ||= newRecordId();
    const reply = await eraseMe(id.current, person.id);
    if (reply.kind === 'ok') onGone();
    return toErrors(reply, []);
  };
  if (loaded.kind === 'loading') return <LoadingPanel what="Gathering what is held about you." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const data = loaded.value;
  return (
    <>
      <p>This is everything that the record service holds about you, as of {writeDayOf(data.madeAt)} at {writeTimeOf(data.madeAt)}.</p>
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={() => saveMyData(data)}>Download it as a file</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => (isOpen ? printPage() : setOpen(true))}>Unfold all and print</button>
      </p>
      <HeldData groups={data.groups} isOpen={isOpen} />
      <WhoLooked looks={data.looks} acts={data.acts} kept={writeDays(retention.looksDays)} />
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">What is not here</h2>
        <p>What this device keeps is on <Link to="/my-learning/">My learning</Link>. Why we keep what, and for how long, is on the page <Link to="/privacy/">Privacy</Link>. You can change your name in <Link to="/my-record/">My record</Link>, and your passkeys in <Link to="/account/">Your account</Link>.</p>
      </section>
      <EraseMe training={writeTraining(retention)} staysAWhile={retention.trainingYears !== 0} onErased={erase} />
    </>
  );
}

export default function MyDataPage(): ReactNode {
  const [isGone, setGone] = useState(false);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isGone) note.current?.focus();
  }, [isGone]);
  return (
    <Layout title="My data" description="Everything that is held about you, who looked at it, and how to have it erased.">
      <main className="aw-page">
        <h1>My data</h1>
        {isGone ? (
          <div className="aw-panel" ref={note} tabIndex={-1} role="status">
            <h2>Your account is erased</h2>
            <p>You are signed out. This device may still keep what you made with the tools; <Link to="/privacy/#clear">clear it</Link> if others use it too.</p>
          </div>
        ) : (
          <Gate signedOut={<SignInOffer next="/my-data/"><p>Sign in to see what is held about you, and who looked at it.</p></SignInOffer>}>
            {(person) => <Screen key={person.id} person={person} onGone={() => setGone(true)} />}
          </Gate>
        )}
      </main>
    </Layout>
  );
}

import Head from '@docusaurus/Head';
import {useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId, now} from '#browser/clock.ts';
import {openElsewhere, readCertificateFile} from '#browser/credentials.ts';
import {copyText, printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {CertificateActions} from '#components/credentials/CertificateActions.tsx';
import {CertificateSheet} from '#components/credentials/CertificateSheet.tsx';
import type {Wish} from '#components/credentials/GetCertificate.tsx';
import {AvailableList, HeldList, RecognitionList} from '#components/credentials/MyCertificates.tsx';
import {VerifyForm} from '#components/credentials/VerifyForm.tsx';
import organisation from '#config';
import type {AvailableCredential, HeldCredential, MyCredentials, Recognition} from '#core/credentials/api.ts';
import {findJwt} from '#core/credentials/findJwt.ts';
import {readJwt} from '#core/credentials/jwt.ts';
import {KIND_WORDS} from '#core/credentials/kinds.ts';
import {readCredential} from '#core/credentials/readCredential.ts';
import {fileNameOf, linkedInAddress} from '#core/credentials/share.ts';
import {Gate} from '../_Gate.tsx';
import {courseTitle} from '../_names.ts';
import {toErrors} from '../_reply.ts';
import {useService} from '../_useService.ts';

const ADDRESS = '/certificates/';
const WHAT = 'Whoever has signed in can get a certificate here for a course they completed, or for a run they attended.';

/** What the signed certificate says had to be done. */
function criteriaOf(jwt: string): string {
  const read = readJwt(jwt);
  const content = read.ok ? readCredential(read.jwt.payload) : null;
  return content?.ok ? content.facts.achievement.criteria : '';
}

function One({certificate}: {certificate: HeldCredential}): ReactNode {
  const {courseId, kind, jwt, id, address, validFrom, validUntil, revoked} = certificate;
  const title = courseTitle(courseId);
  const isOver = validUntil !== null && Date.parse(validUntil) < Date.parse(now());
  const share = (): void => openElsewhere(linkedInAddress({title: kind === 'competence' ? title : `Attendance: ${title}`, organisation: organisation.name, id, address, validFrom, validUntil}));
  return (
    <>
      <Head><title>{`${KIND_WORDS[kind].title}: ${title}`}</title></Head>
      <CertificateSheet certificate={certificate} courseTitle={title} organisation={organisation.name} criteria={criteriaOf(jwt)} isOver={isOver} />
      <CertificateActions
        address={address} onPrinted={printPage} onDownloaded={() => saveFile(fileNameOf(courseId, kind), jwt, 'application/jwt')} onCopied={copyText}
        onShared={revoked || isOver ? null : share}
      />
      <p><a href={ADDRESS}>All your certificates</a></p>
    </>
  );
}

function All({mine: {displayName, held, available, recognised}, refresh}: {mine: MyCredentials; refresh: () => Promise<boolean>}): ReactNode {
  const [note, setNote] = useState('');
  // One id for one certificate, so that a second press after a lost answer hands nothing in twice.
  const handedIn = useRef({text: '', id: ''});
  const ask = async ({courseId, kind, cohortId}: AvailableCredential, {name, withEmail}: Wish): Promise<readonly FieldError[]> => {
    const reply = await callService<HeldCredential>('POST', '/api/credentials', {courseId, kind, cohortId, withEmail, ...(name !== null && {name})});
    if (reply.kind === 'ok') {
      setNote(`Your certificate is ready: ${courseTitle(courseId)}.`);
      await refresh();
    }
    return toErrors(reply, ['name']);
  };
  const handIn = async (pasted: string): Promise<readonly FieldError[]> => {
    const text = findJwt(pasted);
    if (text === null) return [{field: 'text', message: 'There is no signed certificate in this. Paste the whole text that its issuer gave you, or choose its file.'}];
    if (handedIn.current.text !== text) handedIn.current = {text, id: newRecordId()};
    const reply = await callService<Recognition>('POST', '/api/recognised-credentials', {id: handedIn.current.id, text});
    if (reply.kind === 'ok') {
      setNote(reply.value.state === 'recognised' ? `It is recognised: ${reply.value.achievement}.` : 'It is handed in. A coordinator will look at it.');
      await refresh();
    }
    return toErrors(reply, ['text'], 'text');
  };
  return (
    <>
      <h1>Your certificates</h1>
      <p className="aw-lede">Get a certificate for what you completed, print it, and show it to others. Anybody can check it.</p>
      <p role="status">{note}</p>
      <section aria-labelledby="held"><h2 id="held">What you have</h2><HeldList held={held} titleOf={courseTitle} now={now()} /></section>
      <AvailableList available={available} displayName={displayName} titleOf={courseTitle} onAsked={ask} />
      <section aria-labelledby="others">
        <h2 id="others">From other bodies</h2>
        <p>Have you learned this elsewhere? Hand in the certificate of a body that this site trusts. It is checked here against that body’s keys, and no other site is asked.</p>
        <RecognitionList recognised={recognised} titleOf={courseTitle} />
      </section>
      <VerifyForm name="hand-in" title="Hand in a certificate" button="Hand it in" promise="It is kept on your record, so that a coordinator can see what was recognised." onTextGiven={handIn} onFileChosen={readCertificateFile} />
      <p>This page keeps nothing on your device. To look at the certificate of somebody else, go to <a href="/verify/">Check a certificate</a>.</p>
    </>
  );
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const id = new URLSearchParams(search).get('id');
  const {loaded, retry, refresh} = useService<MyCredentials>('/api/credentials');
  if (loaded.kind === 'loading') return <><h1>Your certificates</h1><LoadingPanel what="Fetching your certificates." /></>;
  if (loaded.kind !== 'ready') return <><h1>Your certificates</h1><TroublePanel trouble={loaded} onRetry={() => void retry()} /></>;
  const certificate = loaded.value.held.find((each) => each.id === id);
  if (certificate) return <One certificate={certificate} />;
  if (id !== null) {
    return (
      <>
        <h1>Your certificates</h1>
        <div className="aw-panel"><p>You have no certificate with this number. If it is somebody else’s, <a href={`/verify/?id=${encodeURIComponent(id)}`}>check it</a>.</p></div>
        <p><a href={ADDRESS}>All your certificates</a></p>
      </>
    );
  }
  return <All mine={loaded.value} refresh={refresh} />;
}

export default function CertificatesPage(): ReactNode {
  const {search} = useLocation();
  return (
    <Layout title="Your certificates" description="Certificates for courses that you completed and runs that you attended: get them, print them and show them.">
      <main className="aw-page">
        <Gate signedOut={<><h1>Your certificates</h1><SignInOffer next={ADDRESS + search}><p>{WHAT}</p><p>Sign in to see yours. To check one that you were shown, go to <a href="/verify/">Check a certificate</a>.</p></SignInOffer></>}>
          {(person) => <Screen key={person.id} />}
        </Gate>
      </main>
    </Layout>
  );
}

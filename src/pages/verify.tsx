import Head from '@docusaurus/Head';
import {useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useCallback, useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {checkNumber, checkText, readCertificateFile} from '#browser/credentials.ts';
import type {Checked} from '#browser/credentials.ts';
import {LoadingPanel, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {VerificationResult} from '#components/credentials/VerificationResult.tsx';
import {VerifyForm} from '#components/credentials/VerifyForm.tsx';
import {writeDayOf} from '#core/records/londonDay.ts';

const NONE = 'There is no signed certificate in this. Paste the whole text, from the first letter to the last, or choose the file.';
const ENDED = {
  revoked: (day: string) => `Its issuer revoked it on ${day}. It no longer holds, and we show nothing else of it.`,
  expired: (day: string) => `It held until the end of ${day}, and is over. Its holder may have a newer one.`,
} as const;

function Outcome({checked, onRetry}: {checked: Checked; onRetry: () => void}): ReactNode {
  switch (checked.kind) {
    case 'checked': return <VerificationResult verification={checked.verification} />;
    case 'ended': return <div className="aw-panel" role="alert"><h2>Do not rely on this certificate</h2><p>{ENDED[checked.why](writeDayOf(checked.at))}</p></div>;
    case 'refused': return <div className="aw-panel" role="alert"><h2>No certificate was found</h2><p>{checked.sentence}</p></div>;
    case 'none': return <div className="aw-panel" role="alert"><h2>No certificate was found</h2><p>{NONE}</p></div>;
    case 'unreachable': return <TroublePanel trouble={{kind: 'unreachable', retryAfterSeconds: null}} onRetry={onRetry} />;
    case 'no-service': return <TroublePanel trouble={{kind: 'no-service'}} onRetry={onRetry} />;
  }
}

/** The certificate whose number is in the address. */
function ByNumber({id}: {id: string}): ReactNode {
  const [checked, setChecked] = useState<Checked | null>(null);
  const look = useCallback(async (isCurrent: () => boolean): Promise<void> => {
    setChecked(null);
    const found = await checkNumber(id);
    if (isCurrent()) setChecked(found);
  }, [id]);
  useEffect(() => {
    let current = true;
    void look(() => current);
    return () => { current = false; };
  }, [look]);
  return checked === null ? <LoadingPanel what="Checking the certificate." /> : <Outcome checked={checked} onRetry={() => void look(() => true)} />;
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const id = new URLSearchParams(search).get('id');
  const [pasted, setPasted] = useState<Checked | null>(null);
  const check = async (text: string): Promise<readonly FieldError[]> => {
    const found = await checkText(text);
    if (found.kind === 'none') return [{field: 'text', message: NONE}];
    setPasted(found);
    return [];
  };
  return (
    <>
      {id !== null && pasted === null ? <ByNumber key={id} id={id} /> : null}
      {pasted ? <Outcome checked={pasted} onRetry={() => setPasted(null)} /> : null}
      <VerifyForm
        name="verify" title={id === null ? 'Check a certificate' : 'Check another one'} button="Check it" promise="It is checked on this device and sent nowhere."
        onTextGiven={check} onFileChosen={readCertificateFile}
      />
      <section aria-labelledby="keep">
        <h2 id="keep">Check without a network</h2>
        <p>The verifier is this page as one file. It holds the keys and the list of revoked certificates as of today, and it asks nobody for anything. It says how old its list is.</p>
        <p><a className="aw-button aw-button--quiet" href="/api/credentials/verifier.html" download>Download the verifier</a></p>
      </section>
      <section aria-labelledby="means">
        <h2 id="means">What the answer means</h2>
        <p>A certificate is signed by its issuer. When one letter of it is changed, the signature no longer fits. We check the signature, the dates, and whether it was revoked. We cannot check that the person before you is the one it names: ask for something that shows who they are.</p>
      </section>
    </>
  );
}

/** Drawn once scripts run: the certificate to check stands in the address. */
function Ready(): ReactNode {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return isReady ? <Screen /> : <noscript><p>Checking a certificate needs JavaScript, since it happens in your browser. You can ask its issuer instead.</p></noscript>;
}

export default function VerifyPage(): ReactNode {
  return (
    <Layout title="Check a certificate" description="See whether a certificate is genuine, in date and not revoked. Nobody needs to sign in.">
      <Head><meta name="robots" content="noindex" /></Head>
      <main className="aw-page">
        <h1>Check a certificate</h1>
        <p className="aw-lede">See whether a certificate is genuine, in date and not revoked. You need not sign in.</p>
        <Ready />
      </main>
    </Layout>
  );
}

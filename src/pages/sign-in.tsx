import {useHistory, useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Layout from '@theme/Layout';
import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {claimUnowned} from '#browser/outbox.ts';
import {useOutbox} from '@theme/useOutbox';
import {isOwnMachine} from '#browser/page.ts';
import {knowsPasskeys, showPasskey} from '#browser/passkeys.ts';
import {answerCode, changePerson, getSession, rememberClaim, requestCode, takeClaim} from '#browser/session.ts';
import {useSession} from '@theme/useSession';
import {AboutYou} from '#components/account/AboutYou.tsx';
import type {AboutPerson} from '#components/account/AboutYou.tsx';
import {CodeStep} from '#components/account/CodeStep.tsx';
import {Notice} from '#components/account/Notice.tsx';
import {OtherWays} from '#components/account/OtherWays.tsx';
import {EmailStep} from '#components/account/EmailStep.tsx';
import {StepHeading} from '#components/account/StepHeading.tsx';
import {TroublePanel} from '#components/account/TroublePanel.tsx';
import {UnownedChoice} from '#components/account/UnownedChoice.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import organisation from '#config';
import {safeNext} from '#core/records/safeNext.ts';
import type {SignInOptions} from '#core/signIn/api.ts';
import {sentenceOf} from '#core/signIn/faults.ts';
import {toErrors} from './_reply.ts';
import {toPasskeyErrors} from './_passkeyReply.ts';
import {useService} from './_useService.ts';

type Step = 'email' | 'code' | 'about';
const HEADINGS: Record<Step, string> = {email: 'Sign in', code: 'Check your e-mail', about: 'Tell us who you are'};

function WhatIsKept(): ReactNode {
  return (
    <p className="aw-hint">
      We keep your e-mail address, your name and directorate if you give them, and what you hand in. One cookie keeps you signed in.
      {' '}<a href="/privacy/">What is kept, where and why</a>.
    </p>
  );
}

function Steps({step, next, onStep, onDone}: {step: Step; next: string; onStep: (step: Step) => void; onDone: () => void}): ReactNode {
  const {person} = useSession();
  const isBrowser = useIsBrowser();
  const {loaded} = useService<SignInOptions>('/api/sign-in/options');
  const {unowned} = useOutbox();
  const [email, setEmail] = useState('');
  const [mine, setMine] = useState(true);

  const ask = async (to: string): Promise<FieldError[]> => {
    const reply = await requestCode(to);
    const errors = toErrors(reply, ['email'], 'email');
    if (errors.length === 0) {
      setEmail(to);
      onStep('code');
    }
    return errors;
  };
  const answer = async (code: string): Promise<FieldError[]> => {
    const reply = await answerCode(email, code);
    const errors = toErrors(reply, ['code'], 'code');
    if (reply.kind !== 'ok') return errors;
    goOn();
    return [];
  };
  const goOn = (): void => {
    const who = getSession().person;
    // Sending may take a while, and the answers are safe: nobody need wait for it here.
    if (who && mine) void claimUnowned(who.id);
    if (who && (who.displayName === null || who.directorate === null)) onStep('about');
    else onDone();
  };
  const tryPasskey = async (): Promise<FieldError[]> => {
    const errors = toPasskeyErrors(await showPasskey());
    if (errors.length === 0) goOn();
    return errors;
  };
  const save = async (about: AboutPerson): Promise<FieldError[]> => {
    const errors = Object.keys(about).length === 0 ? [] : toErrors(await changePerson(about), ['displayName', 'directorate']);
    if (errors.length === 0) onDone();
    return errors;
  };

  if (step === 'about' && person) {
    return (
      <>
        <p>You are signed in. You can leave both fields empty, and change them later in “My record”.</p>
        <AboutYou
          displayName={person.displayName ?? ''} directorate={person.directorate ?? ''} directorates={organisation.directorates}
          leave="Skip this" onSaved={save} onLeft={onDone}
        />
      </>
    );
  }
  return (
    <>
      {unowned > 0 ? <UnownedChoice count={unowned} mine={mine} onChanged={setMine} /> : null}
      {step === 'code'
        ? <CodeStep email={email} ownMachine={isOwnMachine()} onAnswered={answer} onAskedAgain={() => ask(email)} onOtherEmail={() => onStep('email')} />
        : (
          <>
            <EmailStep email={email} onAsked={ask} />
            <OtherWays
              organisation={loaded.kind === 'ready' ? loaded.value.organisation : null} next={next} canUsePasskeys={isBrowser && knowsPasskeys()}
              onLeft={() => rememberClaim(mine && unowned > 0)} onPasskey={tryPasskey}
            />
          </>
        )}
      <WhatIsKept />
    </>
  );
}

function Screen(): ReactNode {
  const history = useHistory();
  const {search} = useLocation();
  const {person, state, refresh} = useSession();
  const [step, setStep] = useState<Step>('email');
  const params = new URLSearchParams(search);
  const next = safeNext(params.get('next'));
  const came = params.has('came');
  // Where a role waits for a passkey, the account page is first.
  const target = (): string => (getSession().person?.needsSecondFactor ? `/account/?next=${encodeURIComponent(next)}` : next);
  useEffect(() => {
    if (!came || person === null) return;
    if (takeClaim()) void claimUnowned(person.id);
    history.replace(person.needsSecondFactor ? `/account/?next=${encodeURIComponent(next)}` : next);
  }, [came, person, next, history]);
  // The server drew the page without the address's query.
  const fault = useIsBrowser() ? sentenceOf(params.get('fault')) : null;
  const isSignedIn = person !== null && step === 'email';
  return (
    <>
      <StepHeading step={step}>{isSignedIn ? 'You are signed in' : HEADINGS[step]}</StepHeading>
      {fault !== null && !isSignedIn && step === 'email' ? <Notice>{fault}</Notice> : null}
      {state === 'no-service' ? <TroublePanel trouble={{kind: 'no-service'}} onRetry={() => void refresh()} /> : null}
      {isSignedIn ? (
        <div className="aw-panel">
          <p>You are signed in as {person.displayName ?? person.email}.</p>
          <p><button type="button" className="aw-button" onClick={() => history.push(target())}>Go on</button></p>
          <p>Not you? <a href="/my-record/#leave">Sign out in “My record”</a>, then sign in again.</p>
        </div>
      ) : null}
      {state !== 'no-service' && !isSignedIn ? <Steps step={step} onStep={setStep} next={next} onDone={() => history.push(target())} /> : null}
    </>
  );
}

export default function SignInPage(): ReactNode {
  return (
    <Layout title="Sign in" description="Sign in with a code sent to your work e-mail address, a passkey or your organisation’s account, so that what you finish joins your record.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

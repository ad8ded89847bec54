import {useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import type {Reply} from '#browser/api.ts';
import {knowsPasskeys, makePasskey, showPasskey} from '#browser/passkeys.ts';
import type {PasskeyReply} from '#browser/passkeys.ts';
import {Passkeys} from '#components/account/Passkeys.tsx';
import {SecondFactor} from '#components/account/SecondFactor.tsx';
import {Sessions} from '#components/account/Sessions.tsx';
import {SignInHelp} from '#components/account/SignInHelp.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import type {Person} from '#core/records/api.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {safeNext} from '#core/records/safeNext.ts';
import type {PasskeyList, SessionInfo, SignInOptions} from '#core/signIn/api.ts';
import {Gate} from './_Gate.tsx';
import {toPasskeyErrors} from './_passkeyReply.ts';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const writeMoment = (moment: string): string => `${writeDayOf(moment)} at ${writeTimeOf(moment)}`;

function Screen({person, next}: {person: Person; next: string}): ReactNode {
  const keys = useService<PasskeyList>('/api/passkeys');
  const places = useService<{sessions: SessionInfo[]}>('/api/sessions');
  const ways = useService<SignInOptions>('/api/sign-in/options');
  const after = async (reply: PasskeyReply, fields: readonly string[] = []): Promise<FieldError[]> => {
    if (reply.kind === 'ok') await Promise.all([keys.refresh(), places.refresh()]);
    return toPasskeyErrors(reply, fields);
  };
  const endedAt = async (path: `/api/sessions${string}`): Promise<FieldError[]> => {
    const reply: Reply<unknown> = await callService('DELETE', path);
    await places.refresh();
    return toErrors(reply, []);
  };
  if (keys.loaded.kind === 'loading') return <LoadingPanel what="Looking up your passkeys." />;
  if (keys.loaded.kind !== 'ready') return <TroublePanel trouble={keys.loaded} onRetry={() => void keys.retry()} />;
  const {passkeys, isRequired, mayAdd, mayRemove} = keys.loaded.value;
  const hasOrganisation = ways.loaded.kind === 'ready' && ways.loaded.value.organisation?.isReachable === true;
  const organisationHref = hasOrganisation ? `/api/sign-in/oidc/start?anew=1&next=${encodeURIComponent(next || '/account/')}` : null;
  return (
    <>
      <p>You are signed in as {person.email}. Your name and directorate are in <a href="/my-record/">My record</a>. All that is held about you, and who looked, is in <a href="/my-data/">My data</a>.</p>
      {person.heldRole !== undefined ? (
        <SecondFactor
          role={person.heldRole} hasPasskeys={passkeys.length > 0} mayAdd={mayAdd}
          organisationHref={organisationHref} onUsed={async () => after(await showPasskey())}
        />
      ) : null}
      {next && person.heldRole === undefined ? <p><a className="aw-button" href={next}>Go on to the page you wanted</a></p> : null}
      <Passkeys
        passkeys={passkeys.map(({id, name, addedAt, lastUsedAt}) => ({id, name, addedOn: writeDayOf(addedAt), lastUsedOn: lastUsedAt && writeDayOf(lastUsedAt)}))}
        isRequired={isRequired} mayAdd={mayAdd} mayRemove={mayRemove} organisationHref={person.heldRole === undefined ? organisationHref : null} canMake={knowsPasskeys()}
        onAdded={async (name) => after(await makePasskey(name), ['name'])}
        onRemoved={async (id) => after(await callService('DELETE', `/api/passkeys/${id}`))}
        onUsed={async () => after(await showPasskey())}
      />
      {places.loaded.kind === 'ready' ? (
        <Sessions
          sessions={places.loaded.value.sessions.map(({id, isThis, how, device, startedAt, lastSeenAt}) => ({id, isThis, how, device, started: writeMoment(startedAt), lastSeen: writeMoment(lastSeenAt)}))}
          onEnded={(id) => endedAt(`/api/sessions/${id}`)} onOthersEnded={() => endedAt('/api/sessions')}
        />
      ) : null}
      {person.role === 'coordinator' ? (
        <SignInHelp onHelped={async (help, email) => {
          const reply = await callService('POST', help === 'reset' ? '/api/people/passkey-resets' : '/api/people/session-ends', {email});
          await places.refresh();
          return toErrors(reply, ['email']);
        }} />
      ) : null}
    </>
  );
}

export default function AccountPage(): ReactNode {
  const {search} = useLocation();
  const next = safeNext(new URLSearchParams(search).get('next'), '');
  return (
    <Layout title="Your account" description="Your passkeys, and where you are signed in.">
      <main className="aw-page">
        <h1>Your account</h1>
        <Gate signedOut={<SignInOffer next={next ? `/account/?next=${encodeURIComponent(next)}` : '/account/'}><p>Sign in to see your passkeys and where you are signed in.</p></SignInOffer>}>
          {(person) => <Screen key={person.id} person={person} next={next} />}
        </Gate>
      </main>
    </Layout>
  );
}

import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {useSession} from '@theme/useSession';
import {InvitationView} from '#components/cohorts/InvitationView.tsx';
import {JoinCodeForm, tidyCode} from '#components/cohorts/JoinCodeForm.tsx';
import {LoadingPanel, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import type {RunInvitation} from '#core/runs/api.ts';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const NOT_FOUND = 'No course run has this code. Look at it again, or ask your trainer for a new one.';

function CodeForm({code}: {code: string}): ReactNode {
  const history = useHistory();
  const show = async (typed: string): Promise<FieldError[]> => {
    const reply = await callService<RunInvitation>('GET', `/api/join/${typed}`);
    if (reply.kind === 'ok') history.push(`/join/?code=${typed}`);
    return reply.kind === 'refused' && reply.status === 404 ? [{field: 'joinCode', message: NOT_FOUND}] : toErrors(reply, [], 'joinCode');
  };
  return <JoinCodeForm code={code} onAsked={show} />;
}

function Invited({code}: {code: string}): ReactNode {
  const {person, state} = useSession();
  const {loaded, retry, refresh} = useService<RunInvitation>(state === 'loading' ? null : `/api/join/${encodeURIComponent(code)}`);
  const join = async (): Promise<FieldError[]> => {
    const reply = await callService<unknown>('POST', `/api/join/${encodeURIComponent(code)}`);
    if (reply.kind === 'ok' && !(await refresh())) return [{field: '', message: 'Your booking is made, but we cannot show it now. Open “My bookings” in a minute to see it.'}];
    return toErrors(reply, []);
  };
  if (loaded.kind === 'loading') return <LoadingPanel what="Looking up the course run." />;
  if (loaded.kind === 'refused') {
    return (
      <>
        <div className="aw-panel" role="alert"><p>{loaded.status === 404 ? NOT_FOUND : loaded.sentence}</p></div>
        <CodeForm code={code} />
      </>
    );
  }
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const signIn = `/sign-in/?next=${encodeURIComponent(`/join/?code=${code}`)}`;
  return (
    <>
      <InvitationView invitation={loaded.value} signInHref={person ? null : signIn} onJoined={join} />
      <p className="aw-choices"><a href="/join/">Use another code</a></p>
    </>
  );
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const {state, refresh} = useSession();
  const code = tidyCode(new URLSearchParams(search).get('code') ?? '');
  if (state === 'loading') return <LoadingPanel what="Looking up the course run." />;
  if (state === 'no-service') return <TroublePanel trouble={{kind: 'no-service'}} onRetry={() => void refresh()} />;
  return code ? <Invited key={code} code={code} /> : <CodeForm code="" />;
}

export default function JoinPage(): ReactNode {
  return (
    <Layout title="Join a course run" description="Join the run of a course with the code from your trainer.">
      <main className="aw-page">
        <h1>Join a course run</h1>
        <p className="aw-lede">Your trainer gives you a code or a link. You can take every course without one too.</p>
        <Screen />
      </main>
    </Layout>
  );
}

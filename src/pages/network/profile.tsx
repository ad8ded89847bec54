import skills from '@generated/askwell-network/default/skills.json';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import type {Reply} from '#browser/api.ts';
import {now} from '#browser/clock.ts';
import {confirmProfile, leaveRegister, saveProfile, setBlocked} from '#browser/network.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {Blocked, Leave, StillRight} from '#components/network/Membership.tsx';
import {ProfileForm} from '#components/network/ProfileForm.tsx';
import type {BlockList, MyProfile, ProfileChange} from '#core/network/api.ts';
import {toLondonDay, writeDayOf} from '#core/records/londonDay.ts';
import {Gate} from '../_Gate.tsx';
import {directorateName} from '../_names.ts';
import {toErrors} from '../_reply.ts';
import {useService} from '../_useService.ts';

const ADDRESS = '/network/profile/';
const FORM_FIELDS = ['offers', 'team', 'jobRole', 'languages', 'interests', 'wants'];

function About(): ReactNode {
  return <p>Say what you have done and can help with, so that a colleague can ask you. {siteLink({href: '/network/', children: 'What the network is'})} and who can look through it stands on its first page.</p>;
}

function BlockedPeople(): ReactNode {
  const {loaded} = useService<BlockList>('/api/network/blocks');
  const [changed, setChanged] = useState<BlockList | null>(null);
  const list = changed ?? (loaded.kind === 'ready' ? loaded.value : null);
  if (!list) return null;
  const unblock = async (id: string): Promise<readonly FieldError[]> => {
    const reply = await setBlocked(id, false);
    if (reply.kind === 'ok') setChanged(reply.value);
    return toErrors(reply, []);
  };
  return <Blocked blocked={list.blocked} onUnblocked={unblock} />;
}

function Mine({read}: {read: MyProfile}): ReactNode {
  const [mine, setMine] = useState(read);
  const [said, setSaid] = useState('');
  // A form for each time that somebody is in the register: the draft of a profile that was deleted goes with it.
  const [turn, setTurn] = useState(0);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed is gone.
    if (said !== '') note.current?.focus();
  }, [said]);
  const take = (reply: Reply<MyProfile>): readonly FieldError[] => {
    if (reply.kind === 'ok') setMine(reply.value);
    return toErrors(reply, FORM_FIELDS);
  };
  const leave = async (): Promise<readonly FieldError[]> => {
    const reply = await leaveRegister();
    if (reply.kind === 'ok') {
      setSaid('You have left the register. Your profile is deleted.');
      setTurn((last) => last + 1);
    }
    return take(reply);
  };
  const keep = async (): Promise<readonly FieldError[]> => {
    const reply = await confirmProfile();
    if (reply.kind === 'ok') setSaid('Your profile stays as it is. We ask again in a year.');
    return take(reply);
  };
  const save = async (change: ProfileChange): Promise<readonly FieldError[]> => {
    setSaid('');
    return take(await saveProfile(change));
  };
  const {displayName} = mine;
  const isMember = mine.joinedAt !== null;
  if (displayName === null) return <div className="aw-panel"><p>Colleagues find you by your name, and your account has none. Write it on the page {siteLink({href: '/my-record/', children: 'My record'})}, then come back.</p></div>;
  return (
    <>
      {said === '' ? null : <p ref={note} tabIndex={-1} className="aw-panel">{said}</p>}
      {isMember ? <p>You have been in the register since {writeDayOf(mine.joinedAt ?? '')}. {siteLink({href: '/network/', children: 'Find a colleague'})}.</p> : <About />}
      {mine.askedAt === null ? null : <StillRight isHidden={mine.isHidden} askedOn={writeDayOf(mine.askedAt)} onKept={keep} />}
      <ProfileForm key={turn} mine={{...mine, displayName}} skills={skills} today={toLondonDay(now())} directorateName={directorateName} onSaved={save} />
      {isMember ? <><BlockedPeople /><Leave onLeft={leave} /></> : null}
    </>
  );
}

function Screen(): ReactNode {
  const {loaded, retry} = useService<MyProfile>('/api/network/profile');
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching your profile." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  return <Mine read={loaded.value} />;
}

export default function NetworkProfilePage(): ReactNode {
  return (
    <Layout title="My profile in the network" description="Join the practitioners’ network, choose who sees which part of your profile, or leave at once.">
      <main className="aw-page">
        <h1>My profile in the network</h1>
        <Gate signedOut={<><About /><SignInOffer next={ADDRESS}><p>Sign in to join the register or to change your profile.</p></SignInOffer></>} offline={<About />}>
          {(person) => <Screen key={person.id} />}
        </Gate>
      </main>
    </Layout>
  );
}

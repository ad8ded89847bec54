import skills from '@generated/askwell-network/default/skills.json';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useMemo, useRef} from 'react';
import type {ReactNode} from 'react';
import {newRecordId, now} from '#browser/clock.ts';
import {sendMessage, setBlocked} from '#browser/network.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {AboutNetwork} from '#components/network/AboutNetwork.tsx';
import {ArrivalHeading} from '#components/network/ArrivalHeading.tsx';
import {AskForm} from '#components/network/AskForm.tsx';
import type {Words} from '#components/network/AskForm.tsx';
import {Block} from '#components/network/Membership.tsx';
import {PeopleList} from '#components/network/PeopleList.tsx';
import {PeopleSearch} from '#components/network/PeopleSearch.tsx';
import type {PeopleAsked} from '#components/network/PeopleSearch.tsx';
import {ProfileCard} from '#components/network/ProfileCard.tsx';
import organisation from '#config';
import type {MyProfile, PeopleAnswer, ReceivedMessage} from '#core/network/api.ts';
import type {ProfileView} from '#core/network/profile.ts';
import {saysWhat} from '#core/network/search.ts';
import type {PeopleQuery} from '#core/network/search.ts';
import type {Person} from '#core/records/api.ts';
import {toLondonDay, writeDayOf} from '#core/records/londonDay.ts';
import {Gate} from '../_Gate.tsx';
import {directorateName} from '../_names.ts';
import {toErrors} from '../_reply.ts';
import {useService} from '../_useService.ts';

const ADDRESS = '/network/';
const PROFILE = '/network/profile/';
const FIELDS = ['q', 'skill', 'directorate', 'language', 'interest'] as const;
const SAY_WHAT: readonly FieldError[] = [{field: 'q', message: 'Write a skill, a method or a name, or choose from one of the lists.'}];
const NONE: readonly FieldError[] = [];

function askedIn(query: URLSearchParams): PeopleAsked {
  const [q = '', skill = '', directorate = '', language = '', interest = ''] = FIELDS.map((field) => query.get(field)?.slice(0, 200) ?? '');
  return {q, skill, directorate, language, interest};
}

const queryOf = (asked: PeopleAsked, more: Record<string, string> = {}): string => new URLSearchParams([...Object.entries(asked).filter(([, value]) => value !== ''), ...Object.entries(more)]).toString();

/** Sends a message under one id for one text, so that a second press after a lost answer sends nothing twice. */
function useSending(target: {to: string | null; inReplyTo: string | null}): (words: Words) => Promise<readonly FieldError[]> {
  const ids = useRef(new Map<string, string>());
  return async (words) => {
    const same = JSON.stringify(words);
    const id = ids.current.get(same) ?? newRecordId();
    ids.current.set(same, id);
    return toErrors(await sendMessage({id, ...target, ...words}), ['subject', 'text']);
  };
}

const blocks = (id: string) => async (): Promise<readonly FieldError[]> => toErrors(await setBlocked(id, true), []);

function Ask({to, name, person}: {to: string; name: string; person: Person}): ReactNode {
  const send = useSending({to, inReplyTo: null});
  return <AskForm kind="question" to={name} email={person.email} onSent={send} />;
}

/** One colleague, with the form to ask them. */
function Colleague({id, person, isMember, back}: {id: string; person: Person; isMember: boolean; back: string}): ReactNode {
  const {loaded, retry} = useService<ProfileView>(`/api/network/people/${encodeURIComponent(id)}`);
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching the profile." />;
  if (loaded.kind !== 'ready') return <><TroublePanel trouble={loaded} onRetry={() => void retry()} /><p>{siteLink({href: back, children: 'Back to the search'})}</p></>;
  const view = loaded.value;
  const isMe = view.id === person.id;
  return (
    <>
      <ArrivalHeading>{view.displayName}</ArrivalHeading>
      <p>{siteLink({href: back, children: 'Back to the search'})}</p>
      <ProfileCard view={view} skills={skills} today={toLondonDay(now())} directorateName={directorateName} />
      {isMe ? <p>This is you, as colleagues see you. {siteLink({href: PROFILE, children: 'Change your profile'})}.</p> : null}
      {!isMe && view.takesQuestions ? <Ask to={view.id} name={view.displayName} person={person} /> : null}
      {!isMe && !view.takesQuestions ? <p className="aw-panel">{view.displayName} takes no questions through the site now.</p> : null}
      {isMe ? null : <p className="aw-hint">{view.displayName} can see that you opened this profile, and on which day.</p>}
      {isMe || !isMember ? null : <Block name={view.displayName} onBlocked={blocks(view.id)} />}
    </>
  );
}

/** The form that answers a message, for whoever got it. */
function Answer({id, person, isMember}: {id: string; person: Person; isMember: boolean}): ReactNode {
  const {loaded, retry} = useService<ReceivedMessage>(`/api/network/messages/${encodeURIComponent(id)}`);
  const send = useSending({to: null, inReplyTo: id});
  if (loaded.kind === 'loading') return <LoadingPanel what="Looking up who wrote to you." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const {from, sentAt, isAnswered} = loaded.value;
  return (
    <>
      <ArrivalHeading>A message from {from.displayName}</ArrivalHeading>
      <p>{from.displayName} wrote to you on {writeDayOf(sentAt)}. Their words stand in the e-mail, and we have kept none of them.</p>
      {isAnswered ? <p className="aw-panel">You have answered this message.</p> : <AskForm kind="answer" to={from.displayName} email={person.email} onSent={send} />}
      {isMember ? <Block name={from.displayName} onBlocked={blocks(from.id)} /> : null}
    </>
  );
}

function Results({query, asked}: {query: string; asked: PeopleAsked}): ReactNode {
  const {loaded, retry} = useService<PeopleAnswer>(`/api/network/people?${query}`);
  if (loaded.kind === 'loading') return <LoadingPanel what="Looking for colleagues." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  return (
    <PeopleList answer={loaded.value} skills={skills} directorateName={directorateName} linkTo={siteLink}
      hrefOfPerson={(id) => `${ADDRESS}?${queryOf(asked, {person: id})}`} hrefOfPage={(page) => `${ADDRESS}?${queryOf(asked, {page: String(page)})}`} />
  );
}

function Search({search}: {search: string}): ReactNode {
  const history = useHistory();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const asked = useMemo(() => askedIn(params), [params]);
  const filled: PeopleQuery = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const isAsked = saysWhat(filled);
  const query = queryOf(asked, {page: params.get('page') ?? '1'});
  // Pressed with nothing in it, the form leaves a mark in the address.
  const errors = !isAsked && (params.has('asked') || asked.q !== '') ? SAY_WHAT : NONE;
  return (
    <>
      <p className="aw-lede">Find a colleague who has done what you plan, and ask them.</p>
      <PeopleSearch asked={asked} skills={skills} directorates={organisation.directorates} errors={errors} onAsked={(next) => history.push(`${ADDRESS}?${queryOf(next) || 'asked='}`)} />
      {isAsked ? <Results key={query} query={query} asked={asked} /> : null}
    </>
  );
}

function Screen({person}: {person: Person}): ReactNode {
  const {search} = useLocation();
  const params = new URLSearchParams(search);
  const [reply, colleague] = [params.get('reply'), params.get('person')];
  const {loaded, retry} = useService<MyProfile>('/api/network/profile');
  if (loaded.kind === 'loading') return <LoadingPanel what="Opening the register." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const isMember = loaded.value.joinedAt !== null;
  // Whoever left can still answer what came before.
  if (reply) return <Answer key={reply} id={reply} person={person} isMember={isMember} />;
  if (!isMember && person.role !== 'lead' && person.role !== 'coordinator') {
    return <><AboutNetwork /><p>{siteLink({href: PROFILE, className: 'aw-button', children: 'Join the register'})}</p></>;
  }
  if (colleague) return <Colleague key={colleague} id={colleague} person={person} isMember={isMember} back={`${ADDRESS}?${queryOf(askedIn(params))}`} />;
  return (
    <>
      <Search search={search} />
      <p>{isMember ? siteLink({href: PROFILE, children: 'Change your profile, or leave'}) : <>You are not in the register. {siteLink({href: PROFILE, children: 'Join it'})}, so that colleagues find you too.</>}</p>
    </>
  );
}

function SignedOut(): ReactNode {
  const {search} = useLocation();
  return <><AboutNetwork /><SignInOffer next={ADDRESS + search}><p>Sign in to join it or to look for a colleague.</p></SignInOffer></>;
}

export default function NetworkPage(): ReactNode {
  return (
    <Layout title="Practitioners’ network" description="Find a colleague who has done what you plan, and ask them without showing an address.">
      <main className="aw-page">
        <h1>Practitioners’ network</h1>
        <Gate signedOut={<SignedOut />} offline={<AboutNetwork />}>{(person) => <Screen key={person.id} person={person} />}</Gate>
      </main>
    </Layout>
  );
}

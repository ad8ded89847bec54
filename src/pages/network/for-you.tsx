import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useSession} from '@theme/useSession';
import type {ReactNode} from 'react';
import {LoadingPanel} from '#components/account/TroublePanel.tsx';
import {SuggestionList} from '#components/network/SuggestionList.tsx';
import {writeDayOf} from '#core/records/londonDay.ts';
import {useGuidance} from './_useGuidance.ts';

function Screen(): ReactNode {
  const {person, state} = useSession();
  const guidance = useGuidance();
  if (!guidance) return <LoadingPanel what="Looking at what this device keeps." />;
  const {suggestions, lastVisit} = guidance;
  return (
    <>
      {suggestions.length === 0 ? <p>Nothing to suggest now. {siteLink({href: '/toolkit/', children: 'Read the toolkit'})}, or {siteLink({href: '/search/', children: 'search the site'})}.</p> : <SuggestionList suggestions={suggestions} linkTo={siteLink} />}
      <h2>Where this comes from</h2>
      <p>
        {lastVisit === null ? 'This is your first visit on this device, so we cannot say what has changed since.' : `Your last visit on this device was on ${writeDayOf(lastVisit)}.`}
        {' '}The list is made on this device, from what it keeps{person ? ', from your record and from your profile' : ''}. Nothing is sent for it, and nobody else sees it.
      </p>
      {person ? <p>{siteLink({href: '/network/profile/', children: 'Your profile in the network'})} says what interests you and what you would like to learn. It counts here, whoever else may see it.</p> : null}
      {!person && state === 'ready' ? <p>{siteLink({href: '/sign-in/?next=/network/for-you/', children: 'Sign in'})}, and the list looks at your record too.</p> : null}
      <p>When you clear this device, your last visit is forgotten.</p>
    </>
  );
}

export default function ForYouPage(): ReactNode {
  return (
    <Layout title="For you" description="What to read or do next, each with the reason why we suggest it. It works without signing in.">
      <main className="aw-page">
        <h1>For you</h1>
        <p className="aw-lede">What to read or do next. Each line says why it stands here.</p>
        <Screen />
      </main>
    </Layout>
  );
}

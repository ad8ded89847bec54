import courses from '@generated/askwell-courses/default/courses.json';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useDue} from '@theme/useDue';
import type {DueFacts} from '@theme/useDue';
import {useOutbox} from '@theme/useOutbox';
import {useSession} from '@theme/useSession';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import {clearDevice} from '#browser/forget.ts';
import {printPage} from '#browser/page.ts';
import {now} from '#browser/clock.ts';
import {saveDueCalendar} from '#browser/reminders.ts';
import {saveEverything} from '#browser/wholeDevice.ts';
import {ClearDevice} from '#components/account/ClearDevice.tsx';
import {OwnLinks} from '#components/frame/OwnLinks.tsx';
import {DueDates} from '#components/learn/DueDates.tsx';
import {DueList} from '#components/learn/DueList.tsx';
import {Done} from '#components/myLearning/Done.tsx';
import {InProgress} from '#components/myLearning/InProgress.tsx';
import {LoadFile} from '#components/myLearning/LoadFile.tsx';
import {Proofs} from '#components/myLearning/Proofs.tsx';
import {TakeCopy} from '#components/myLearning/TakeCopy.tsx';
import styles from '#components/myLearning/styles.module.css';
import organisation from '#config';
import {begunIn, checksDone, completedIn, underWay} from '#core/courses/myLearning.ts';
import type {StoredFact} from '#core/courses/myLearning.ts';
import type {MyRecords, Person} from '#core/records/api.ts';
import {writeDay} from '#core/records/londonDay.ts';
import {useInside, useLoading} from './_myLearning.ts';
import {useService} from './_useService.ts';

const download = (): Promise<string> => saveEverything(organisation.name);

/** Whose learning this is, and what that means for what is shown. */
function Whose(): ReactNode {
  const {person, state} = useSession();
  if (state === 'no-service') return <p>This copy of the site keeps no records, so you see what this device keeps. Nobody needs to sign in.</p>;
  if (state === 'unreachable') return <p role="status">We cannot reach the record service now, so you see what this device keeps. What is on your record is missing until we can.</p>;
  if (person) return <p>You are signed in as {person.displayName ?? person.email}. You see what is on your record and what this device keeps. <Link to="/my-record/">My record</Link> has the details.</p>;
  return <p>You are not signed in, so you see what was done on this device without signing in. <Link to="/sign-in/?next=/my-learning/">Sign in</Link> to see your record too.</p>;
}

const toStored = ({stored}: DueFacts['facts']): StoredFact[] => stored.map(({attempt, responses}) => ({
  id: attempt.id, quizId: attempt.quizId, startedAt: attempt.startedAt, handedInAt: attempt.handedInAt, answered: Object.keys(responses).length,
  // A skills check draws each question from the answers before it.
  of: attempt.mode === 'skills-check' ? null : attempt.drawn.length,
}));

function Overview({known, person}: {known: DueFacts; person: Person | null}): ReactNode {
  const {facts, today, held, due, coming} = known;
  const {loaded, refresh} = useService<MyRecords>(person ? '/api/records' : null);
  const {sent} = useOutbox();
  useEffect(() => {
    // Something has just reached the record, and may have completed a course.
    if (person && sent > 0) void refresh();
  }, [person, sent, refresh]);
  const stored = toStored(facts);
  const begun = begunIn(courses, facts.attempts, stored, held, facts.training, now());
  const completed = completedIn(courses, held, loaded.kind === 'ready' ? loaded.value.completions : [], today);
  return (
    <>
      <InProgress underWay={underWay(courses, stored)} begun={begun} linkTo={siteLink} />
      <DueList due={due} linkTo={siteLink} />
      {due.length === 0 ? <section aria-labelledby="due" className={styles.section}><h2 id="due">Due</h2><p>Nothing is due now.</p></section> : null}
      <DueDates coming={coming} linkTo={siteLink} onSaved={() => saveDueCalendar(coming)} />
      <Done completed={completed} begun={begun} checks={checksDone(courses, facts.attempts)} linkTo={siteLink} />
      {person === null || loaded.kind !== 'loading' ? (
        <Proofs
          completed={completed} organisation={organisation.name} today={writeDay(today)} onPrinted={printPage}
          person={person && {name: person.displayName, email: person.email}}
        />
      ) : null}
    </>
  );
}

function Clear(): ReactNode {
  const {items} = useOutbox();
  return (
    <section aria-labelledby="clear" className={styles.section}>
      <h2 id="clear">Clear this device</h2>
      <p>
        This deletes what the site keeps on this device, for everybody who uses it. <a href="#copy">Download everything</a> first if you may want it again.
        {' '}What is on your record stays with the record service. <Link to="/privacy/">Privacy</Link> says for how long, and how to ask for it to be deleted.
      </p>
      <ClearDevice unsent={items.filter(({state}) => state !== 'sent').length} onSaved={() => void download()} onCleared={clearDevice} />
    </section>
  );
}

export default function MyLearningPage(): ReactNode {
  const known = useDue();
  const {person} = useSession();
  const inside = useInside(known.facts);
  const loading = useLoading();
  return (
    <Layout title="My learning" description="What you have under way, what is due and what you have done, with everything as one file to take with you.">
      <main className={`aw-page ${styles.page}`}>
        <h1>My learning</h1>
        <p className="aw-lede">What you have under way, what is due, and what you have done. It works without signing in.</p>
        {known.isKnown ? (
          <>
            <Whose />
            <Overview key={person?.id ?? ''} known={known} person={person} />
            <OwnLinks Link={Link} />
            <TakeCopy inside={inside} isSignedIn={person !== null} onDownloaded={download} />
            <LoadFile {...loading} />
            <Clear />
          </>
        ) : (
          <div className={styles.loading}>
            <p role="status">Reading what this device keeps.</p>
            <noscript><p>This page needs JavaScript, because what you have done is kept in your browser. Every lesson can be read without it.</p></noscript>
          </div>
        )}
      </main>
    </Layout>
  );
}

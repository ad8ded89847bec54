import courses from '@generated/askwell-courses/default/courses.json';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import type {Reply} from '#browser/api.ts';
import {now} from '#browser/clock.ts';
import {exportWaiting, sendNow} from '#browser/outbox.ts';
import {endFeed, makeFeed, saveDueCalendar, setReminderMail} from '#browser/reminders.ts';
import {siteLink} from '@theme/siteLink';
import {useDue} from '@theme/useDue';
import {useOutbox} from '@theme/useOutbox';
import {copyText, printPage} from '#browser/page.ts';
import {changePerson, signOut} from '#browser/session.ts';
import {AboutYou} from '#components/account/AboutYou.tsx';
import type {AboutPerson} from '#components/account/AboutYou.tsx';
import {Attempts} from '#components/account/Attempts.tsx';
import {Completions} from '#components/account/Completions.tsx';
import type {CompletionShown} from '#components/account/Completions.tsx';
import {JoinedCohorts} from '#components/account/JoinedCohorts.tsx';
import {KnownLessons} from '#components/account/KnownLessons.tsx';
import {OnThisDevice} from '#components/account/OnThisDevice.tsx';
import {Reminders} from '#components/account/Reminders.tsx';
import {SignOut} from '#components/account/SignOut.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {OwnLinks} from '#components/frame/OwnLinks.tsx';
import {DueDates} from '#components/learn/DueDates.tsx';
import {DueList} from '#components/learn/DueList.tsx';
import organisation from '#config';
import {countsFrom, currencyOn, currentUntil} from '#core/courses/currency.ts';
import type {Completion, MyRecords, Person, ReminderSettings} from '#core/records/api.ts';
import {toLondonDay, writeDay, writeDayOf} from '#core/records/londonDay.ts';
import {Gate} from './_Gate.tsx';
import {courseTitle, directorateName, lessonTitle, quizTitle} from './_names.ts';
import {toErrors} from './_reply.ts';
import styles from './_my-record.module.css';
import {recordsOnDevice, useKeptThings} from './_onDevice.ts';
import {useService} from './_useService.ts';

const today = (): string => toLondonDay(now());

function toShown({courseId, courseVersion, completedAt, renewedAt}: Completion): CompletionShown {
  const course = courses.find(({id}) => id === courseId);
  const until = currentUntil(countsFrom({completedAt, renewedAt}), course?.validFor);
  return {
    courseId, title: courseTitle(courseId), version: courseVersion, completedOn: writeDayOf(completedAt), renewedOn: renewedAt ? writeDayOf(renewedAt) : null,
    currentUntil: until && writeDay(until), currency: currencyOn(until, today()),
    renewHref: course?.assessment === undefined ? `/learn/${courseId}/` : `/learn/${courseId}/assessment/`,
  };
}

function WhoYouAre({person}: {person: Person}): ReactNode {
  const [editing, setEditing] = useState(false);
  const [note, setNote] = useState('');
  const save = async (about: AboutPerson): Promise<FieldError[]> => {
    const errors = Object.keys(about).length === 0 ? [] : toErrors(await changePerson(about), ['displayName', 'directorate']);
    if (errors.length === 0) {
      setEditing(false);
      setNote('Saved.');
    }
    return errors;
  };
  return (
    <section aria-labelledby="who" className={styles.screenOnly}>
      <h2 id="who">Who you are</h2>
      {editing ? (
        <AboutYou
          displayName={person.displayName ?? ''} directorate={person.directorate ?? ''} directorates={organisation.directorates}
          leave="Leave it as it was" onSaved={save} onLeft={() => setEditing(false)}
        />
      ) : (
        <>
          <p>
            {person.displayName ?? 'No name given'}, {person.email}. Directorate: {directorateName(person.directorate)}.
          </p>
          <p>
            <button type="button" className="aw-button aw-button--quiet" onClick={() => { setNote(''); setEditing(true); }}>
              {person.displayName && person.directorate ? 'Change name or directorate' : 'Add your name and directorate'}
            </button>
          </p>
        </>
      )}
      <p role="status" className="aw-hint">{note}</p>
    </section>
  );
}

function Device({personId}: {personId: string | null}): ReactNode {
  const view = useOutbox();
  const [note, setNote] = useState('');
  const send = async (): Promise<void> => {
    setNote('');
    await sendNow();
    setNote('We tried to send what was waiting. Each thing still in the list says why.');
  };
  return (
    <OnThisDevice
      records={recordsOnDevice(view, personId)} kept={useKeptThings(personId)} linkTo={siteLink} busy={view.sending} canSend={personId !== null && view.waiting > 0} note={note}
      onSend={() => void send()} onSaved={() => void exportWaiting()}
    />
  );
}

function DueToMe(): ReactNode {
  const {due, coming} = useDue();
  return (
    <div className={styles.screenOnly}>
      <DueList due={due} linkTo={siteLink} />
      <DueDates coming={coming} linkTo={siteLink} onSaved={() => saveDueCalendar(coming)} />
    </div>
  );
}

function HowToRemind({person}: {person: Person}): ReactNode {
  const {loaded, retry} = useService<ReminderSettings>('/api/reminders');
  const [changed, setChanged] = useState<ReminderSettings | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  if (loaded.kind === 'loading') return null;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const settings = changed ?? loaded.value;
  const keep = async (reply: Reply<ReminderSettings>): Promise<FieldError[]> => {
    if (reply.kind === 'ok') setChanged(reply.value);
    return toErrors(reply, []);
  };
  return (
    <Reminders
      settings={settings} feedSince={settings.feedSince && writeDayOf(settings.feedSince)} email={person.email} address={address}
      onEmail={async (email) => keep(await setReminderMail(email))}
      onFeedMade={async () => {
        const reply = await makeFeed();
        if (reply.kind === 'ok') {
          setChanged(reply.value.settings);
          setAddress(reply.value.address);
        }
        return toErrors(reply, []);
      }}
      onFeedEnded={async () => {
        setAddress(null);
        return keep(await endFeed());
      }}
      onCopied={copyText}
    />
  );
}

/** The page that has all of it as one file, and proof of what was completed. */
function MyLearning(): ReactNode {
  return (
    <section aria-labelledby="everything" className={styles.screenOnly}>
      <h2 id="everything">Take a copy</h2>
      <p>{siteLink({href: '/my-learning/', children: 'My learning'})} downloads everything as one file: what this device keeps, and your record when you are signed in. You can load it on another device.</p>
      <p>{siteLink({href: '/my-data/', children: 'My data'})} shows everything that the service holds about you and who looked at it, and lets you have it erased.</p>
    </section>
  );
}

function Records({person}: {person: Person}): ReactNode {
  const {loaded, retry, refresh} = useService<MyRecords>('/api/records');
  const {sent} = useOutbox();
  useEffect(() => {
    // Something has just reached the record: show it.
    if (sent > 0) void refresh();
  }, [sent, refresh]);
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching your record." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const {attempts, completions, recognised = [], cohorts} = loaded.value;
  return (
    <>
      <Completions
        completions={completions.map(toShown)} organisation={organisation.name} name={person.displayName} email={person.email}
        today={writeDay(today())} onPrinted={printPage}
      />
      <KnownLessons lessons={recognised.map(({courseId, lessonId, at}) => (
        {courseId, lessonId, courseTitle: courseTitle(courseId), title: lessonTitle(courseId, lessonId), on: writeDayOf(at)}
      ))} />
      <Attempts attempts={[...attempts].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt)).map((attempt) => (
        {id: attempt.id, title: quizTitle(attempt.quizId), on: writeDayOf(attempt.receivedAt), percent: attempt.percent, passed: attempt.passed, drawnBy: attempt.drawnBy}
      ))} />
      <JoinedCohorts cohorts={cohorts.map(({id, courseId, title, startsOn, joinedAt}) => (
        {id, courseId, title, courseTitle: courseTitle(courseId), startsOn: writeDay(startsOn), joinedOn: writeDayOf(joinedAt)}
      ))} />
      <MyLearning />
      <OwnLinks Link={Link} />
    </>
  );
}

function Leave({personId}: {personId: string}): ReactNode {
  const view = useOutbox();
  const unsent = view.items.filter((item) => item.state !== 'sent' && item.owner === personId).length;
  return <SignOut unsent={unsent} onSaved={() => void exportWaiting()} onSignedOut={async () => toErrors(await signOut(), [])} />;
}

function SignedOut(): ReactNode {
  return (
    <>
      <SignInOffer next="/my-record/">
        <p>You are not signed in. Sign in to see what is on your record, and to send what waits on this device.</p>
      </SignInOffer>
      <DueToMe />
      <Device personId={null} />
      <MyLearning />
    </>
  );
}

export default function MyRecordPage(): ReactNode {
  return (
    <Layout title="My record" description="What you have handed in and completed, and what waits or is kept on this device.">
      <main className="aw-page">
        <h1 className={styles.screenOnly}>My record</h1>
        <Gate signedOut={<SignedOut />} offline={<><DueToMe /><Device personId={null} /><MyLearning /></>}>
          {(person) => (
            <>
              <WhoYouAre person={person} />
              <DueToMe />
              <Device personId={person.id} />
              <HowToRemind key={`reminders ${person.id}`} person={person} />
              <Records key={person.id} person={person} />
              <Leave personId={person.id} />
            </>
          )}
        </Gate>
      </main>
    </Layout>
  );
}

import courses from '@generated/askwell-courses/default/courses.json';
import Layout from '@theme/Layout';
import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {now} from '#browser/clock.ts';
import {readKept} from '#browser/database.ts';
import {exportWaiting, sendNow} from '#browser/outbox.ts';
import {siteLink} from '@theme/siteLink';
import {useOutbox} from '@theme/useOutbox';
import {printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {changePerson, signOut} from '#browser/session.ts';
import {AboutYou} from '#components/account/AboutYou.tsx';
import type {AboutPerson} from '#components/account/AboutYou.tsx';
import {Attempts} from '#components/account/Attempts.tsx';
import {Completions} from '#components/account/Completions.tsx';
import type {CompletionShown} from '#components/account/Completions.tsx';
import {JoinedCohorts} from '#components/account/JoinedCohorts.tsx';
import {OnThisDevice} from '#components/account/OnThisDevice.tsx';
import {SignOut} from '#components/account/SignOut.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import organisation from '#config';
import {currentUntil, isCurrent} from '#core/courses/currency.ts';
import type {AttemptResult, Completion, MyRecords, Person} from '#core/records/api.ts';
import {toLondonDay, writeDay, writeDayOf} from '#core/records/londonDay.ts';
import {Gate} from './_Gate.tsx';
import {courseTitle, directorateName, quizTitle} from './_names.ts';
import {toErrors} from './_reply.ts';
import styles from './_my-record.module.css';
import {recordsOnDevice, useKeptThings} from './_onDevice.ts';
import {useService} from './_useService.ts';

const today = (): string => toLondonDay(now());

function toShown({courseId, courseVersion, completedAt}: Completion): CompletionShown {
  const until = currentUntil(completedAt, courses.find((course) => course.id === courseId)?.validFor);
  return {
    courseId, title: courseTitle(courseId), version: courseVersion, completedOn: writeDayOf(completedAt),
    currentUntil: until && writeDay(until), isCurrent: isCurrent(until, today()),
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

/** Saves all that the service and this device hold of a person as one file. Gives how many attempts came without their answers. */
async function saveEverything(person: Person, {attempts, completions, cohorts}: MyRecords): Promise<number> {
  const results: (AttemptResult | MyRecords['attempts'][number])[] = [];
  let without = 0;
  // One after the other: a hundred questions at once would look like an attack.
  for (const attempt of attempts) {
    const reply = await callService<AttemptResult>('GET', `/api/records/${encodeURIComponent(attempt.id)}`);
    results.push(reply.kind === 'ok' ? reply.value : attempt);
    if (reply.kind !== 'ok') without += 1;
  }
  const onThisDevice = (await readKept()).outbox.filter((row) => row.owner === person.id);
  const everything = {savedAt: now(), organisation: organisation.name, person, attempts: results, completions, cohorts, onThisDevice};
  saveFile(`askwell-my-record-${today()}.json`, `${JSON.stringify(everything, null, 2)}\n`);
  return without;
}

function Everything({person, records}: {person: Person; records: MyRecords}): ReactNode {
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const download = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setNote('');
    const without = await saveEverything(person, records);
    setBusy(false);
    setNote(without === 0 ? 'The file is in your downloads.'
      : `The file is in your downloads, but ${without} of ${records.attempts.length} attempts came without their answers. Try again in a minute.`);
  };
  return (
    <section aria-labelledby="everything" className={styles.screenOnly}>
      <h2 id="everything">Take a copy</h2>
      <p>One file with who you are, what you handed in and how it was marked, what you completed, and what waits on this device.</p>
      <p>
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void download()}>
          {busy ? 'Making the file' : 'Download everything as JSON'}
        </button>
      </p>
      <p role="status" className="aw-hint">{note}</p>
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
  const {attempts, completions, cohorts} = loaded.value;
  return (
    <>
      <Completions
        completions={completions.map(toShown)} organisation={organisation.name} name={person.displayName} email={person.email}
        today={writeDay(today())} onPrinted={printPage}
      />
      <Attempts attempts={[...attempts].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt)).map((attempt) => (
        {id: attempt.id, title: quizTitle(attempt.quizId), on: writeDayOf(attempt.receivedAt), percent: attempt.percent, passed: attempt.passed, drawnBy: attempt.drawnBy}
      ))} />
      <JoinedCohorts cohorts={cohorts.map(({id, courseId, title, startsOn, joinedAt}) => (
        {id, courseId, title, courseTitle: courseTitle(courseId), startsOn: writeDay(startsOn), joinedOn: writeDayOf(joinedAt)}
      ))} />
      <Everything person={person} records={loaded.value} />
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
      <Device personId={null} />
    </>
  );
}

export default function MyRecordPage(): ReactNode {
  return (
    <Layout title="My record" description="What you have handed in and completed, and what waits or is kept on this device.">
      <main className="aw-page">
        <h1 className={styles.screenOnly}>My record</h1>
        <Gate signedOut={<SignedOut />} offline={<Device personId={null} />}>
          {(person) => (
            <>
              <WhoYouAre person={person} />
              <Device personId={person.id} />
              <Records key={person.id} person={person} />
              <Leave personId={person.id} />
            </>
          )}
        </Gate>
      </main>
    </Layout>
  );
}

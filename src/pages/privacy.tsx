import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {clearDevice} from '#browser/forget.ts';
import {exportWaiting} from '#browser/outbox.ts';
import {useOutbox} from '@theme/useOutbox';
import {ClearDevice} from '#components/account/ClearDevice.tsx';
import {Contact} from '#components/account/Contact.tsx';
import {KeptTable} from '#components/account/KeptTable.tsx';
import type {KeptThing} from '#components/account/KeptTable.tsx';
import organisation from '#config';

const SERVICE = 'In the record service';
const DEVICE = 'On your device';
const AS_TRAINING = 'As long as your organisation keeps training records. It sets the time.';

const KEPT: readonly KeptThing[] = [
  {what: 'Your e-mail address, name, directorate and role', where: SERVICE, why: 'To know whose record it is, and to put your name on lists and certificates', howLong: AS_TRAINING},
  {what: 'What you hand in: the questions, your answers, the date and the marks', where: SERVICE, why: 'To mark it, and to answer questions about the mark', howLong: AS_TRAINING},
  {what: 'Courses completed and course runs joined', where: SERVICE, why: 'To show that you have been trained', howLong: AS_TRAINING},
  {what: 'Lessons that a skills check showed you know', where: SERVICE, why: 'So that you need not take them, and your record says why', howLong: AS_TRAINING},
  {what: 'Whether you want e-mail when something is due, and which dates you were told of', where: SERVICE, why: 'To remind you once of each date. We keep this only if you ask for it', howLong: AS_TRAINING},
  {what: 'Your calendar address', where: `${SERVICE}, scrambled`, why: 'So that your calendar can read your dates. Anybody who has the address can read them. They name courses and no person', howLong: 'Until you end or replace it on the page My record'},
  {what: 'Sign-in codes', where: `${SERVICE}, scrambled`, why: 'To check the code that you type, and to limit guessing', howLong: 'A code works for 10 minutes. It is deleted after a day.'},
  {what: 'Answers to a live question: what was chosen, under a number made by chance for that session. No name, no time. Also which trainer runs it', where: `${SERVICE}, the number scrambled`, why: 'To count answers, each device once. Results are shown from five answers on', howLong: 'Until the trainer ends it, and 12 hours at most'},
  {what: 'A session cookie', where: `${DEVICE} and, scrambled, in the record service`, why: 'To keep you signed in', howLong: 'Until you sign out, after 2 hours without use, or after 12 hours'},
  {what: 'A sign-in cookie', where: DEVICE, why: 'So that a code works only in the browser that asked for it', howLong: 'Minutes, while you sign in'},
  {what: 'Attempts, answers and what waits to be sent (IndexedDB database “askwell”)', where: DEVICE, why: 'So that no answer is lost when the network or the service is away', howLong: 'Until you clear it. Signing out removes what your record already holds.'},
  {what: 'Self-assessments of consultations (IndexedDB database “askwell”)', where: DEVICE, why: 'So that you can go on with them later', howLong: 'Until you delete them or clear this device'},
  {what: 'Figures in the sample size calculator (IndexedDB database “askwell”), also in the address of its page', where: DEVICE, why: 'So that you can go on with them later, and share them by sending the address', howLong: 'Until you start again or clear this device'},
  {what: 'Counts by group that you typed to compare with the population (IndexedDB database “askwell”)', where: DEVICE, why: 'So that you can go on with them later', howLong: 'Until you start again or clear this device'},
  {what: 'Stakeholder lists, with the contacts you write in them (IndexedDB database “askwell”)', where: DEVICE, why: 'So that you can go on with your list later. It is never sent', howLong: 'Until you remove the entries, start again or clear this device'},
  {what: 'Selections of methods that you save, with your answers (IndexedDB database “askwell”)', where: DEVICE, why: 'So that you can come back to them. The address of the selector’s page holds the same answers', howLong: 'Until you delete them or clear this device'},
  {what: 'A timeline of a consultation (IndexedDB database “askwell”)', where: DEVICE, why: 'So that you can go on with it later', howLong: 'Until you start again or clear this device'},
  {what: 'Drafts of opening paragraphs, with the named contact you write in them (IndexedDB database “askwell”)', where: DEVICE, why: 'So that you can go on with them later', howLong: 'Until you delete them or clear this device'},
  {what: 'What you report about a page or a question, and lessons of a debrief, while you write them and until they are sent (IndexedDB database “askwell”)', where: DEVICE, why: 'So that nothing you typed is lost without a network', howLong: 'Until they are sent, or until you delete them or clear this device'},
  {what: 'What was reported, without your name. Your account is linked to it only if you tick that we may ask you', where: SERVICE, why: 'So that whoever keeps the page can put it right. Trainers, leads and coordinators see it, and who dealt with it', howLong: 'As long as your organisation uses it to improve its guidance. It sets the time.'},
  {what: 'What you ticked on checklists (local storage, for instance “askwell-ticks:/toolkit/journey/time/”)', where: DEVICE, why: 'So that a list stays as you left it', howLong: 'Until you untick it or clear this device'},
  {what: 'Your answers to a live question and its number (session storage key “askwell-live”)', where: DEVICE, why: 'So that no answer is lost when the network drops', howLong: 'Until you close the tab or the trainer ends it'},
  {what: 'An id without your name (local storage key “askwell.person”)', where: DEVICE, why: 'So that answers given offline keep their owner', howLong: 'Until you sign out or your session ends'},
  {what: 'Light or dark, and the search shortcut (local storage, for instance “theme”)', where: DEVICE, why: 'To show the site as you chose', howLong: 'Until you change or clear it'},
  {what: 'Copies of this site’s pages (cache)', where: DEVICE, why: 'So that you can read offline', howLong: 'Until a newer version replaces them or you clear them'},
];

function Clear(): ReactNode {
  const {items} = useOutbox();
  const unsent = items.filter((item) => item.state !== 'sent').length;
  return <ClearDevice unsent={unsent} onSaved={() => void exportWaiting()} onCleared={clearDevice} />;
}

export default function PrivacyPage(): ReactNode {
  return (
    <Layout title="Privacy" description="What this site keeps, where, why and for how long.">
      <main className="aw-page">
        <div className="markdown">
          <h1>Privacy</h1>
          <p className="aw-lede">{organisation.name} runs this site for its staff and decides what happens to the data. This page says what is kept.</p>
          <h2>In short</h2>
          <ul>
            <li>You can read, search, practise and choose methods without signing in. We keep nothing about that. Some tools write your choices into the page’s address, which our own server sees when the page is loaded again.</li>
            <li>We keep a record of you only when you sign in.</li>
            <li>There is no tracking and no advertising. The pages fetch nothing from other organisations.</li>
            <li>Nobody is marked on what they read or how long they take.</li>
          </ul>
          <h2>What is kept</h2>
          <KeptTable things={KEPT} />
          <h2>Who sees it</h2>
          <ul>
            <li>You see all of your record on the page <a href="/my-record/">My record</a>, and can take a copy.</li>
            <li>The file that you download on <a href="/my-learning/">My learning</a> is made on your device and sent to nobody. We keep no copy. What belongs to other people who use the device stays out of it.</li>
            <li>A trainer whose course run you joined sees your name, e-mail address and directorate. They see how many lessons you have done, and when you passed and completed.</li>
            <li>The lead of your directorate sees counts for that directorate. Coordinators see counts for all of them, and every course run.</li>
            <li>Trainers and coordinators see how many people chose each answer to an assessment question. No names are shown, and nothing is shown until 5 people have been asked it.</li>
            <li>None of them sees your answers on this site. The people who run the database could, so they must treat it as staff records.</li>
          </ul>
          <h2>Why we may keep it</h2>
          <p>Staff need training to do public work well, and {organisation.name} must be able to show who has had it. We do not rely on your consent for that. Marks are counted by fixed rules, and you can ask a person to look at any result.</p>
          <h2>Your rights</h2>
          <p>You can see and copy your data, and have mistakes put right. In some cases you can ask us to delete it, to use it less or to stop. Write to us first. If our answer does not satisfy you, you can complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.</p>
          <Contact {...organisation.contact} />
          <h2>Clear this device</h2>
          <p>Use this on a shared computer, or to start afresh. It does not sign you out and does not touch your record.</p>
          <Clear />
        </div>
      </main>
    </Layout>
  );
}

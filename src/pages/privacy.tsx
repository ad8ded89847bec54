import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {clearDevice} from '#browser/forget.ts';
import {exportWaiting} from '#browser/outbox.ts';
import {useOutbox} from '@theme/useOutbox';
import {ClearDevice} from '#components/account/ClearDevice.tsx';
import {Contact} from '#components/account/Contact.tsx';
import {WordTable} from '#components/privacy/WordTable.tsx';
import organisation from '#config';
import {DEVICE, writeNames} from '#core/privacy/device.ts';
import {writeDays, writeTraining} from '#core/privacy/retention.ts';
import {howLongOf, tablesByGroup} from '#core/privacy/tables.ts';
import {SIGHTS} from '#core/privacy/viewers.ts';
import {ROLE_WORDS} from '#core/privacy/words.ts';

const {retention} = organisation;

function InShort(): ReactNode {
  return (
    <>
      <h2>In short</h2>
      <ul>
        <li>You can read, search, practise and choose methods without signing in. We keep nothing about that. Some tools write your choices into the page’s address, which our own server sees when the page is loaded again.</li>
        <li>We keep a record of you when you sign in, or when your organisation puts you on its staff list.</li>
        <li><Link to="/my-data/">My data</Link> shows all that is held about you and who looked, and lets you take a copy or have it erased.</li>
        <li>There is no tracking and no advertising. The pages fetch nothing from other organisations.</li>
        <li>Nobody is marked on what they read or how long they take.</li>
      </ul>
    </>
  );
}

function HowLong(): ReactNode {
  return (
    <>
      <h2 id="how-long">How long, in numbers</h2>
      <p>No law sets these times. {organisation.name} has set them, and the service acts on them by itself.</p>
      <ul>
        <li>Your answers: {writeDays(retention.answersDays)}. The marks stay.</li>
        <li>Reasons in a register, such as why somebody was away: {writeDays(retention.attendanceReasonsDays)}.</li>
        <li>Who looked at whose data: {writeDays(retention.looksDays)}.</li>
        <li>Marks, completions and attendance: {writeTraining(retention)}.</li>
        <li>Backups: as long as the people who run the service keep them. Whoever was erased is erased again when one is put back.</li>
      </ul>
    </>
  );
}

function InTheService(): ReactNode {
  return (
    <>
      <h2 id="service">What the service keeps</h2>
      {tablesByGroup().map(({group, title, tables}) => (
        <details key={group}>
          <summary>{title}</summary>
          <WordTable id={`kept-${group}`} caption={title} heads={['What', 'Why', 'How long']} rows={tables.map((facts) => ({key: facts.table, cells: [facts.what ?? '', facts.why, howLongOf(facts, retention)]}))} />
        </details>
      ))}
    </>
  );
}

function OnTheDevice(): ReactNode {
  return (
    <>
      <h2 id="cookies">Cookies and storage on your device</h2>
      <p>
        There is no banner, since there is nothing to agree to. The law asks for consent before a site stores something on your device, with exceptions. Everything below falls under one of two: it is
        strictly necessary for what you asked for, or it keeps the appearance that you chose. The rules are the Privacy and Electronic Communications Regulations (PECR), as the Data (Use and Access) Act 2025 changed them from 5 February 2026.
      </p>
      <p>We count no visits with it, and no other organisation can read it.</p>
      <WordTable
        id="device-caption" caption="What this site keeps on your device" heads={['What', 'Where, and its name', 'Why', 'How long', 'Why we need not ask']}
        rows={DEVICE.map((facts) => ({key: writeNames(facts), cells: [facts.what, writeNames(facts), facts.why, facts.howLong, facts.ground]}))}
      />
    </>
  );
}

function WhoSees(): ReactNode {
  return (
    <>
      <h2 id="who">Who sees it</h2>
      <p>You see all of it. Others see what their role needs:</p>
      <WordTable
        id="sight-caption" caption="Who sees what of other people" heads={['What', 'Who', 'Whose']}
        rows={SIGHTS.map(({roles, what, whose}) => ({key: what, cells: [what, roles.map((role) => `${ROLE_WORDS[role]}s`).join(', '), whose]}))}
      />
      <ul>
        <li>When somebody looks at a list that you stand in, or at your data, you see who it was on <Link to="/my-data/">My data</Link>.</li>
        <li>In the practitioners’ network you choose who sees each part of your profile. Nobody does until you join.</li>
        <li>Anybody who has the number of your certificate can check it, and sees the name on it.</li>
        <li>The file that you download on <Link to="/my-learning/">My learning</Link> is made on your device and sent to nobody.</li>
        <li>The people who run the database could read it, so they must treat it as staff records.</li>
      </ul>
    </>
  );
}

function YourRights(): ReactNode {
  return (
    <>
      <h2>Why we may keep it</h2>
      <p>
        Staff need training to do public work well, and {organisation.name} must be able to show who has had it. The lawful basis is a public task, under Article 6(1)(e) of the UK General Data Protection Regulation (UK GDPR).
        We do not rely on your consent for that, since somebody who works for us cannot freely refuse. The network is different: you are in it only if you join, and you can leave at once.
      </p>
      <p>We ask for nothing about health, beliefs or background. Please write none of it into texts that you hand in. Marks are counted by fixed rules, and you can ask a person to look at any result.</p>
      <h2>Your rights</h2>
      <p>
        <Link to="/my-data/">My data</Link> gives you a copy at once. <Link to="/my-record/">My record</Link> lets you correct your name and directorate, and <Link to="/account/">Your account</Link> shows where you are signed in. You can have yourself erased; what we must keep stays under a number without a name.
        You can also object, or ask us to use your data less. Write to us, and we answer within a month. If our answer does not satisfy you, you can complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
      <Contact {...organisation.contact} />
    </>
  );
}

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
          <InShort />
          <HowLong />
          <InTheService />
          <OnTheDevice />
          <WhoSees />
          <YourRights />
          <h2 id="clear">Clear this device</h2>
          <p>Use this on a shared computer, or to start afresh. It does not sign you out and does not touch your record.</p>
          <Clear />
        </div>
      </main>
    </Layout>
  );
}

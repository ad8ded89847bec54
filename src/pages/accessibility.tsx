import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {Contact} from '#components/account/Contact.tsx';
import organisation from '#config';
import {ACCESSIBILITY} from '#core/privacy/accessibility.ts';
import {writeDay} from '#core/records/londonDay.ts';

const {compliance, prepared, reviewed, tested, answerDays, tests, faults} = ACCESSIBILITY;
const COMPLIANCE = {
  fully: 'fully compliant with the Web Content Accessibility Guidelines version 2.2 AA standard',
  partly: 'partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because of the points below',
  not: 'not compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because of the points below',
} as const;

function NotAccessible(): ReactNode {
  return (
    <>
      <h3>Non-accessible content</h3>
      <h4>Where we do not meet the regulations</h4>
      <ul>
        {faults.map(({what, effect, criterion, mendBy}) => (
          <li key={what}>{what} {effect}{criterion === null ? '' : ` It fails success criterion ${criterion}.`} We plan to put it right by {writeDay(mendBy)}.</li>
        ))}
      </ul>
      <h4>Disproportionate burden</h4>
      <p>We claim none.</p>
      <h4>Content that the regulations do not cover</h4>
      <p>The site holds none that we know of.</p>
    </>
  );
}

function Enforcement(): ReactNode {
  return (
    <>
      <h2>Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) enforces the accessibility regulations in England, Scotland and Wales. If our answer does not satisfy you,
        contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service (EASS)</a>. In Northern Ireland, contact
        the <a href="https://www.equalityni.org/">Equality Commission for Northern Ireland</a>.
      </p>
    </>
  );
}

export default function AccessibilityPage(): ReactNode {
  return (
    <Layout title="Accessibility statement" description="How far this site meets the accessibility regulations, what does not work yet, and how to tell us.">
      <main className="aw-page">
        <div className="markdown">
          <h1>Accessibility statement</h1>
          <p className="aw-lede">This statement covers the Askwell site at {organisation.url}. {organisation.name} runs it.</p>
          <p>We want as many people as possible to be able to use it.</p>
          <p>On this site you should be able to:</p>
          <ul>
            <li>do everything with a keyboard, and see where you are</li>
            <li>make the text twice as large, or zoom to 400%, and lose nothing</li>
            <li>choose light or dark pages, or use your own colours</li>
            <li>take as long as you like over every question</li>
            <li>print any page to read</li>
          </ul>
          <h2>How accessible this site is</h2>
          <p>We know that some parts do not work for everybody yet:</p>
          <ul>{faults.map(({what}) => <li key={what}>{what}</li>)}</ul>
          <h2>Feedback and contact information</h2>
          <p>Do you need a page in large print, Easy Read, audio, braille or another language? Did something not work? Tell us the page and what you need. We answer within {answerDays} working days.</p>
          <Contact {...organisation.contact} />
          <Enforcement />
          <h2>Technical information about accessibility</h2>
          <p>{organisation.name} makes this site accessible under the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
          <h3>Compliance status</h3>
          <p>This site is {COMPLIANCE[compliance]}.</p>
          <NotAccessible />
          <h2>Preparation of this accessibility statement</h2>
          <p>We prepared this statement on {writeDay(prepared)} and last reviewed it on {writeDay(reviewed)}. We look at it again at least once a year.</p>
          <p>The people who build the site last tested it on {writeDay(tested)}. They ran:</p>
          <ul>{tests.map((each) => <li key={each}>{each}</li>)}</ul>
          <p>Automatic checks find less than half of all faults. Nobody from outside has audited the site, and no people have worked through it with a screen reader.</p>
        </div>
      </main>
    </Layout>
  );
}

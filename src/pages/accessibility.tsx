import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {Contact} from '#components/account/Contact.tsx';
import organisation from '#config';
import {writeDay} from '#core/records/londonDay.ts';

/** The statement must be looked at again within a year of this day (SI 2018/952, regulation 8). */
const PREPARED = '2026-11-22';
const MEND_BY = '2027-11-22';

function NotAccessible(): ReactNode {
  return (
    <>
      <h2>Content that is not accessible</h2>
      <h3>Where we do not meet the regulations</h3>
      <ul>
        <li>
          You are signed out after 2 hours without use, or after 12 hours, with no warning. This can affect people who need more time. Your answers
          stay on your device and are sent when you sign in again. It fails success criterion 2.2.1, Timing Adjustable. We plan to mend it by {writeDay(MEND_BY)}.
        </li>
        <li>
          No disabled people have tested this site yet, and no screen reader user has worked through a whole course. There may be faults that our own
          tests cannot find. We plan to have it tested by {writeDay(MEND_BY)}, and will list here what that finds.
        </li>
      </ul>
      <h3>Disproportionate burden</h3>
      <p>We claim none.</p>
      <h3>Content that the regulations do not cover</h3>
      <p>The site holds none that we know of.</p>
    </>
  );
}

function Enforcement(): ReactNode {
  return (
    <>
      <h2>If you are not happy with our answer</h2>
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
          <p>We are committed to making this site accessible under the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
          <p>On this site you should be able to:</p>
          <ul>
            <li>do everything with a keyboard, and see where you are</li>
            <li>make the text twice as large, or zoom to 400%, and lose nothing</li>
            <li>choose light or dark pages, or use your own colours</li>
            <li>take as long as you like over every question</li>
            <li>print any page to read</li>
          </ul>
          <h2>How accessible this site is</h2>
          <p>This site is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because of the points below.</p>
          <NotAccessible />
          <h2>Other formats, and telling us what is wrong</h2>
          <p>Do you need a page in large print, Easy Read, audio, braille or another language? Did something not work? Tell us the page and what you need. We answer within 5 working days.</p>
          <Contact {...organisation.contact} />
          <Enforcement />
          <h2>How we prepared this statement</h2>
          <p>We prepared this statement on {writeDay(PREPARED)} and last reviewed it on the same day. We look at it again at least once a year.</p>
          <p>
            The people who build the site last tested it on {writeDay(PREPARED)}. They ran the automatic checks of axe on every page, in light and dark, looked for
            sideways scrolling on every page at 320 pixels, and went through the whole course and the method selector by keyboard alone. Automatic checks find less than half of all faults. Nobody from outside has audited the site.
          </p>
        </div>
      </main>
    </Layout>
  );
}

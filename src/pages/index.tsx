import {lazy, Suspense} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Layout from '@theme/Layout';
import courses from '@generated/askwell-courses/default/courses.json';
import count from '@generated/askwell-methods/default/count.json';
import {saveDueCalendar} from '#browser/reminders.ts';
import {CalendarButton} from '#components/learn/DueDates.tsx';
import {DueList} from '#components/learn/DueList.tsx';
import {siteLink} from '@theme/siteLink';
import {useDue} from '@theme/useDue';
import {useSession} from '@theme/useSession';
import styles from './index.module.css';

interface Door {
  who: string;
  what: string;
  to: string;
  action: string;
}

/** The three people who come here most, and the one page each of them wants. */
function doors(): Door[] {
  const first = courses[0];
  return [
    {
      who: 'You are new to consultation',
      what: first ? `Begin with ${first.lessons.length} short lessons, about ${first.minutes} minutes in all. Stop when you like and carry on another day.${courses.length > 1 ? ` ${courses.length - 1} more courses go deeper.` : ''}` : 'Short lessons that you can stop and carry on another day.',
      to: first ? `/learn/${first.id}/` : '/learn/',
      action: 'Start the course',
    },
    {
      who: 'You have people to consult',
      what: `Answer a few questions. You get a mix out of ${count.methods} methods that fits your time and money, with the reasons.`,
      to: '/method-selector/',
      action: 'Choose methods',
    },
    {
      who: 'You train colleagues',
      what: 'Open a course run, give its code to the room, and see who has started and who has finished.',
      to: '/cohorts/',
      action: 'Go to course runs',
    },
  ];
}

/** What is due, for those to whom something is. Not there on the server: it depends on who reads. */
function DueForYou(): ReactNode {
  const {due, coming} = useDue();
  return (
    <DueList due={due} linkTo={siteLink}>
      {coming.length > 0 ? <CalendarButton onSaved={() => saveDueCalendar(coming)} /> : null}
    </DueList>
  );
}

/** Fetched for those who are signed in: it brings the catalogue, which nobody else needs here. Without a network the page does without it. */
const ForYou = lazy(() => import('./network/_ForYou.tsx').catch(() => ({default: (): ReactNode => null})));

function ForYouPanel(): ReactNode {
  const {person} = useSession();
  return person ? <Suspense fallback={null}><ForYou /></Suspense> : null;
}

export default function Home(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const organisation = siteConfig.customFields?.organisation as {name: string};
  return (
    <Layout title={siteConfig.tagline} description={`How staff of ${organisation.name} consult people well: a toolkit, a method selector and a course.`}>
      <main className={styles.page}>
        <header className={styles.opening}>
          <h1>Ask people early. Listen well. Show them what changed.</h1>
          <p className="aw-lede">This is the handbook for everybody at {organisation.name} who asks the public, service users or staff for their views.</p>
        </header>

        <DueForYou />
        <ForYouPanel />

        <ul className={styles.doors}>
          {doors().map((door) => (
            <li key={door.to} className={styles.door}>
              <h2 className={styles.who}>{door.who}</h2>
              <p>{door.what}</p>
              <Link className={`aw-button ${styles.action}`} to={door.to}>{door.action}</Link>
            </li>
          ))}
        </ul>

        <div className={styles.columns}>
          <section aria-labelledby="what-you-can-do">
            <h2 id="what-you-can-do">What you can do here</h2>
            <ul className={styles.list}>
              <li><Link to="/toolkit/">Read the steps</Link> of a consultation, from the first question to the last reply.</li>
              <li><Link to="/methods/">Compare {count.methods} methods</Link>: what each costs, how long it takes and whom it leaves out.</li>
              <li><Link to="/toolkit/templates/">Take a template</Link>, as a page or as a Word file, from the plan to the report.</li>
              <li><Link to="/tools/">Use a tool</Link> for dates, stakeholders, samples and the first page of a consultation.</li>
              <li><Link to="/code-of-practice/self-assessment/">Check a consultation</Link> against 18 steps, and keep your evidence.</li>
              <li><Link to="/method-selector/">Get a recommendation</Link> that you can send to a colleague as a link.</li>
              <li><Link to="/learn/">Learn and be assessed</Link>, and have it on your record.</li>
              <li><Link to="/learn/skills-check/">Take the skills check</Link>: 20 questions, and you skip what you know.</li>
            </ul>
          </section>
          <section aria-labelledby="how-it-works">
            <h2 id="how-it-works">What happens to what you do here</h2>
            <ul className={styles.list}>
              <li>Reading needs no account, and we do not watch what you read.</li>
              <li>Your answers are kept on your device first. You sign in only when there is something to record.</li>
              <li>After your first visit the pages also open without a network. What you finish is sent when the network returns.</li>
              <li>Every page prints on A4. <Link to="/privacy/">How we treat your data</Link> is written down.</li>
            </ul>
          </section>
        </div>
      </main>
    </Layout>
  );
}

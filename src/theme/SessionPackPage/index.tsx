import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Layout from '@theme/Layout';
import {printPage} from '#browser/page.ts';
import {SessionPack} from '#components/facilitate/SessionPack.tsx';
import {SHEETS} from '#components/facilitate/Sheet.tsx';
import {StartField} from '#components/facilitate/StartField.tsx';
import type {Course} from '#core/courses/course.ts';
import type {Session} from '#core/courses/session.ts';
import {organisationOf} from '../Navbar/organisation.ts';
import {useStart} from '../SessionPage/useStart.ts';
import styles from './styles.module.css';

/** A session on paper: one page to print, each sheet on a page of its own. */
export default function SessionPackPage({course, session}: {course: Course; session: Session}): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {text, minutes, onStart} = useStart();
  return (
    <Layout title={`Session pack: ${course.title}`} description={`Running order, questions, answers, register and evaluation form for a session of the course ${course.title}.`}>
      <Head><meta name="robots" content="noindex" /></Head>
      <main className="aw-page">
        <div className={styles.screenOnly}>
          <p><Link to={`/learn/${course.id}/session/`}>Running order</Link></p>
          <h1>Session pack: {course.title}</h1>
          <p>Print it on A4. Each sheet starts on a new page, so you can print the pages that you need.</p>
          <StartField start={text} hint="The times on the sheets follow it." onStart={onStart} />
          <p><button type="button" className="aw-button" onClick={printPage}>Print the pack</button></p>
          <noscript><p className="aw-panel">To print without JavaScript, use the print command of your browser. The times then start at 9:30am.</p></noscript>
          <nav aria-label="Sheets"><ul>{Object.entries(SHEETS).map(([id, title]) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}</ul></nav>
          <p className="aw-hint">The evaluation form asks about use first. In a review of 34 studies (Alliger and others, 1997), finding training useful went with learning more closely than liking it did. The choice of questions is practice judgement.</p>
        </div>
        <SessionPack course={course} session={session} organisation={organisationOf(siteConfig).name} start={minutes} />
      </main>
    </Layout>
  );
}

import type {ReactNode} from 'react';
import type {Begun, Completed} from '#core/courses/myLearning.ts';
import {writeDay, writeDayOf} from '#core/records/londonDay.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  completed: readonly Completed[];
  /** Courses of which lessons are done, and which are not complete yet. */
  begun: readonly Begun[];
  checks: readonly {title: string; on: string}[];
  linkTo: LinkTo;
}

const CURRENCY = {current: 'Current', 'due-soon': 'Due for renewal soon', lapsed: 'Lapsed'} as const;

/** What somebody has done: courses completed, lessons of others with what is missing, and refreshers. */
export function Done({completed, begun, checks, linkTo}: Props): ReactNode {
  const partly = begun.filter(({done}) => done.length > 0);
  return (
    <section aria-labelledby="done" className={styles.section}>
      <h2 id="done">Done</h2>
      {completed.length + partly.length + checks.length === 0 ? <p>Nothing yet. A lesson is done when you have answered the questions at its end.</p> : null}
      {completed.length > 0 ? (
        <div className="aw-table-scroll" role="region" aria-labelledby="completed-caption" tabIndex={0}>
          <table className="aw-table">
            <caption id="completed-caption">Courses completed, the latest first</caption>
            <thead><tr><th scope="col">Course</th><th scope="col">Completed on</th><th scope="col">Standing</th><th scope="col">Current until</th><th scope="col">Version</th></tr></thead>
            <tbody>
              {completed.map(({courseId, title, version, completedAt, renewedAt, until, currency, outcomes}) => (
                <tr key={courseId}>
                  <th scope="row">{outcomes.length > 0 ? linkTo({href: `/learn/${courseId}/`, children: title}) : title}</th>
                  <td>{writeDayOf(completedAt)}{renewedAt ? `, renewed on ${writeDayOf(renewedAt)}` : ''}</td>
                  <td><span className="aw-tag">{CURRENCY[currency]}</span></td>
                  <td>{until ? writeDay(until) : 'No end date'}</td>
                  <td>{version}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {partly.map(({courseId, title, done, missing}) => (
        <div key={courseId} className={styles.partly}>
          <h3>{title}</h3>
          <p>Lessons done:</p>
          <ul>{done.map((lesson) => <li key={lesson.href}>{linkTo({href: lesson.href, children: lesson.title})}</li>)}</ul>
          <details>
            <summary>What is missing ({missing.length})</summary>
            <ul>{missing.map(({text, href}) => <li key={href}>{linkTo({href, children: text})}</li>)}</ul>
          </details>
        </div>
      ))}
      {checks.length > 0 ? (
        <div className={styles.partly}>
          <h3>Refreshers and checks</h3>
          <ul>{checks.map(({title, on}) => <li key={`${title} ${on}`}>{title}, done on {writeDay(on)}</li>)}</ul>
        </div>
      ) : null}
    </section>
  );
}

import type {ReactNode} from 'react';
import type {MyData} from '#core/privacy/api.ts';
import {ROLE_WORDS, writeActor} from '#core/privacy/words.ts';
import {writeDay, writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';

/** Who looked at a person's data, and what was done with it. `kept`: for how long looks are kept, in words. */
export function WhoLooked({looks, acts, kept}: Pick<MyData, 'looks' | 'acts'> & {kept: string}): ReactNode {
  return (
    <>
      <section aria-labelledby="looked">
        <h2 id="looked">Who looked</h2>
        <p>Each line is one person, one day and one page. We keep it for {kept}. The people who run the database do not show here.</p>
        {looks.length === 0 ? <p>Nobody has looked.</p> : (
          <div className="aw-table-scroll" role="region" aria-labelledby="looks-caption" tabIndex={0}>
            <table className="aw-table">
              <caption id="looks-caption">Who looked at your data</caption>
              <thead><tr><th scope="col">Who</th><th scope="col">Role now</th><th scope="col">What they saw</th><th scope="col">Day</th><th scope="col">Times</th></tr></thead>
              <tbody>
                {looks.map(({viewer, role, what, day, times, lastAt}) => (
                  <tr key={`${viewer} ${what} ${lastAt}`}><th scope="row">{viewer ?? 'Somebody who was erased since'}</th><td>{ROLE_WORDS[role]}</td><td>{what}</td><td>{writeDay(day)}</td><td>{times}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section aria-labelledby="done">
        <h2 id="done">What was done</h2>
        {acts.length === 0 ? <p>Nothing is written down yet.</p> : (
          <div className="aw-table-scroll" role="region" aria-labelledby="acts-caption" tabIndex={0}>
            <table className="aw-table">
              <caption id="acts-caption">What was done with your data or account, the newest first</caption>
              <thead><tr><th scope="col">What</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
              <tbody>{acts.map(({at, action, by}, index) => <tr key={`${at} ${index}`}><th scope="row">{action}</th><td>{writeActor(by)}</td><td>{writeDayOf(at)} at {writeTimeOf(at)}</td></tr>)}</tbody>
            </table>
          </div>
        )}
      </section>
    </>
  );
}

import {useState} from 'react';
import type {ReactNode} from 'react';
import type {Register, RegisterMark} from '#core/attendance/api.ts';
import {cellsWith, followedBy} from '#core/attendance/kept.ts';
import type {Intent, WaitingMark} from '#core/attendance/kept.ts';
import {countMarks, factsByPerson, inListOrder} from '#core/attendance/marking.ts';
import {cellKey} from '#core/attendance/merge.ts';
import {askedSentence, standingSentence} from '#core/attendance/rule.ts';
import {markWords, sessionLine, sessionTime, totalsOf} from '#core/attendance/words.ts';
import {Notes} from '../keeping/Notices.tsx';
import type {Note} from '../keeping/Notices.tsx';
import {PaperRegister} from './PaperRegister.tsx';
import {PersonRow} from './PersonRow.tsx';
import styles from './styles.module.css';

/** From this many people on, a name is quicker to type than to find. */
const SEARCH_FROM = 10;

interface Props {
  register: Register;
  waiting: readonly WaitingMark[];
  viewerId: string;
  /** The session on screen; null: the run has none. */
  sessionId: string | null;
  /** The device's time, asked when it is needed. */
  now: () => string;
  /** What is sent and what is not. */
  status: ReactNode;
  notes: readonly Note[];
  onSession: (id: string) => void;
  /** `words`: what to say of it once it is kept. */
  onMarked: (intents: readonly Intent[], words: string) => void;
  onUndone: (noteId: string) => void;
  onDropped: (markId: string) => void;
  onSaid: (words: string) => void;
  onPrinted: () => void;
  onChangesAsked: (personId: string, sessionId: string) => Promise<readonly RegisterMark[] | string>;
}

/** The register of a course run, one session at a time. */
export function RegisterView(props: Props): ReactNode {
  const {register, waiting, viewerId, sessionId, now, status, notes, onSession, onMarked, onUndone, onDropped, onSaid, onPrinted, onChangesAsked} = props;
  const {run, rule, sessions, people} = register;
  const [wanted, setWanted] = useState('');
  const time = now();
  const session = sessions.find(({id}) => id === sessionId);
  const cells = cellsWith(register, waiting, viewerId);
  const facts = factsByPerson(cells.values());
  const cellOf = (personId: string) => (session ? cells.get(cellKey({sessionId: session.id, personId})) : undefined);
  const asked = askedSentence(rule);
  const unmarked = people.filter(({id, isMember}) => isMember && id !== viewerId && !cellOf(id));
  const shown = people.filter(({name}) => name.toLocaleLowerCase('en-GB').includes(wanted.trim().toLocaleLowerCase('en-GB')));
  const markOthers = (): void => {
    if (!session) return;
    const words = unmarked.length === 1 ? '1 person is marked present.' : `${unmarked.length} people are marked present.`;
    onMarked(unmarked.map(({id}) => ({personId: id, sessionId: session.id, mark: 'present', minutes: null, reason: null})), words);
  };
  return (
    <>
      <div className={styles.screen}>
        <p><a href={`/cohorts/?id=${run.id}`}>The course run</a></p>
        <h1 tabIndex={-1}>Register: {run.title}</h1>
        <p className="aw-lede">{run.courseTitle}. {asked ?? 'The course asks for no attendance.'}</p>
        {status}
        {session ? (
          <>
            <div className="aw-field">
              <label htmlFor="session">Session</label>
              <select id="session" value={session.id} onChange={(event) => onSession(event.target.value)}>
                {inListOrder(sessions, time).map((each) => <option key={each.id} value={each.id}>{sessionLine(each, time)}</option>)}
              </select>
            </div>
            <section aria-labelledby="marks">
              <h2 id="marks">{session.title}</h2>
              <p>{sessionTime(session)}.{session.isMandatory ? ' Everybody must be at this session.' : ''}{session.isCancelled ? ' This session is cancelled, so nobody can be marked.' : ''}</p>
              <ul className={styles.totals} aria-label="Totals of the session">
                {totalsOf(countMarks(people.map(({id}) => cellOf(id)))).map(({words, count}) => <li key={words}>{words}: <strong>{count}</strong></li>)}
              </ul>
              {people.length >= SEARCH_FROM ? (
                <div className="aw-field">
                  <label htmlFor="find">Find a name</label>
                  <input id="find" type="search" autoComplete="off" value={wanted} onChange={(event) => setWanted(event.target.value)} />
                  <p role="status" className="aw-hint">{wanted.trim() === '' ? '' : `${shown.length} of ${people.length} people.`}</p>
                </div>
              ) : null}
              {people.length === 0 ? <p>Nobody has a confirmed place in this run yet.</p> : null}
              <ul className={styles.people}>
                {shown.map(({id, name, isMember}) => (
                  <PersonRow
                    key={`${session.id} ${id}`} person={{id, name, isMember, standing: standingSentence(sessions, facts.get(id) ?? [], rule, time)}} session={session} cell={cellOf(id)}
                    waiting={waiting.filter(({mark}) => mark.personId === id && mark.sessionId === session.id)} viewerId={viewerId}
                    onFollowing={() => followedBy(register, waiting, {personId: id, sessionId: session.id}, now())}
                    onMarked={(said) => onMarked([{personId: id, sessionId: session.id, ...said}], `${name}: ${markWords(said)}.`)}
                    onDropped={onDropped} onSaid={onSaid} onChangesAsked={() => onChangesAsked(id, session.id)}
                  />
                ))}
              </ul>
              {unmarked.length > 0 && !session.isCancelled ? (
                <p><button type="button" className="aw-button" onClick={markOthers}>{unmarked.length === 1 ? 'Mark 1 person without a mark present' : `Mark all ${unmarked.length} without a mark present`}</button></p>
              ) : null}
              <Notes notes={notes} onUndone={onUndone} />
            </section>
          </>
        ) : <p>This run has no session yet. Add one on the page of <a href={`/cohorts/?id=${run.id}`}>the course run</a>.</p>}
        <section aria-labelledby="take-away" className={styles.section}>
          <h2 id="take-away">Paper and file</h2>
          <p>Print the names with an empty box for each session, in case phones fail. Type the marks in here afterwards.</p>
          <p className="aw-choices">
            <button type="button" className="aw-button aw-button--quiet" onClick={onPrinted}>Print a paper register</button>
            <a className="aw-button aw-button--quiet" href={`/api/cohorts/${run.id}/register.csv`} download>Download the register as CSV</a>
          </p>
          <p className="aw-hint">The file holds what has been sent.</p>
        </section>
      </div>
      <PaperRegister title={run.title} courseTitle={run.courseTitle} sessions={sessions} names={people.filter(({isMember}) => isMember).map(({name}) => name)} />
    </>
  );
}

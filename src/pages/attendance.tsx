import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useSession} from '@theme/useSession';
import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {dropMark, getAttendanceView, getEmptyAttendance, loadRegister, makeMarks, onAttendanceChange, openRegister, removeRegister, undoMarks} from '#browser/attendance.ts';
import type {AttendanceView} from '#browser/attendance.ts';
import {newRecordId, now} from '#browser/clock.ts';
import {printPage} from '#browser/page.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import {MyAttendanceView} from '#components/attendance/MyAttendanceView.tsx';
import {OnThisDevice} from '#components/attendance/OnThisDevice.tsx';
import {RegisterView} from '#components/attendance/RegisterView.tsx';
import {SendingStatus} from '#components/attendance/SendingStatus.tsx';
import type {Note} from '#components/keeping/Notices.tsx';
import type {MarkChanges, MyAttendance, RegisterMark} from '#core/attendance/api.ts';
import type {Intent} from '#core/attendance/kept.ts';
import {sessionToOpen} from '#core/attendance/marking.ts';
import {waitingSentence} from '#core/attendance/words.ts';
import type {Person} from '#core/records/api.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {toTrouble} from './_reply.ts';
import {useService} from './_useService.ts';

const ADDRESS = '/attendance/';
const WHO = 'The trainers of a course run keep its register here. Only a coordinator gives that role: ask the team at the foot of the page if you should have it.';
const NO_NETWORK = 'The list of changes is with the service, which we cannot reach now. Try again later.';

const momentWords = (moment: string): string => `${writeTimeOf(moment)} on ${writeDayOf(moment)}`;

async function fetchChanges(runId: string, personId: string, sessionId: string): Promise<readonly RegisterMark[] | string> {
  const query = new URLSearchParams({person: personId, session: sessionId}).toString();
  const reply = await callService<MarkChanges>('GET', `/api/cohorts/${encodeURIComponent(runId)}/register/changes?${query}`);
  if (reply.kind === 'ok') return reply.value.changes;
  return reply.kind === 'refused' ? reply.problem.detail : NO_NETWORK;
}

interface Marked extends Note {
  ids: readonly string[];
}

/** Makes marks and says what became of them: kept here, then sent. */
function useMarking(view: AttendanceView) {
  const [said, setSaid] = useState('');
  const [marked, setMarked] = useState<Marked[]>([]);
  const count = view.waiting.filter(({refused}) => refused === null).length;
  const {sent} = view;
  const before = useRef(sent);
  useEffect(() => {
    if (sent > before.current && count === 0) {
      before.current = sent;
      setSaid('Sent.');
    }
  }, [count, sent]);
  const make = async (intents: readonly Intent[], words: string): Promise<void> => {
    const ids = await makeMarks(intents, intents.length > 1);
    setSaid(`Saved on this device. ${words}`);
    if (intents.length > 1) setMarked((all) => [{id: newRecordId(), said: words, canUndo: true, ids}, ...all].slice(0, 2));
  };
  const undo = async (noteId: string): Promise<void> => {
    const note = marked.find(({id}) => id === noteId);
    if (!note) return;
    const left = await undoMarks(note.ids);
    const words = left === 0 ? 'Taken back.' : `Sent already: ${left} of ${note.ids.length}. Change those one by one, with a reason. The others are taken back.`;
    setMarked((all) => all.map((each) => (each.id === noteId ? {...each, said: words, canUndo: false} : each)));
  };
  return {said, setSaid, notes: marked, count, make, undo};
}

function RunRegister({runId, sessionId, viewerId, view}: {runId: string; sessionId: string | null; viewerId: string; view: AttendanceView}): ReactNode {
  const history = useHistory();
  const {said, setSaid, notes, count, make, undo} = useMarking(view);
  useEffect(() => {
    void openRegister(runId);
    return () => void openRegister(null);
  }, [runId, viewerId]);
  const {kept, waiting, service, refused, isSafe} = view;
  if (!kept || view.runId !== runId) {
    const trouble = refused ? toTrouble(refused) : service === 'unreachable' ? {kind: 'unreachable' as const, retryAfterSeconds: null} : null;
    return (
      <>
        <h1>Register</h1>
        {trouble ? <TroublePanel trouble={trouble} onRetry={() => void loadRegister()} /> : <LoadingPanel what="Fetching the register." />}
        {trouble && service === 'unreachable' ? <p>This device does not keep this register. Open it once with a network, and it opens without one for a week.</p> : null}
        {count > 0 ? <p>{waitingSentence(count)}</p> : null}
        <p><a href={ADDRESS}>Registers on this device, and your own attendance</a></p>
      </>
    );
  }
  const {register, loadedAt} = kept;
  const shown = register.sessions.find(({id}) => id === sessionId) ?? sessionToOpen(register.sessions, now()) ?? register.sessions[0];
  return (
    <RegisterView
      register={register} waiting={waiting} viewerId={viewerId} sessionId={shown?.id ?? null} now={now} notes={notes}
      status={<SendingStatus count={count} service={service} isSafe={isSafe} loaded={momentWords(loadedAt)} said={said} onSent={() => void loadRegister()} />}
      onSession={(id) => history.replace(`${ADDRESS}?${new URLSearchParams({run: runId, session: id}).toString()}`)}
      onMarked={(intents, words) => void make(intents, words)} onUndone={(noteId) => void undo(noteId)} onDropped={(id) => void dropMark(id)} onSaid={setSaid} onPrinted={printPage}
      onChangesAsked={(personId, session) => fetchChanges(runId, personId, session)}
    />
  );
}

function Registers({view}: {view: AttendanceView}): ReactNode {
  return (
    <OnThisDevice
      registers={view.registers.map(({runId, title, loadedAt, waiting}) => ({runId, title: title ?? 'Register without names', loadedOn: loadedAt && momentWords(loadedAt), waiting}))}
      onRemoved={(runId) => void removeRegister(runId)}
    />
  );
}

function Mine({person, view}: {person: Person; view: AttendanceView}): ReactNode {
  const {loaded, retry} = useService<MyAttendance>('/api/my-attendance');
  return (
    <>
      <h1>My attendance</h1>
      <p className="aw-lede">The sessions of your course runs, how you were marked, and by whom. If a mark is wrong, tell your trainer.</p>
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching your attendance." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? <MyAttendanceView attendance={loaded.value} viewerId={person.id} now={now()} /> : null}
      <Registers view={view} />
      {person.role === 'learner' ? null : <p>To mark a session, open its register from <a href="/cohorts/">your course runs</a>.</p>}
    </>
  );
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const asked = new URLSearchParams(search);
  const [runId, sessionId] = [asked.get('run'), asked.get('session')];
  const {person, state, refresh} = useSession();
  const view = useSyncExternalStore(onAttendanceChange, getAttendanceView, getEmptyAttendance);
  // Without a network nobody can be asked who is signed in. Whoever was last is taken to be here still, as for answers given offline.
  const viewerId = person?.id ?? (state === 'unreachable' ? view.ownerId : null);
  if (runId !== null && viewerId !== null && person?.role !== 'learner') return <RunRegister key={`${runId} ${viewerId}`} runId={runId} sessionId={sessionId} viewerId={viewerId} view={view} />;
  if (runId !== null && person) return <><h1>Register</h1><div className="aw-panel"><p>{WHO}</p></div><p>Do you want to see how you were marked? <a href={ADDRESS}>See your own attendance</a>.</p></>;
  if (person) return <Mine key={person.id} person={person} view={view} />;
  const title = runId === null ? 'My attendance' : 'Register';
  if (state === 'loading') return <><h1>{title}</h1><LoadingPanel what="Looking up who is signed in." /></>;
  if (state === 'ready') {
    return (
      <>
        <h1>{title}</h1>
        {view.others > 0 ? <p className="aw-panel" role="status">{waitingSentence(view.others)} Whoever made {view.others === 1 ? 'it' : 'them'} can sign in here to send {view.others === 1 ? 'it' : 'them'}.</p> : null}
        <SignInOffer next={runId === null ? ADDRESS : `${ADDRESS}?run=${runId}`}><p>{runId === null ? 'Sign in to see how you were marked in your course runs.' : WHO}</p></SignInOffer>
      </>
    );
  }
  return (
    <>
      <h1>{title}</h1>
      <TroublePanel trouble={state === 'no-service' ? {kind: 'no-service'} : {kind: 'unreachable', retryAfterSeconds: null}} onRetry={() => void refresh()} />
      <Registers view={view} />
    </>
  );
}

export default function AttendancePage(): ReactNode {
  return (
    <Layout title="Attendance" description="Your own attendance, and for trainers the register of a course run, which works without a network.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

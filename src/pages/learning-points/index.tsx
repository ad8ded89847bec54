import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import type {WantedChange} from '#components/points/PointCard.tsx';
import {PointFilters} from '#components/points/PointFilters.tsx';
import type {PointChoice} from '#components/points/PointFilters.tsx';
import {PointQueue} from '#components/points/PointQueue.tsx';
import type {PointQueue as Queue, QueuedPoint} from '#core/points/point.ts';
import {isPointKind, isPointState, STATE_WORDS} from '#core/points/words.ts';
import {Gate} from '../_Gate.tsx';
import {toErrors} from '../_reply.ts';
import {useService} from '../_useService.ts';

const ADDRESS = '/learning-points/';
const WHO = 'Trainers, leads and coordinators see here what readers found wrong, unclear or out of date, and what debriefs taught.';
const HOW = 'To report something, open the form at the end of the page that it is about.';

/** What the address chooses. An address that says nothing shows what is open. */
function choiceIn(search: string): PointChoice {
  const asked = new URLSearchParams(search);
  const [state, kind] = [asked.get('state') ?? 'open', asked.get('kind') ?? ''];
  return {state: state === 'all' ? '' : isPointState(state) ? state : 'open', kind: isPointKind(kind) ? kind : '', owner: asked.get('owner')?.slice(0, 200) ?? ''};
}

function queryOf(choice: PointChoice): string {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

function nameOf({pageTitle, debrief, path}: QueuedPoint): string {
  return pageTitle ?? debrief ?? path ?? '';
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const history = useHistory();
  const choice = choiceIn(search);
  const {loaded, retry, refresh} = useService<Queue>(`/api/points${queryOf(choice)}`);
  // The filter keeps its owners while the next list is fetched.
  const [owners, setOwners] = useState<readonly string[]>([]);
  useEffect(() => {
    if (loaded.kind === 'ready') setOwners(loaded.value.owners);
  }, [loaded]);
  const [note, setNote] = useState('');
  const choose = (next: PointChoice): void => {
    setNote('');
    history.replace(ADDRESS + queryOf({...next, state: next.state === '' ? 'all' : next.state}));
  };
  // One id for one change, so that a second press after a lost answer writes nothing down twice.
  const ids = useRef(new Map<string, string>());
  const change = async (point: QueuedPoint, wanted: WantedChange): Promise<readonly FieldError[]> => {
    setNote('');
    const same = JSON.stringify([point.id, wanted]);
    const id = ids.current.get(same) ?? newRecordId();
    ids.current.set(same, id);
    const reply = await callService<QueuedPoint>('POST', `/api/points/${encodeURIComponent(point.id)}/changes`, {id, ...wanted});
    if (reply.kind === 'ok' || reply.kind === 'refused') ids.current.delete(same);
    if (reply.kind === 'ok') {
      await refresh();
      setNote(wanted.from === wanted.to ? `The note is saved: ${nameOf(point)}.` : `Set to “${STATE_WORDS[wanted.to]}”: ${nameOf(point)}.`);
    }
    return toErrors(reply, ['note']);
  };
  return (
    <>
      <p className="aw-lede">What readers and teams have found, the oldest new points first. Give each an answer.</p>
      <p>Have you held a debrief? {siteLink({href: `${ADDRESS}new/`, children: 'Write its lessons down'})}.</p>
      <PointFilters choice={choice} owners={choice.owner === '' || owners.includes(choice.owner) ? owners : [choice.owner, ...owners]} onChanged={choose} />
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching the learning points." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? <PointQueue queue={loaded.value} csvHref={`/api/points.csv${queryOf(choice)}`} note={note} linkTo={siteLink} onChanged={change} /> : null}
    </>
  );
}

export default function LearningPointsPage(): ReactNode {
  return (
    <Layout title="Learning points" description="For trainers, leads and coordinators: what readers and debriefs have found, and what was done about it.">
      <main className="aw-page">
        <h1>Learning points</h1>
        <Gate signedOut={<SignInOffer next={ADDRESS}><p>{WHO}</p><p>If you are one of them, sign in. {HOW}</p></SignInOffer>}>
          {(person) => (person.role === 'learner' ? <div className="aw-panel"><p>{WHO} A coordinator can give you one of these roles.</p><p>{HOW}</p></div> : <Screen />)}
        </Gate>
      </main>
    </Layout>
  );
}

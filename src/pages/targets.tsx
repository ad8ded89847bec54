import courses from '@generated/askwell-courses/default/courses.json';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import {fullAddress} from '#browser/page.ts';
import {SelectField} from '#components/account/Field.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError, Loaded} from '#components/account/loaded.ts';
import {ConfirmDialog} from '#components/keeping/ConfirmDialog.tsx';
import {TargetCards} from '#components/targets/TargetCards.tsx';
import {TargetForm} from '#components/targets/TargetForm.tsx';
import {TargetView} from '#components/targets/TargetView.tsx';
import {ToTrainTable} from '#components/targets/ToTrainTable.tsx';
import organisation from '#config';
import type {Person} from '#core/records/api.ts';
import type {ReminderOutcome, StaffSummary, TargetDetail, TargetList, TargetSettings, ToTrainList} from '#core/targets/api.ts';
import {draftOf, newDraft} from '#core/targets/form.ts';
import {writeTrainingReminder} from '#core/targets/reminder.ts';
import {people as countPeople} from '#core/targets/words.ts';
import {Gate} from './_Gate.tsx';
import {directorateName} from './_names.ts';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const ADDRESS = '/targets/';
const WHO = 'Coordinators set here how many people are to be trained by when. Directorate leads see their own directorate, and whom to remind.';
const FIELDS = ['title', 'series', 'courseIds', 'directorates', 'jobRoles', 'headcountFrom', 'total', 'parts', 'percent', 'by', 'counts', 'note'];

interface Query {
  directorate: string;
}

const queryOf = ({directorate}: Query): string => (directorate === '' ? '' : `?directorate=${encodeURIComponent(directorate)}`);

function Waiting({loaded, what, onRetry}: {loaded: Exclude<Loaded<unknown>, {kind: 'ready'}>; what: string; onRetry: () => Promise<void>}): ReactNode {
  return loaded.kind === 'loading' ? <LoadingPanel what={what} /> : <TroublePanel trouble={loaded} onRetry={() => void onRetry()} />;
}

function DirectorateSelect({value, all, onChosen}: {value: string; all: string; onChosen: (id: string) => void}): ReactNode {
  return (
    <SelectField id="directorate" label="Directorate" errors={[]} value={value} onChange={(event) => onChosen(event.target.value)}>
      <option value="">{all}</option>
      {organisation.directorates.map(({id, name}) => <option key={id} value={id}>{name}</option>)}
    </SelectField>
  );
}

function List({person}: {person: Person}): ReactNode {
  const [directorate, setDirectorate] = useState('');
  const {loaded, retry} = useService<TargetList>(`/api/targets${queryOf({directorate})}`);
  const isCoordinator = person.role === 'coordinator';
  return (
    <>
      <h1>Training targets</h1>
      <p className="aw-lede">{isCoordinator ? 'How many are to be trained by when, and how it goes.' : `How your directorate stands: ${directorateName(person.directorate)}.`}</p>
      {isCoordinator ? (
        <>
          <p className="aw-choices"><a className="aw-button" href={`${ADDRESS}?new=1`}>Set a target</a><Link to="/staff-list/">Staff list</Link></p>
          <DirectorateSelect value={directorate} all="All together" onChosen={setDirectorate} />
        </>
      ) : null}
      {loaded.kind !== 'ready' ? <Waiting loaded={loaded} what="Counting." onRetry={retry} /> : loaded.value.targets.length === 0
        ? <p>{isCoordinator ? 'No target is set. Set one, for instance a quarter of all staff by April.' : 'No target is set for your directorate.'}</p>
        : <TargetCards targets={loaded.value.targets} />}
      <p><Link to="/measures/">Measures for management</Link></p>
    </>
  );
}

/** People to be trained: of a lead’s own directorate, or of the one that a coordinator chooses. */
function ToTrain({id, person, detail}: {id: string; person: Person; detail: TargetDetail}): ReactNode {
  const isLead = person.role === 'lead';
  const [directorate, setDirectorate] = useState(isLead ? person.directorate ?? '' : detail.target.directorates.length === 1 ? detail.target.directorates[0]?.id ?? '' : '');
  const [page, setPage] = useState(1);
  const query = queryOf({directorate});
  const {loaded, retry, refresh} = useService<ToTrainList>(directorate === '' ? null : `/api/targets/${id}/people${query}&page=${page}`);
  const request = useRef({key: '', id: ''});
  const letter = writeTrainingReminder({
    courses: detail.target.courses, by: detail.target.by, sender: person.displayName ?? person.email, organisation: organisation.name, site: fullAddress(''), contact: organisation.contact,
  });
  const remind = async (emails: readonly string[]): Promise<{errors: readonly FieldError[]; note: string}> => {
    // One id for one choice of people, so that a second press after a lost answer sends no second mail.
    const key = JSON.stringify([directorate, [...emails].sort()]);
    if (request.current.key !== key) request.current = {key, id: newRecordId()};
    const reply = await callService<ReminderOutcome>('POST', `/api/targets/${id}/reminders`, {id: request.current.id, directorate, people: emails});
    if (reply.kind === 'ok' || reply.kind === 'refused') request.current = {key: '', id: ''};
    if (reply.kind !== 'ok') return {errors: toErrors(reply, []), note: ''};
    await refresh();
    const {queued, recently, notOnList} = reply.value;
    const others = [...(recently > 0 ? [`${countPeople(recently)} had one in the last fortnight.`] : []), ...(notOnList > 0 ? [`${countPeople(notOnList)} ${notOnList === 1 ? 'is' : 'are'} no longer on this list.`] : [])];
    return {errors: [], note: [`Reminders go to ${countPeople(queued)}.`, ...others].join(' ')};
  };
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading">Still to be trained</h2>
      {isLead ? null : <DirectorateSelect value={directorate} all="Choose a directorate" onChosen={(chosen) => { setPage(1); setDirectorate(chosen); }} />}
      {detail.target.basis === 'typed' ? <p>There is no staff list behind this target, so the list has only people with an account.</p> : null}
      {directorate === '' ? null : loaded.kind !== 'ready' ? <Waiting loaded={loaded} what="Fetching the list." onRetry={retry} />
        : <ToTrainTable list={loaded.value} csvHref={`/api/targets/${id}/people.csv${query}`} letter={letter} onPage={setPage} onRemind={remind} />}
    </section>
  );
}

function Target({id, person}: {id: string; person: Person}): ReactNode {
  const history = useHistory();
  const {loaded, retry} = useService<TargetDetail>(`/api/targets/${encodeURIComponent(id)}`);
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState('');
  const remove = async (): Promise<void> => {
    setAsking(false);
    const reply = await callService<undefined>('DELETE', `/api/targets/${encodeURIComponent(id)}`);
    if (reply.kind === 'ok') history.push(ADDRESS);
    else setFault(toErrors(reply, [])[0]?.message ?? '');
  };
  if (loaded.kind !== 'ready') return <><h1>Training target</h1><Waiting loaded={loaded} what="Counting." onRetry={retry} /><p><a href={ADDRESS}>All targets</a></p></>;
  const {directorate, settings} = loaded.value;
  return (
    <>
      <p><a href={ADDRESS}>All targets</a></p>
      <TargetView detail={loaded.value} whose={directorate === null ? 'Everybody whom it counts.' : `Your directorate: ${directorateName(directorate)}.`} />
      <ToTrain id={id} person={person} detail={loaded.value} />
      {settings ? (
        <section aria-labelledby="change-heading">
          <h2 id="change-heading">Change it</h2>
          <p className="aw-choices">
            <a className="aw-button aw-button--quiet" href={`${ADDRESS}?edit=${id}`}>Change this target</a>
            <button type="button" className="aw-button aw-button--quiet" onClick={() => setAsking(true)}>Remove this target</button>
          </p>
          <p role="alert" className="aw-error">{fault}</p>
          <ConfirmDialog isOpen={isAsking} title="Remove this target?" confirm="Remove it" onConfirmed={() => void remove()} onClosed={() => setAsking(false)}>
            <p>Nobody’s training record changes. The target and its chart go.</p>
          </ConfirmDialog>
        </section>
      ) : null}
    </>
  );
}

/** The form, for a new target or one that is there. */
function Form({target}: {target: TargetDetail | null}): ReactNode {
  const history = useHistory();
  const {loaded, retry} = useService<StaffSummary>('/api/staff-lists');
  const id = useRef('');
  const save = async (settings: TargetSettings): Promise<readonly FieldError[]> => {
    id.current ||= newRecordId();
    const reply = target
      ? await callService<TargetDetail>('PUT', `/api/targets/${target.target.id}`, {...settings, revision: target.revision})
      : await callService<TargetDetail>('POST', '/api/targets', {id: id.current, ...settings});
    if (reply.kind === 'ok') history.push(`${ADDRESS}?id=${reply.value.target.id}`);
    // The form may be mended and sent again, and another body under the same id would be refused.
    if (reply.kind === 'refused') id.current = '';
    return toErrors(reply, FIELDS);
  };
  if (loaded.kind !== 'ready') return <Waiting loaded={loaded} what="Fetching the staff list." onRetry={retry} />;
  const hasStaffList = loaded.value.people > 0;
  return (
    <TargetForm
      start={target?.settings ? draftOf(target.settings) : newDraft(hasStaffList)} courses={courses.map((course) => ({id: course.id, name: course.title}))} directorates={organisation.directorates}
      jobRoles={loaded.value.jobRoles.map(({name}) => name)} hasStaffList={hasStaffList} save={target ? 'Save the changes' : 'Set the target'} onSaved={save}
    />
  );
}

function Edit({id}: {id: string}): ReactNode {
  const {loaded, retry} = useService<TargetDetail>(`/api/targets/${encodeURIComponent(id)}`);
  return <><h1>Change a target</h1>{loaded.kind === 'ready' ? <Form target={loaded.value} /> : <Waiting loaded={loaded} what="Fetching the target." onRetry={retry} />}<p><a href={`${ADDRESS}?id=${id}`}>Change nothing</a></p></>;
}

function Screen(): ReactNode {
  const {search} = useLocation();
  // The address is known only in the browser, and not when the page is built.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const asked = new URLSearchParams(isReady ? search : '');
  const [id, edit] = [asked.get('id'), asked.get('edit')];
  return (
    <Gate signedOut={<><h1>Training targets</h1><SignInOffer next={id ? `${ADDRESS}?id=${encodeURIComponent(id)}` : ADDRESS}><p>{WHO}</p></SignInOffer></>}>
      {(person) => {
        if (person.role !== 'lead' && person.role !== 'coordinator') {
          return <><h1>Training targets</h1><div className="aw-panel"><p>{WHO}</p><p>You have neither role. A coordinator can give you one; ask the team named at the foot of the page.</p></div></>;
        }
        if (person.role === 'coordinator' && edit) return <Edit key={edit} id={edit} />;
        if (person.role === 'coordinator' && asked.has('new')) return <><h1>Set a target</h1><Form target={null} /><p><a href={ADDRESS}>All targets</a></p></>;
        return id ? <Target key={id} id={id} person={person} /> : <List person={person} />;
      }}
    </Gate>
  );
}

export default function TargetsPage(): ReactNode {
  return (
    <Layout title="Training targets" description="For leads and coordinators: how many people are to be trained by when, how it goes, and whom to remind.">
      <main className="aw-page"><Screen /></main>
    </Layout>
  );
}

import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import type {Reply} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {FileField} from '#components/keeping/FileField.tsx';
import {StaffListView, writeCounts} from '#components/targets/StaffListView.tsx';
import {StaffPreview} from '#components/targets/StaffPreview.tsx';
import organisation from '#config';
import {MOST_PARTS, MOST_ROWS} from '#core/targets/api.ts';
import type {StaffImport, StaffMember, StaffPage, StaffPart, StaffSummary} from '#core/targets/api.ts';
import {compareStaff, inParts} from '#core/targets/compareStaff.ts';
import type {StaffComparison} from '#core/targets/compareStaff.ts';
import {decodeSpreadsheet, LONGEST_STAFF_FILE} from '#core/targets/staffFile.ts';
import type {DecodedFile} from '#core/targets/staffFile.ts';
import {STAFF_HEADINGS} from '#core/targets/staffColumns.ts';
import {readStaffList} from '#core/targets/staffList.ts';
import type {StaffRead} from '#core/targets/staffList.ts';
import {Gate} from './_Gate.tsx';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const WHO = 'Coordinators import the list of staff here, so that targets know how many people there are. Nobody else sees it.';

interface Preview {
  fileName: string;
  encoding: DecodedFile['encoding'];
  read: Extract<StaffRead, {ok: true}>;
  comparison: StaffComparison;
  /** The state that the list was compared with. */
  after: string | null;
}

/** The list that the service has now, whole; or a sentence that says why it cannot be had. */
async function fetchMembers(): Promise<StaffMember[] | string> {
  const members: StaffMember[] = [];
  for (let after: string | null = ''; after !== null;) {
    const reply: Reply<StaffPage> = await callService('GET', `/api/staff-lists/members?after=${encodeURIComponent(after)}`);
    if (reply.kind !== 'ok') return toErrors(reply, [])[0]?.message ?? 'The list could not be fetched. Try again.';
    members.push(...reply.value.members);
    after = reply.value.next;
  }
  return members;
}

function Screen(): ReactNode {
  const {loaded, retry, refresh} = useService<StaffSummary>('/api/staff-lists');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fault, setFault] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  // One id for one preview, so that a second press after a lost answer imports nothing twice.
  const id = useRef('');

  const choose = async (file: File): Promise<void> => {
    setPreview(null);
    setFault('');
    setErrors([]);
    setNote('');
    id.current = '';
    if (file.size > LONGEST_STAFF_FILE) return setFault('This file is too big for a staff list. Take out columns that are not needed, or split it.');
    const {text, encoding} = decodeSpreadsheet(new Uint8Array(await file.arrayBuffer()));
    const read = readStaffList(text, organisation);
    if (!read.ok) return setFault(read.sentence);
    if (read.rows.length > MOST_ROWS * MOST_PARTS) return setFault(`A staff list holds ${MOST_ROWS * MOST_PARTS} people at most.`);
    const summary = await callService<StaffSummary>('GET', '/api/staff-lists');
    if (summary.kind !== 'ok') return setFault(toErrors(summary, [])[0]?.message ?? '');
    const members = await fetchMembers();
    if (typeof members === 'string') return setFault(members);
    setPreview({fileName: file.name, encoding, read, after: summary.value.state, comparison: compareStaff(members, read.rows.map(({member}) => member))});
  };

  const importList = async ({read, after}: Preview, removeMissing: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setErrors([]);
    id.current ||= newRecordId();
    const parts = inParts(read.rows.map(({member}) => member), MOST_ROWS);
    for (const [index, rows] of parts.entries()) {
      const body: StaffPart = {id: id.current, part: index + 1, parts: parts.length, after, removeMissing, rows};
      const reply = await callService<StaffImport>('POST', '/api/staff-lists', body);
      if (reply.kind !== 'ok') {
        // Another choice under the same id would be refused.
        if (reply.kind === 'refused') id.current = '';
        setErrors(toErrors(reply, []));
        break;
      }
      if (reply.value.counts) {
        setPreview(null);
        setNote(`The list is imported. ${writeCounts(reply.value.counts)}`);
        await refresh();
      }
    }
    setBusy(false);
  };

  const undo = async (importId: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const reply = await callService<StaffImport>('POST', `/api/staff-lists/${importId}/undo`);
    setBusy(false);
    setPreview(null);
    setNote(reply.kind === 'ok' ? 'The import is undone. The list is as it was before.' : toErrors(reply, [])[0]?.message ?? '');
    if (reply.kind === 'ok') await refresh();
  };

  return (
    <>
      <p className="aw-lede">Who works here, so that a share of staff can be counted. Being on the list makes nobody an account.</p>
      <p role="status"><strong>{note}</strong></p>
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching the staff list." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? <StaffListView summary={loaded.value} busy={busy} onUndo={(importId) => void undo(importId)} /> : null}
      {loaded.kind === 'ready' && preview === null ? (
        <section aria-labelledby="import-heading">
          <h2 id="import-heading">Import a list</h2>
          <FileField label="Staff list as a CSV file" accept=".csv,.txt,text/csv" fault={fault} onFileChosen={(file) => void choose(file)}
            hint={`The first row names the columns, in any order: ${Object.values(STAFF_HEADINGS).join(', ')}. Only the e-mail and the directorate are needed. The file is read on this device, and you see what it would do before it does it.`} />
          <p>Directorates are written by name or id: {organisation.directorates.map(({name}) => name).join('; ')}.</p>
        </section>
      ) : null}
      {preview ? (
        <StaffPreview {...preview} errors={errors} busy={busy} onImport={(removeMissing) => void importList(preview, removeMissing)}
          onClosed={() => { setPreview(null); setErrors([]); id.current = ''; }} />
      ) : null}
      <p><Link to="/targets/">Training targets</Link></p>
    </>
  );
}

export default function StaffListPage(): ReactNode {
  return (
    <Layout title="Staff list" description="For coordinators: import the list of staff, look at what it would change, and undo it if it was wrong.">
      <main className="aw-page">
        <h1>Staff list</h1>
        <Gate signedOut={<SignInOffer next="/staff-list/"><p>{WHO}</p></SignInOffer>}>
          {(person) => (person.role === 'coordinator' ? <Screen />
            : <div className="aw-panel"><p>{WHO}</p><p>You do not have that role. A coordinator can give it to you; ask the team named at the foot of the page.</p></div>)}
        </Gate>
      </main>
    </Layout>
  );
}

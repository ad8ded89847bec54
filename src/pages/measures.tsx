import Layout from '@theme/Layout';
import {useState} from 'react';
import type {ReactNode} from 'react';
import {saveFile} from '#browser/saveFile.ts';
import {SelectField} from '#components/account/Field.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import {MeasuresView} from '#components/measures/MeasuresView.tsx';
import organisation from '#config';
import type {Measures} from '#core/measures/api.ts';
import {measureBlocks} from '#core/measures/report.ts';
import type {Person} from '#core/records/api.ts';
import {Gate} from './_Gate.tsx';
import {useService} from './_useService.ts';

const WHO = 'These are figures for management. Coordinators see all directorates, and directorate leads their own.';

/** Saves the measures as a Word file; gives a sentence that says how it went. */
async function saveWord(measures: Measures): Promise<string> {
  const name = `training-measures-${measures.today}.docx`;
  try {
    const {writeWord, WORD_TYPE} = await import('#core/word/document.ts');
    saveFile(name, await writeWord({title: 'Training measures', author: organisation.name, day: measures.today, sections: [{blocks: measureBlocks(measures)}]}), WORD_TYPE);
    return `${name} is with your downloads.`;
  } catch {
    return 'The Word file could not be made. Check your connection and try again, or print this page.';
  }
}

function Screen({person}: {person: Person}): ReactNode {
  const [directorate, setDirectorate] = useState('');
  const [note, setNote] = useState('');
  const query = directorate === '' ? '' : `?directorate=${encodeURIComponent(directorate)}`;
  const {loaded, retry} = useService<Measures>(`/api/measures${query}`);
  return (
    <>
      {person.role === 'coordinator' ? (
        <SelectField id="directorate" label="Directorate" errors={[]} value={directorate} onChange={(event) => { setNote(''); setDirectorate(event.target.value); }}>
          <option value="">All together</option>
          {organisation.directorates.map(({id, name}) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
      ) : null}
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching the measures." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? <MeasuresView measures={loaded.value} csvHref={`/api/measures.csv${query}`} note={note} onWord={() => void saveWord(loaded.value).then(setNote)} /> : null}
    </>
  );
}

export default function MeasuresPage(): ReactNode {
  return (
    <Layout title="Training measures" description="For leads and coordinators: figures on training for management, with what each means and what it does not say.">
      <main className="aw-page">
        <h1>Training measures</h1>
        <Gate signedOut={<SignInOffer next="/measures/"><p>{WHO}</p></SignInOffer>}>
          {(person) => (person.role === 'lead' || person.role === 'coordinator' ? <Screen person={person} />
            : <div className="aw-panel"><p>{WHO}</p><p>You have neither role. A coordinator can give you one; ask the team named at the foot of the page.</p></div>)}
        </Gate>
      </main>
    </Layout>
  );
}

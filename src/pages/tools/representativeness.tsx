import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {newRecordId} from '#browser/clock.ts';
import {changeRow} from '#browser/kept.ts';
import {openRow} from '#browser/openRow.ts';
import {printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {Notes, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import type {Overwritten} from '#components/keeping/Notices.tsx';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {Explanation} from '#components/representativeness/Explanation.tsx';
import {AddButtons, RepresentativenessView} from '#components/representativeness/RepresentativenessView.tsx';
import type {Wish} from '#components/representativeness/RepresentativenessView.tsx';
import {applyEdit, EMPTY, EXAMPLE, nameOf, newCharacteristic, parseRepresentativeness, REPRESENTATIVENESS_KEY, titleOf} from '#core/planning/representativeness.ts';
import type {Edit, Kind, Representativeness} from '#core/planning/representativeness.ts';
import {fileNameOf, toPlanCsv, toReportCsv, toTypedText} from '#core/planning/representativenessFile.ts';
import styles from './representativeness.module.css';

const CSV = 'text/csv;charset=utf-8';

interface Happened {
  id: string;
  said: string;
  /** What was there before; null: nothing was, or it is back. */
  undo: Representativeness | null;
}

const boxOf = (edit: Edit): string => (edit.field === 'name' ? 'What people took part in' : edit.field === 'panelSize' ? 'Members wanted'
  : 'of' in edit ? titleOf(edit.of) : '');

/** Sets who took part against the population. Everything stays on the device. */
export default function RepresentativenessPage(): ReactNode {
  // Opened anew when something is put in place of what is kept, which the open row would not hear of.
  const [{store, version}, setOpen] = useState(() => ({store: openRow(REPRESENTATIVENESS_KEY, parseRepresentativeness), version: 0}));
  const {isRead, value, keeping} = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [happened, setHappened] = useState<Happened[]>([]);
  const [overwritten, setOverwritten] = useState<Overwritten[]>([]);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (version > 0 && isRead) headingRef.current?.focus();
  }, [version, isRead]);

  const tell = (said: string, undo: Representativeness | null): void => setHappened((before) => [{id: newRecordId(), said, undo}, ...before]);
  /** Puts something in place of what is kept, or takes it away. Gives what was there by then. */
  const replace = async (next: Representativeness | null): Promise<Representativeness | null> => {
    const {value: before} = await changeRow(REPRESENTATIVENESS_KEY, (row) => ({row: next && {owner: null, value: next}, value: row && parseRepresentativeness(row.value)}));
    setOpen((open) => ({store: openRow(REPRESENTATIVENESS_KEY, parseRepresentativeness), version: open.version + 1}));
    return before;
  };
  const edit = async (made: Edit): Promise<void> => {
    const said = await store.change((stored) => {
      const {record, overwritten: text} = applyEdit(stored, made);
      return {value: record, said: {text, before: stored}};
    });
    if (!said) return;
    const {text, before} = said;
    if (made.field === 'removed') {
      tell(`“${titleOf(made.of)}” is removed.`, before);
      headingRef.current?.focus();
    } else if (text !== null) setOverwritten((all) => [...all, {box: boxOf(made), text}]);
  };
  const add = async (kind: Kind): Promise<void> => {
    const of = newCharacteristic(newRecordId(), kind);
    if (value) await edit({field: 'added', of});
    else await replace({...EMPTY, characteristics: [of]});
  };
  const loadExample = async (): Promise<void> => {
    const before = await replace(EXAMPLE);
    tell('The example is loaded. Its figures are made up.', before);
  };
  const takeBack = async ({id, undo}: Happened): Promise<void> => {
    if (!undo) return;
    // Taking back can be taken back too.
    const replaced = await replace(undo);
    setHappened((before) => before.map((each) => (each.id === id ? {...each, said: `“${nameOf(undo)}” is back as it was.`, undo: replaced} : each)));
  };
  const saveTyped = (record: Representativeness): void => saveFile(fileNameOf(record, 'typed-not-for-publication', 'txt'), toTypedText(record), 'text/plain;charset=utf-8');
  const grant = async (wish: Wish, record: Representativeness): Promise<void> => {
    switch (wish) {
      case 'print': return printPage();
      case 'save-report': return saveFile(fileNameOf(record, 'who-took-part', 'csv'), toReportCsv(record), CSV);
      case 'save-typed': return saveTyped(record);
      case 'example': return loadExample();
      case 'start-again': {
        const before = await replace(null);
        return tell(`“${nameOf(before ?? record)}” is cleared.`, before ?? record);
      }
    }
  };

  const notes = (
    <>
      <Notes notes={happened.map(({id, said, undo}) => ({id, said, canUndo: undo !== null}))}
        onUndone={(id) => {
          const of = happened.find((each) => each.id === id);
          if (of) void takeBack(of);
        }} />
      <OverwrittenNotice overwritten={overwritten} onClosed={() => { setOverwritten([]); headingRef.current?.focus(); }} />
    </>
  );
  return (
    <Layout title="Who took part, against the population"
      description="Set who took part, or who sits on your panel, against the population: shares, gaps, a test in plain words, small numbers protected, and whom to recruit.">
      <main className="aw-page">
        <h1>Who took part, against the population</h1>
        <p className={`aw-lede ${styles.screenOnly}`}>Type how many of each group took part, beside the population. See who is missing, whether chance could explain it, and whom to recruit for a panel.</p>
        <p className={styles.screenOnly}>What you type stays on this device and is sent nowhere. Anybody who uses this browser can see it, so start again when you have finished on a shared computer.</p>
        <noscript><p className={styles.screenOnly}>Working it out needs JavaScript. The explanation below says how to do it by hand.</p></noscript>
        {isRead && (value ? (
          <RepresentativenessView record={value} headingRef={headingRef} note={notes} status={<KeepingStatus state={keeping} what="figures" onExported={() => saveTyped(value)} />}
            onEdited={(made) => void edit(made)} onAdded={(kind) => void add(kind)} onWished={(wish) => void grant(wish, value)}
            onPlanSaved={(size) => saveFile(fileNameOf(value, 'refresh-plan-not-for-publication', 'csv'), toPlanCsv(value, size), CSV)} />
        ) : (
          <section aria-labelledby="begin">
            <h2 id="begin" ref={headingRef} tabIndex={-1}>Begin</h2>
            {notes}
            {keeping !== 'nothing' && <p className="aw-panel">What this device keeps cannot be read by this version of the site. Reload the page first. If you begin anew here, it is replaced.</p>}
            <p>Nothing is typed yet. Choose what you grouped people by, or look at an example first.</p>
            <AddButtons onAdded={(kind) => void add(kind)} />
            <p><button type="button" className="aw-button" onClick={() => void loadExample()}>Load an example</button></p>
          </section>
        ))}
        <Explanation linkTo={siteLink} />
      </main>
    </Layout>
  );
}

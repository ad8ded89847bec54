import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import type {Tally} from '#core/records/mergeDevice.ts';
import {FileField} from '../keeping/FileField.tsx';
import {Tick} from './Tick.tsx';
import {reportOf, sumOf} from './loading.ts';
import styles from './styles.module.css';

/** What a chosen file holds, set against this device. */
export interface Preview {
  /** The day in words on which the file was saved. */
  savedOn: string;
  tallies: readonly Tally[];
  /** Things of a person who is not signed in here. */
  others: number;
  /** Attempts that this version of the site cannot show. */
  unshown: number;
}
export interface Wishes {asNobodys: boolean; replace: boolean}
interface Props {
  fault: string;
  preview: Preview | null;
  wishes: Wishes;
  /** What was added; null before. */
  added: readonly Tally[] | null;
  busy: boolean;
  onFileChosen: (file: File) => void;
  onWished: (wishes: Wishes) => void;
  onAdded: () => void;
  onLeft: () => void;
}

function PreviewTable({tallies}: {tallies: readonly Tally[]}): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="preview-caption" tabIndex={0}>
      <table className="aw-table">
        <caption id="preview-caption">The file against this device</caption>
        <thead><tr><th scope="col">What</th><th scope="col">New here</th><th scope="col">Brought up to date</th><th scope="col">Here already, same or newer</th><th scope="col">Here, but older</th></tr></thead>
        <tbody>
          {tallies.map(({what, added, updated, there, olderHere}) => (
            <tr key={what}><th scope="row">{what}</th><td>{added}</td><td>{updated}</td><td>{there}</td><td>{olderHere}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Choosing({preview, wishes, busy, onWished, onAdded, onLeft}: Pick<Props, 'wishes' | 'busy' | 'onWished' | 'onAdded' | 'onLeft'> & {preview: Preview}): ReactNode {
  const {savedOn, tallies, others, unshown} = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const older = sumOf(tallies, 'olderHere') + (wishes.replace ? sumOf(tallies, 'updated') : 0);
  const canAdd = sumOf(tallies, 'added') + sumOf(tallies, 'updated') > 0;
  return (
    <div className="aw-panel">
      <h3 ref={heading} tabIndex={-1}>What this file would add</h3>
      <p>Saved on {savedOn}. Nothing has been added yet.</p>
      {tallies.length > 0 ? <PreviewTable tallies={tallies} /> : null}
      {older > 0 ? (
        <Tick checked={wishes.replace} onChanged={(replace) => onWished({...wishes, replace})} label="Replace what is older here"
          hint="The file has a newer version of something that you made with a tool. Without the tick, what is here stays as it is." />
      ) : null}
      {others > 0 ? (
        <Tick checked={wishes.asNobodys} onChanged={(asNobodys) => onWished({...wishes, asNobodys})} label={others === 1 ? 'It is mine, add it' : 'They are mine, add them'}
          hint={`${others === 1 ? '1 thing' : `${others} things`} in the file were done by somebody who is not signed in here. If that is you, sign in first. Or tick this: they then belong to nobody, and join a record when somebody signs in and says that they are theirs.`} />
      ) : null}
      {unshown > 0 ? <p>{unshown === 1 ? '1 attempt is' : `${unshown} attempts are`} left out, because this version of the site cannot show the questions. The file still holds {unshown === 1 ? 'it' : 'them'}.</p> : null}
      {canAdd ? null : <p>{others > 0 && !wishes.asNobodys ? 'There is nothing else to add.' : 'Everything in the file is on this device already.'}</p>}
      <p className="aw-choices">
        {canAdd ? <button type="button" className="aw-button" aria-disabled={busy} onClick={onAdded}>{busy ? 'Adding' : 'Add these'}</button> : null}
        <button type="button" className="aw-button aw-button--quiet" onClick={onLeft}>{canAdd ? 'Leave this device as it is' : 'Close'}</button>
      </p>
    </div>
  );
}

function Report({added}: {added: readonly Tally[]}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="aw-panel">
      <h3 ref={heading} tabIndex={-1}>Added to this device</h3>
      <ul>{reportOf(added).map((line) => <li key={line}>{line}</li>)}</ul>
      <p>What waits to be sent goes to the record of whoever it belongs to, once they are signed in here.</p>
    </div>
  );
}

/** A file from another device: what it would add, and then what it did. */
export function LoadFile({fault, preview, added, onFileChosen, ...rest}: Props): ReactNode {
  return (
    <section aria-labelledby="load" className={styles.section}>
      <h2 id="load">Load it on another device</h2>
      <p>Open this page on the other device and choose the file. You see what would be added before anything is. What is here stays.</p>
      <FileField label="Choose your file" hint="A file that “Download everything” saved. It is read on this device." accept=".json,application/json" fault={fault} onFileChosen={onFileChosen} />
      {preview ? <Choosing preview={preview} {...rest} /> : null}
      {added ? <Report added={added} /> : null}
    </section>
  );
}

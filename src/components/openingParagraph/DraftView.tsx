import {useId, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {LENGTHS, nameOf} from '#core/planning/openingParagraph.ts';
import type {Edit, Length, OpeningParagraph} from '#core/planning/openingParagraph.ts';
import type {Warning} from '#core/planning/openingParagraphSources.ts';
import {formatPassages} from '#core/planning/openingParagraphOffer.ts';
import {openingPassages} from '#core/planning/openingParagraphText.ts';
import type {LinkTo} from '../methods/link.tsx';
import {ConfirmDialog} from '../keeping/ConfirmDialog.tsx';
import {FieldGroups} from './FieldGroups.tsx';
import {TextWithCopies} from './TextWithCopies.tsx';
import {countInWords, WarningList} from './WarningList.tsx';
import styles from './styles.module.css';

interface Props {
  draft: OpeningParagraph;
  warnings: readonly Warning[];
  /** A day in words. */
  changedOn: string;
  headingRef: Ref<HTMLHeadingElement>;
  /** Whether what is typed is on the device. */
  status: ReactNode;
  /** What happened last, and what can be taken back. */
  note: ReactNode;
  /** How saving as Word went; empty: it was not asked for. */
  wordNote: string;
  linkTo: LinkTo;
  listHref: string;
  onEdited: (edit: Edit) => void;
  onCopied: (text: string) => Promise<boolean>;
  onSavedAsWord: () => void;
  onSavedAsJson: () => void;
  onPrinted: () => void;
  /** The person has been asked and means it. */
  onStartedAgain: () => void;
  onDeleted: () => void;
}

/** One draft: its fields, both texts as they grow, what is missing, and the ways to keep it. */
export function DraftView(props: Props): ReactNode {
  const {draft, warnings, changedOn, headingRef, status, note, linkTo, listHref, onEdited, onCopied} = props;
  const id = useId();
  return (
    <section aria-labelledby={`${id}-heading`} className={styles.record}>
      <h2 id={`${id}-heading`} ref={headingRef} tabIndex={-1}>{nameOf(draft)}</h2>
      <div className={styles.screenOnly}>
        <p className="aw-hint">Last changed on {changedOn}. It stays on this device.</p>
        <p role="status">{countInWords(warnings)}</p>
        {note}
        <p className="aw-choices"><a href="#texts">Go to the texts</a> <a href="#warnings">Go to what is missing</a> {linkTo({href: listHref, children: 'All drafts'})}</p>
        {status}
      </div>
      <div className={styles.sideBySide}>
        <div className={styles.screenOnly}><FieldGroups draft={draft} warnings={warnings} onEdited={onEdited} /></div>
        {/* A region that scrolls has to take focus, or the keyboard cannot reach what is out of sight. */}
        <div id="texts" className={styles.texts} role="region" aria-label="The two texts" tabIndex={0}>
          <LengthChoice length={draft.length} onEdited={onEdited} />
          <TextWithCopies title="Opening paragraph" passages={openingPassages(draft)} onCopied={onCopied} />
          <TextWithCopies title="Offer of other formats" passages={formatPassages(draft)} isLarge onCopied={onCopied} />
        </div>
      </div>
      <WarningList warnings={warnings} linkTo={linkTo} />
      <Keep {...props} />
    </section>
  );
}

function LengthChoice({length, onEdited}: {length: Length; onEdited: (edit: Edit) => void}): ReactNode {
  const name = useId();
  return (
    <fieldset className={`${styles.length} ${styles.screenOnly}`}>
      <legend>Length</legend>
      {(Object.keys(LENGTHS) as Length[]).map((each) => (
        <label key={each} className={styles.tick}>
          <input type="radio" name={name} value={each} checked={length === each} onChange={() => onEdited({kind: 'length', to: each})} />
          <span>{LENGTHS[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Keep({draft, linkTo, listHref, wordNote, onSavedAsWord, onSavedAsJson, onPrinted, onStartedAgain, onDeleted}: Props): ReactNode {
  const [asking, setAsking] = useState<'start-again' | 'delete' | null>(null);
  const name = nameOf(draft);
  const close = (): void => setAsking(null);
  return (
    <div className={styles.screenOnly}>
      <h3>Keep it, share it or clear it</h3>
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={onSavedAsWord}>Save as Word</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onPrinted}>Print</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsJson}>Download as JSON</button>
      </p>
      <p role="status">{wordNote}</p>
      <p className="aw-choices">
        <button type="button" className="aw-link-button" onClick={() => setAsking('start-again')}>Start again</button>
        <button type="button" className="aw-link-button" onClick={() => setAsking('delete')}>Delete this draft</button>
        {linkTo({href: listHref, children: 'All drafts'})}
      </p>
      <ConfirmDialog isOpen={asking === 'start-again'} title="Start again?" confirm="Clear the fields" onClosed={close} onConfirmed={() => { close(); onStartedAgain(); }}>
        <p>This clears every field of “{name}” but its name. You can undo it until you leave this page.</p>
      </ConfirmDialog>
      <ConfirmDialog isOpen={asking === 'delete'} title="Delete it?" confirm="Delete it" onClosed={close} onConfirmed={() => { close(); onDeleted(); }}>
        <p>This takes “{name}” off this device. You can undo it until you leave this page.</p>
      </ConfirmDialog>
    </div>
  );
}

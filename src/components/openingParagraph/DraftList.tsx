import type {ReactNode, Ref} from 'react';
import {LONGEST_TEXT} from '#core/planning/openingParagraph.ts';
import {JsonFileField} from '../keeping/FileField.tsx';
import {OthersNotice} from '../keeping/Notices.tsx';
import {StartForm} from '../keeping/StartForm.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** A draft on this device, in words ready to read. */
export interface DraftItem {
  id: string;
  name: string;
  href: string;
  /** How much is left. */
  left: string;
  changedOn: string;
}

interface Props {
  items: readonly DraftItem[];
  /** How many on this device belong to somebody who is not signed in now. */
  others: number;
  signInHref: string;
  headingRef: Ref<HTMLHeadingElement>;
  note: ReactNode;
  /** Why a file could not be loaded; empty when nothing is wrong. */
  fileFault: string;
  linkTo: LinkTo;
  onStarted: (name: string) => void;
  onExampleLoaded: () => void;
  onFileChosen: (file: File) => void;
}

/** The drafts on this device, a new one, the example, and one from a file. */
export function DraftList({items, others, signInHref, headingRef, note, fileFault, linkTo, onStarted, onExampleLoaded, onFileChosen}: Props): ReactNode {
  return (
    <section aria-labelledby="drafts" className={styles.screenOnly}>
      <h2 id="drafts" ref={headingRef} tabIndex={-1}>Your drafts</h2>
      {note}
      {items.length === 0 ? <p>There is none on this device yet. Start one below, or load the example to see where it leads.</p> : (
        <ul className={styles.list}>
          {items.map(({id, name, href, left, changedOn}) => (
            <li key={id}>{linkTo({href, children: name})}<span className="aw-hint"> {left} Last changed on {changedOn}.</span></li>
          ))}
        </ul>
      )}
      <OthersNotice count={others} signInHref={signInHref} linkTo={linkTo} />
      <StartForm start="Start a draft" hint="In everyday words. It becomes the heading, and you can change it later." longest={LONGEST_TEXT} onStarted={onStarted} />
      <p>
        <button type="button" className="aw-button aw-button--quiet" onClick={onExampleLoaded}>Load an example</button>
      </p>
      <JsonFileField fault={fileFault} onFileChosen={onFileChosen} />
    </section>
  );
}

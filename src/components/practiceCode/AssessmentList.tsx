import type {ReactNode, Ref} from 'react';
import {LONGEST} from '#core/planning/selfAssessment.ts';
import {JsonFileField} from '../keeping/FileField.tsx';
import {OthersNotice} from '../keeping/Notices.tsx';
import {StartForm} from '../keeping/StartForm.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** A self-assessment on this device, in words ready to read. */
export interface AssessmentItem {
  id: string;
  name: string;
  href: string;
  answered: number;
  total: number;
  changedOn: string;
}

interface Props {
  items: readonly AssessmentItem[];
  /** How many on this device belong to somebody who is not signed in now. */
  others: number;
  signInHref: string;
  headingRef: Ref<HTMLHeadingElement>;
  note: ReactNode;
  /** Why a file could not be loaded; empty when nothing is wrong. */
  fileFault: string;
  linkTo: LinkTo;
  onStarted: (name: string) => void;
  onFileChosen: (file: File) => void;
}

/** The self-assessments on this device, a new one, and one from a file. */
export function AssessmentList({items, others, signInHref, headingRef, note, fileFault, linkTo, onStarted, onFileChosen}: Props): ReactNode {
  return (
    <section aria-labelledby="assessments" className={styles.screenOnly}>
      <h2 id="assessments" ref={headingRef} tabIndex={-1}>Your self-assessments</h2>
      {note}
      {items.length === 0 ? <p>There is none on this device yet.</p> : (
        <ul className={styles.list}>
          {items.map(({id, name, href, answered, total, changedOn}) => (
            <li key={id}>{linkTo({href, children: name})}<span className="aw-hint"> {answered} of {total} steps answered, last changed on {changedOn}</span></li>
          ))}
        </ul>
      )}
      <OthersNotice count={others} signInHref={signInHref} linkTo={linkTo} />
      <StartForm start="Start a self-assessment" hint="As your colleagues know it. You can change it later." longest={LONGEST.name} onStarted={onStarted} />
      <JsonFileField fault={fileFault} onFileChosen={onFileChosen} />
    </section>
  );
}

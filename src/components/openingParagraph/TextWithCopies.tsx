import {useId, useState} from 'react';
import type {ReactNode} from 'react';
import {toHtml, toPlainText} from '#core/planning/openingParagraphFile.ts';
import type {Passage} from '#core/planning/openingParagraphParts.ts';
import {Passages} from './Passages.tsx';
import styles from './styles.module.css';

interface Props {
  title: string;
  passages: readonly Passage[];
  /** Drawn larger, as the template for it asks. */
  isLarge?: boolean;
  /** Copies the text; says whether it worked. Browsers refuse where the page is not secure. */
  onCopied: (text: string) => Promise<boolean>;
}

/** One of the two texts with the ways to copy it. Where the browser refuses, the copy is shown and can be taken by hand. */
export function TextWithCopies({title, passages, isLarge = false, onCopied}: Props): ReactNode {
  const id = useId();
  const [outcome, setOutcome] = useState<{said: string; text: string | null}>({said: '', text: null});
  const copy = async (text: string, what: string): Promise<void> => setOutcome((await onCopied(text))
    ? {said: `Copied as ${what}.`, text: null} : {said: 'Your browser does not let the page copy. Copy it from the box below.', text});
  return (
    <section aria-labelledby={id} className={styles.text}>
      <h3 id={id}>{title}</h3>
      <div className={isLarge ? `${styles.sheet} ${styles.large}` : styles.sheet}><Passages passages={passages} level={4} /></div>
      <div className={styles.screenOnly}>
        <p className="aw-choices">
          <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy(toPlainText(passages), 'text')}>Copy as text<span className="aw-visually-hidden">: {title}</span></button>
          <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy(toHtml(passages), 'HTML')}>Copy as HTML<span className="aw-visually-hidden">: {title}</span></button>
        </p>
        <p role="status">{outcome.said}</p>
        {outcome.text !== null && (
          <div className="aw-field">
            <label htmlFor={`${id}-copy`}>Copy of the text</label>
            <textarea id={`${id}-copy`} readOnly value={outcome.text} onFocus={({target}) => target.select()} />
          </div>
        )}
      </div>
    </section>
  );
}

import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

/** What has to be typed, so that nobody erases themselves by a slip. */
const WORD = 'erase';

interface Props {
  /** What becomes of training records, in words. */
  training: string;
  /** Whether training records stay for a time. */
  staysAWhile: boolean;
  onErased: () => Promise<readonly FieldError[]>;
}

/** Erases the person signed in, in two steps: what goes and what stays, then a word to type. */
export function EraseMe({training, staysAWhile, onErased}: Props): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [word, setWord] = useState('');
  const {errors, busy, submit} = useSubmit(async (typed: string) => (typed.trim().toLowerCase() === WORD ? onErased() : [{field: 'word', message: `Type the word ${WORD}, or press “Keep my account”.`}]));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void submit(word);
  };
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">Erase me</h2>
      <h3>What goes at once</h3>
      <ul>
        <li>Your name, e-mail address, directorate and role</li>
        <li>Every way to sign in: sessions, passkeys and links to other accounts</li>
        <li>Your answers, drafts, and what you handed in for judged tasks, with what assessors wrote</li>
        <li>Your certificates. Print or save them first: we can no longer say whether they are valid</li>
        <li>Your place in the network, your reminders, your calendar address and your line in the staff list</li>
        <li>Your places in course runs to come</li>
      </ul>
      <h3>What stays</h3>
      {staysAWhile
        ? <p>Your marks, completions and attendance stay under a number that leads to no name, since the organisation must show that training took place. How long: {training}.</p>
        : <p>No marks, completions or attendance stay.</p>}
      <p>The log of what was done stays under the same number, so that nobody can change it unseen. Reports that you sent about pages stay without a link to you. Copies in backups go when those are replaced.</p>
      {isAsking ? (
        <form onSubmit={send} noValidate aria-labelledby="erase">
          <ErrorSummary errors={errors} />
          <TextField id="word" label={`Type ${WORD} to go on`} hint="You cannot undo this. If you sign in again later, you start with an empty record." errors={errors} autoComplete="off" autoCapitalize="none" spellCheck={false} value={word} onChange={(event) => setWord(event.target.value)} />
          <p className={styles.choices}>
            <button type="submit" className="aw-button" aria-disabled={busy}>Erase my account</button>
            <button type="button" className="aw-link-button" onClick={() => { setAsking(false); setWord(''); }}>Keep my account</button>
          </p>
        </form>
      ) : <p className={styles.choices}><button type="button" className="aw-button aw-button--quiet" onClick={() => setAsking(true)}>Go on to erase my account</button></p>}
    </section>
  );
}

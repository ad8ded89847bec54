import {useEffect, useId, useRef, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {DebriefDraft, DraftFault, LessonDraft} from '#core/points/draft.ts';
import {LONGEST_TITLE, MOST_LESSONS} from '#core/points/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import {MailPanel} from './MailPanel.tsx';
import type {Mail} from './MailPanel.tsx';
import styles from './styles.module.css';
import {WordsField} from './WordsField.tsx';

interface Props {
  draft: DebriefDraft;
  /** Pages that may be chosen, with the titles that people know them by. */
  pages: readonly {address: string; title: string}[];
  /** Finds the page that somebody typed, for the line below the box. */
  pageOf: (typed: string) => string | null;
  /** The account signed in; null: nobody, who cannot be asked. The address is not known while the service is out of reach. */
  account: {email: string | null} | null;
  faultsOf: (draft: DebriefDraft) => readonly DraftFault[];
  mail: Mail | null;
  /** Whether what is typed is on the device. */
  keeping: ReactNode;
  onTitled: (title: string) => void;
  onAsked: (mayAsk: boolean) => void;
  onAdded: () => void;
  onRemoved: (id: string) => void;
  onEdited: (id: string, edit: Partial<LessonDraft>) => void;
  onSent: () => Promise<void>;
  onCopied: (text: string) => Promise<boolean>;
}

/** The lessons of a debrief, each of which becomes a point in the queue. */
export function DebriefForm(props: Props): ReactNode {
  const {draft, pages, pageOf, account, faultsOf, mail, keeping, onTitled, onAsked, onAdded, onRemoved, onEdited, onSent, onCopied} = props;
  const id = useId();
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const busy = useRef(false);
  /** How many lessons there were when one was asked for or taken away; the focus follows once the change is drawn. */
  const asked = useRef<number | null>(null);
  const count = draft.lessons.length;
  const last = draft.lessons.at(-1)?.id;
  useEffect(() => {
    if (asked.current === null || asked.current === count) return;
    document.getElementById(count > asked.current && last !== undefined ? `happened-${last}` : `${id}-add`)?.focus();
    asked.current = null;
  }, [count, last, id]);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = [...faultsOf(draft)];
    setFaults(found);
    if (found.length > 0 || busy.current) return;
    busy.current = true;
    try {
      await onSent();
    } finally {
      busy.current = false;
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>Write the lessons down</h2>
      <ErrorSummary errors={faults} />
      <TextField id="title" label="Name of the consultation" hint={`At most ${LONGEST_TITLE} characters.`} errors={faults} autoComplete="off" value={draft.title} onChange={(event) => onTitled(event.target.value)} />
      <p className="aw-hint">Do not write names or anything else about a person. Those who teach and lead here read this.</p>
      {draft.lessons.map((lesson, index) => (
        <Lesson key={lesson.id} lesson={lesson} place={index + 1} count={count} faults={faults} pageTitle={titleOf(lesson.page, pages, pageOf)} listId={`${id}-pages`}
          onEdited={(edit) => onEdited(lesson.id, edit)} onRemoved={() => { asked.current = count; onRemoved(lesson.id); }} />
      ))}
      <datalist id={`${id}-pages`}>{pages.map(({address, title}) => <option key={address} value={address} label={title} />)}</datalist>
      <p className="aw-choices">
        <button type="button" id={`${id}-add`} className="aw-button aw-button--quiet" aria-disabled={count >= MOST_LESSONS}
          onClick={() => { if (count < MOST_LESSONS) { asked.current = count; onAdded(); } }}>Add a lesson</button>
        {count >= MOST_LESSONS ? <span className="aw-hint">Ten at once. Send these, then write more.</span> : null}
      </p>
      {keeping}
      {mail ? <MailPanel mail={mail} onCopied={onCopied} /> : (
        <>
          {account === null ? <p className="aw-hint">We do not store who sends this.</p> : (
            <p className={styles.choice}>
              <input type="checkbox" id={`${id}-ask`} checked={draft.mayAsk} onChange={(event) => onAsked(event.target.checked)} />
              <label htmlFor={`${id}-ask`}>You may ask me about these. Then the address of your account{account.email === null ? '' : `, ${account.email},`} goes with them. Otherwise we do not store who sends them.</label>
            </p>
          )}
          <p className="aw-choices"><button type="submit" className="aw-button">Send the lessons</button></p>
        </>
      )}
    </form>
  );
}

function titleOf(typed: string, pages: Props['pages'], pageOf: Props['pageOf']): string | null {
  const address = pageOf(typed);
  return address === null ? null : pages.find((page) => page.address === address)?.title ?? address;
}

interface LessonProps {
  lesson: LessonDraft;
  place: number;
  count: number;
  faults: readonly DraftFault[];
  /** Title of the page typed; null: none is known. */
  pageTitle: string | null;
  listId: string;
  onEdited: (edit: Partial<LessonDraft>) => void;
  onRemoved: () => void;
}

function Lesson({lesson, place, count, faults, pageTitle, listId, onEdited, onRemoved}: LessonProps): ReactNode {
  const {id, happened, nextTime, page} = lesson;
  const faultIn = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.message;
  return (
    <fieldset className={styles.lesson}>
      <legend>Lesson {place}</legend>
      <WordsField id={`happened-${id}`} label="What happened?" hint="One or two sentences. Figures help." error={faultIn(`happened-${id}`)} value={happened} onChanged={(value) => onEdited({happened: value})} />
      <WordsField id={`nextTime-${id}`} label="What should the next team do?" hint="As an instruction, for somebody who was not there." error={faultIn(`nextTime-${id}`)} value={nextTime} onChanged={(value) => onEdited({nextTime: value})} />
      <TextField id={`page-${id}`} label="Which page is it about? You can leave this." hint="Type a word of its title and choose from the list, or paste its address." errors={faults} list={listId} autoComplete="off" spellCheck={false}
        autoCapitalize="none" value={page} onChange={(event) => onEdited({page: event.target.value})} />
      {pageTitle === null ? null : <p className="aw-hint">Page: {pageTitle}</p>}
      {count > 1 ? <p className="aw-choices"><button type="button" className="aw-link-button" onClick={onRemoved}>Take out this lesson<span className="aw-visually-hidden">: lesson {place}</span></button></p> : null}
    </fieldset>
  );
}

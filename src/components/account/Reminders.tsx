import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import type {ReminderSettings} from '#core/records/api.ts';
import {ErrorSummary} from './ErrorSummary.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

interface Props {
  settings: ReminderSettings;
  /** Day on which the calendar address was made, in words; null without one. */
  feedSince: string | null;
  email: string;
  /** The address made just now; null when none was. It is not known later. */
  address: string | null;
  onEmail: (email: boolean) => Promise<readonly FieldError[]>;
  onFeedMade: () => Promise<readonly FieldError[]>;
  onFeedEnded: () => Promise<readonly FieldError[]>;
  /** Copies the text; says whether it worked. */
  onCopied: (text: string) => Promise<boolean>;
}

type Change = 'email' | 'made' | 'ended';

/** How a member is reminded of refreshers and of completions that end: by e-mail, and by a calendar address of their own. */
export function Reminders({settings, feedSince, email, address, onEmail, onFeedMade, onFeedEnded, onCopied}: Props): ReactNode {
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Mails lead here, and the browser looked for the place before the settings had been fetched.
    if (window.location.hash === '#reminders') heading.current?.scrollIntoView();
  }, []);
  const {errors, busy, submit} = useSubmit((change: Change) => (change === 'email' ? onEmail(!settings.email) : change === 'made' ? onFeedMade() : onFeedEnded()));
  const change = async (what: Change, said: string): Promise<void> => {
    setNote('');
    if (await submit(what)) setNote(said);
  };
  return (
    <section aria-labelledby="reminders" className={styles.screenOnly}>
      <h2 id="reminders" ref={heading}>Reminders</h2>
      <p>A refresher is due four weeks after you complete a course, and then every six months. You are told before a completion ends, and when it has.</p>
      <ErrorSummary errors={errors} />
      <p className={styles.tick}>
        <input
          type="checkbox" id="reminder-mail" checked={settings.email} aria-describedby="reminder-mail-hint"
          onChange={() => void change('email', settings.email ? 'We no longer e-mail you about this.' : 'Saved. The first e-mail comes tomorrow at the earliest.')}
        />
        <label htmlFor="reminder-mail">E-mail me when something is due</label>
      </p>
      <p id="reminder-mail-hint" className="aw-hint">It goes to {email} at about 9 in the morning, once for each date.</p>
      <h3>Your calendar address</h3>
      <p>
        {feedSince === null
          ? 'A calendar that subscribes to your own address shows these dates and keeps them up to date. Anybody who has the address can read them. It holds no name.'
          : `You made an address on ${feedSince}. It cannot be shown again. If you lost it or somebody else has it, make a new one: the old one then stops.`}
      </p>
      {address === null ? null : <FeedAddress address={address} onCopied={onCopied} />}
      <p className={styles.choices}>
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void change('made', 'Here is your address. Copy it now: it is shown only once.')}>
          {feedSince === null ? 'Make a calendar address' : 'Make a new address'}
        </button>
        {feedSince === null ? null : <button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void change('ended', 'The address has ended. Calendars that use it stop showing these dates.')}>End the address</button>}
      </p>
      <p role="status" className="aw-hint">{note}</p>
    </section>
  );
}

function FeedAddress({address, onCopied}: Pick<Props, 'onCopied'> & {address: string}): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  useEffect(() => {
    // Made by a press of a button below it: bring the reader to what is shown only once.
    field.current?.focus();
    setNote('');
  }, [address]);
  const copy = async (): Promise<void> => {
    setNote('');
    if (await onCopied(address)) return setNote('Address copied.');
    field.current?.focus();
    field.current?.select();
    setNote('Your browser does not let the page copy. The address is selected: press Ctrl and C, or Command and C.');
  };
  return (
    <div>
      <div className="aw-field">
        <label htmlFor="feed-address">Address for your calendar, shown only now</label>
        <p className="aw-hint" id="feed-hint">In your calendar, look for “Add from the internet” or “Subscribe”, and paste it there.</p>
        <input id="feed-address" ref={field} type="text" readOnly value={address} aria-describedby="feed-hint" onFocus={(event) => event.target.select()} />
      </div>
      <p><button type="button" className="aw-button" onClick={() => void copy()}>Copy the address</button></p>
      <p role="status" className="aw-hint">{note}</p>
    </div>
  );
}

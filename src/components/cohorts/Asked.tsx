import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import type {RunBooking} from '#core/runs/api.ts';
import type {BookingState} from '#core/runs/booking.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {Fold} from './Fold.tsx';
import {ReasonForm} from './ReasonForm.tsx';
import styles from './styles.module.css';

export type Decide = (booking: {personId: string; state: BookingState; name: string}, to: Exclude<BookingState, 'requested'>, reason: string | null) => Promise<readonly FieldError[]>;

interface Props {
  /** In the order of the waiting list. */
  bookings: readonly RunBooking[];
  /** Places that nobody holds. */
  free: number;
  isFixed: boolean;
  note: string;
  onDecided: Decide;
}

const nameOf = ({displayName, email}: RunBooking): string => displayName ?? email;

/** Who asked for a place and has none: requests, the waiting list, and bookings that were cancelled. */
export function Asked({bookings, free, isFixed, note, onDecided}: Props): ReactNode {
  const inState = (state: BookingState): RunBooking[] => bookings.filter((each) => each.state === state);
  const [requested, waiting, cancelled] = [inState('requested'), inState('waiting'), inState('cancelled')];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The row whose button was pressed may be gone.
    if (note !== '' && document.activeElement === document.body) heading.current?.focus();
  }, [note]);
  return (
    <section aria-labelledby="asked-heading" className={styles.section}>
      <h2 id="asked-heading" ref={heading} tabIndex={-1}>Requests and waiting list</h2>
      <p role="status" className="aw-hint">{note}</p>
      {requested.length + waiting.length === 0 ? <p>Nobody is waiting for a place.</p> : null}
      {requested.length > 0 ? <><h3>Asked for a place</h3><Rows bookings={requested} free={free} isFixed={isFixed} onDecided={onDecided} /></> : null}
      {waiting.length > 0 ? <><h3>Waiting list</h3><Rows bookings={waiting} free={free} isFixed={isFixed} isNumbered onDecided={onDecided} /></> : null}
      {cancelled.length > 0 ? (
        <details className={styles.fold}>
          <summary>Cancelled bookings ({cancelled.length})</summary>
          <Rows bookings={cancelled} free={free} isFixed={isFixed} onDecided={onDecided} />
        </details>
      ) : null}
    </section>
  );
}

function Rows({bookings, free, isFixed, isNumbered = false, onDecided}: Omit<Props, 'note'> & {isNumbered?: boolean}): ReactNode {
  const List = isNumbered ? 'ol' : 'ul';
  return <List className={styles.rows}>{bookings.map((booking) => <li key={booking.personId}><Row booking={booking} free={free} isFixed={isFixed} onDecided={onDecided} /></li>)}</List>;
}

function Row({booking, free, isFixed, onDecided}: {booking: RunBooking} & Pick<Props, 'free' | 'isFixed' | 'onDecided'>): ReactNode {
  const {personId, state, reason} = booking;
  const name = nameOf(booking);
  const decide = (to: Exclude<BookingState, 'requested'>, why: string | null): Promise<readonly FieldError[]> => onDecided({personId, state, name}, to, why);
  const mayConfirm = state === 'requested' || (free > 0 && (state === 'waiting' || booking.isClosed));
  const of = <span className="aw-visually-hidden">: {name}</span>;
  return (
    <>
      <p>
        <strong>{booking.displayName ?? 'No name given'}</strong> <span className={styles.mail}>{booking.email}</span>
        {state === 'cancelled' ? <>{booking.isClosed ? 'Cancelled by a trainer' : 'Gave up the place'} on {writeDayOf(booking.changedAt)}.{reason === null ? null : <> {reason}</>}</> : <>Asked on {writeDayOf(booking.askedAt)}.</>}
      </p>
      {isFixed ? null : (
        <>
          {mayConfirm ? <Confirm words={state === 'cancelled' ? 'Give the place back' : 'Confirm'} name={name} onPressed={() => decide('confirmed', null)} /> : null}
          {state === 'requested' ? (
            <Fold summary={<>Move to the waiting list{of}</>}>
              {({close}) => (
                <ReasonForm form={`wait-${personId}`} label="Why, if you want to say so" hint="It goes into the e-mail." button="Move to the waiting list" isRequired={false} onSent={(why) => decide('waiting', why || null)} onDone={close} />
              )}
            </Fold>
          ) : null}
          {state === 'cancelled' ? null : (
            <Fold summary={<>{state === 'requested' ? 'Decline' : 'Cancel'}{of}</>}>
              {({close}) => (
                <ReasonForm
                  form={`decline-${personId}`} label="Why can they not have a place?" hint="It goes to them by e-mail. Say what else they can do." button={state === 'requested' ? 'Decline the request' : 'Cancel the booking'} isRequired
                  onSent={(why) => decide('cancelled', why)} onDone={close}
                />
              )}
            </Fold>
          )}
        </>
      )}
    </>
  );
}

function Confirm({words, name, onPressed}: {words: string; name: string; onPressed: () => Promise<readonly FieldError[]>}): ReactNode {
  const [fault, setFault] = useState('');
  const {busy, submit} = useSubmit<null>(async () => {
    const errors = await onPressed();
    setFault(errors[0]?.message ?? '');
    return errors;
  });
  return (
    <>
      <div role="alert">{fault === '' ? null : <p className="aw-error">{fault}</p>}</div>
      <p><button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void submit(null)}>{words}<span className="aw-visually-hidden">: {name}</span></button></p>
    </>
  );
}

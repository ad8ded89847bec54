import type {ReactNode} from 'react';
import type {MyBooking} from '#core/runs/api.ts';
import {isOver} from '#core/runs/session.ts';
import {writeDay} from '#core/records/londonDay.ts';
import {asSentence} from '#core/runs/words.ts';
import type {FieldError} from '../account/loaded.ts';
import {Fold} from '../cohorts/Fold.tsx';
import {ReasonForm} from '../cohorts/ReasonForm.tsx';
import {SessionDates} from '../cohorts/SessionDates.tsx';
import styles from './styles.module.css';

interface Props {
  bookings: readonly MyBooking[];
  /** Now, in ISO 8601: what lies behind is folded away. */
  now: string;
  onGivenUp: (booking: MyBooking, reason: string | null) => Promise<readonly FieldError[]>;
}

function standing({state, place, reason, cancelledReason}: MyBooking): string {
  if (cancelledReason !== null) return `The run is cancelled. The reason: ${asSentence(cancelledReason)}`;
  if (state === 'confirmed') return 'You have a place.';
  if (state === 'requested') return 'You asked for a place. Your trainer has not confirmed it yet.';
  if (state === 'waiting') return `You are number ${place ?? ''} on the waiting list. You move up by yourself when somebody leaves.`;
  return reason === null ? 'You gave up your place.' : `A trainer cancelled your booking. The reason: ${asSentence(reason)}`;
}

/** The runs in which somebody has a place or asked for one. */
export function MyBookings({bookings, now, onGivenUp}: Props): ReactNode {
  const past = bookings.filter(({sessions}) => isOver(sessions, now));
  const coming = bookings.filter((booking) => !past.includes(booking));
  return (
    <>
      {coming.length === 0 ? <p>You have no bookings now. Did a trainer give you a code? <a href="/join/">Join with the code</a>.</p> : <Bookings bookings={coming} now={now} onGivenUp={onGivenUp} />}
      {past.length > 0 ? <details><summary>Runs that are over ({past.length})</summary><Bookings bookings={past} now={now} onGivenUp={onGivenUp} /></details> : null}
    </>
  );
}

function Bookings({bookings, now, onGivenUp}: Props): ReactNode {
  return (
    <ul className={styles.runs}>
      {bookings.map((booking) => {
        const {cohortId, title, courseId, courseTitle, startsOn, trainers, state, sessions, timeZone, cancelledReason} = booking;
        const isOn = cancelledReason === null && !isOver(sessions, now);
        return (
          <li key={cohortId} className="aw-card">
            <h3>{title}</h3>
            <p><strong>{standing(booking)}</strong></p>
            <p>A run of <a href={`/learn/${courseId}/`}>{courseTitle}</a> from {writeDay(startsOn)}{trainers.length === 0 ? '' : `, with ${trainers.join(', ')}`}.</p>
            {state === 'cancelled' ? null : <SessionDates sessions={sessions} zone={timeZone} />}
            {state === 'confirmed' && sessions.length > 0 ? <p><a href={`/api/cohorts/${cohortId}/calendar.ics`} download>Download the calendar file<span className="aw-visually-hidden">: {title}</span></a></p> : null}
            {isOn && state !== 'cancelled' ? (
              <Fold summary={<>{state === 'waiting' ? 'Leave the waiting list' : 'Give up my place'}<span className="aw-visually-hidden">: {title}</span></>}>
                {({close}) => (
                  <ReasonForm
                    form={`leave-${cohortId}`} label="Why, if you want to say so" hint="Your trainer sees it. Leave out anything about your health." button={state === 'waiting' ? 'Leave the list' : 'Give up the place'} isRequired={false}
                    onSent={(reason) => onGivenUp(booking, reason || null)} onDone={close}
                  />
                )}
              </Fold>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

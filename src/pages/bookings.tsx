import Layout from '@theme/Layout';
import {useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import type {Reply} from '#browser/api.ts';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {MyBookings} from '#components/bookings/MyBookings.tsx';
import {OpenRuns} from '#components/bookings/OpenRuns.tsx';
import type {MyBookings as Bookings} from '#core/runs/api.ts';
import {Gate} from './_Gate.tsx';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const ADDRESS = '/bookings/';

function Screen(): ReactNode {
  const {loaded, readAt, retry, refresh} = useService<Bookings>('/api/bookings');
  const [note, setNote] = useState('');
  const finish = async (reply: Reply<Bookings>, words: string): Promise<readonly FieldError[]> => {
    if (reply.kind === 'ok') {
      await refresh();
      setNote(words);
    }
    return toErrors(reply, ['reason']);
  };
  if (loaded.kind === 'loading') return <LoadingPanel what="Fetching your bookings." />;
  if (loaded.kind !== 'ready') return <TroublePanel trouble={loaded} onRetry={() => void retry()} />;
  const {bookings, open} = loaded.value;
  return (
    <>
      <p role="status" className="aw-hint">{note}</p>
      <section aria-labelledby="mine">
        <h2 id="mine">Your bookings</h2>
        <MyBookings bookings={bookings} now={readAt} onGivenUp={async ({cohortId, title}, reason) =>
          finish(await callService<Bookings>('POST', `/api/bookings/${cohortId}/cancellation`, {reason}), `You no longer have a booking for “${title}”.`)} />
      </section>
      <section aria-labelledby="open">
        <h2 id="open">Runs that you can book</h2>
        <OpenRuns runs={open} onBooked={async ({cohortId, title}) => finish(await callService<Bookings>('POST', '/api/bookings', {cohortId}), `“${title}” is among your bookings now.`)} />
      </section>
    </>
  );
}

export default function BookingsPage(): ReactNode {
  return (
    <Layout title="My bookings" description="Your places in course runs, with dates and joining instructions, and the runs that you can book.">
      <main className="aw-page">
        <h1>My bookings</h1>
        <p className="aw-lede">Dates, places and joining instructions of your course runs, and runs with free places.</p>
        <Gate signedOut={<SignInOffer next={ADDRESS}><p>Everybody who signs in can book a place in a course run here.</p><p>With a code from your trainer, <a href="/join/">join the run</a> instead.</p></SignInOffer>}>
          {() => <Screen />}
        </Gate>
      </main>
    </Layout>
  );
}

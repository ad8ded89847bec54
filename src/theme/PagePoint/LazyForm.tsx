import {lazy, Suspense} from 'react';
import type {ReactNode} from 'react';
import type {FormProps} from './Form.tsx';

function NotFetched(): ReactNode {
  return <p className="aw-panel" role="alert">The form could not be fetched. Check your connection, reload the page and open this again.</p>;
}

// Fetched when somebody opens it: it stands at the end of every page, and hardly any visit needs it.
const Form = lazy(() => import('./Form.tsx').catch(() => ({default: NotFetched})));

/** The form, fetched when it is first drawn. */
export default function LazyForm(props: FormProps): ReactNode {
  return <Suspense fallback={<p className="aw-hint">Opening the form.</p>}><Form {...props} /></Suspense>;
}

/** Starts sending what waits on this device. Fetched after the page is drawn, so that nobody waits for it. */
export function startSending(): void {
  import('#browser/points.ts').then(({startPoints}) => startPoints(), () => {
    // It could not be fetched. What waits is kept on the device, and the next page that loads tries again.
  });
}

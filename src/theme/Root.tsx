import {useEffect} from 'react';
import type {ReactNode} from 'react';
import {Announcer} from '#components/frame/announcer.tsx';

/** Starts sending what waits on this device. Fetched after the page is drawn: nobody waits for it, and it is most of the weight of a page. */
async function startSending(): Promise<void> {
  const [{startOutbox}, {startOutboxMachine}] = await Promise.all([import('#browser/outbox.ts'), import('#machines/outbox.ts')]);
  startOutbox({machine: startOutboxMachine});
  (await import('#browser/points.ts')).startPoints();
}

/** Stands round every page and is never drawn anew: what must outlive a move from page to page lives here. */
export default function Root({children}: {children: ReactNode}): ReactNode {
  useEffect(() => {
    startSending().catch(() => {
      // The parts could not be fetched. What waits is kept on the device, and the next page that loads tries again.
    });
  }, []);
  return (
    <>
      {children}
      <Announcer />
    </>
  );
}

import {useEffect} from 'react';
import type {ReactNode} from 'react';
import {Announcer} from '#components/frame/announcer.tsx';

/** Registers and their marks are kept under keys that begin so; see core/attendance/kept.ts. */
const KEPT_OF_REGISTERS = 'register';

/** Starts sending what waits on this device. Fetched after the page is drawn: nobody waits for it, and it is most of the weight of a page. */
async function startSending(): Promise<void> {
  const [{startOutbox}, {startOutboxMachine}] = await Promise.all([import('#browser/outbox.ts'), import('#machines/outbox.ts')]);
  startOutbox({machine: startOutboxMachine});
  (await import('#browser/points.ts')).startPoints();
  const {listRows} = await import('#browser/kept.ts');
  // For devices that hold a register; for all others it would be weight.
  if ((await listRows(KEPT_OF_REGISTERS)).length > 0) (await import('#browser/attendance.ts')).startAttendance();
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

import {reminderDay} from '#core/courses/reminderMail.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import {writeStillRight} from '#core/network/mail.ts';
import {hiddenFrom} from '#core/network/stillRight.ts';
import type {App, Services} from '../parts.ts';
import {addMail} from '../repositories/mail.ts';
import {takeToAsk} from '../repositories/network.ts';

/** It is looked this often whether somebody is to be asked. A day earlier or later is all the same. */
const LOOK_EVERY_MS = 60 * 60_000;
/** People handled in one transaction: few enough that other instances find work too. */
const BATCH = 20;
const MAIL_LIVES_MS = 3 * 86_400_000;

type ChoreParts = Pick<Services, 'database' | 'clock' | 'organisation' | 'randomBytes' | 'config'>;

/**
 * Asks members whether their profile is still right: 12 months after they last said so, and again 30 days later. Mail leaves during the
 * day in London, from whichever instance comes first. Gives how many mails that made.
 */
export async function askWhetherStillRight(parts: ChoreParts): Promise<number> {
  const {database, clock, organisation, randomBytes, config} = parts;
  const now = clock();
  if (reminderDay(now.toISOString()) === null) return 0;
  for (let mails = 0; ;) {
    const taken = await database.transaction(async (tx) => {
      const people = await takeToAsk(tx, now, BATCH);
      for (const {email, isLast} of people) {
        const {subject, text} = writeStillRight({isLast, hiddenOn: toLondonDay(hiddenFrom(now.toISOString(), isLast)), site: config.publicUrl, contact: organisation.contact});
        await addMail(tx, {id: makeRecordId(now.getTime(), randomBytes(10)), recipient: email, subject, body: text}, now, new Date(now.getTime() + MAIL_LIVES_MS));
      }
      return people.length;
    });
    mails += taken;
    if (taken < BATCH) return mails;
  }
}

/** Does the chore again and again while the app runs. */
export function keepAsking(app: App, services: Services): void {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  const look = (): void => {
    working ??= askWhetherStillRight(services)
      .then((mails) => { if (mails > 0) services.outbox.kick(); }, () => app.log.warn('Members of the network could not be asked whether their profile is right; it will be tried again.'))
      .finally(() => { working = null; });
  };
  app.addHook('onReady', async () => {
    timer = setInterval(look, LOOK_EVERY_MS);
    timer.unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await working;
  });
}

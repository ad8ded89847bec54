import type {OfferedSession, RunSession} from './api.ts';
import {linkOf} from './session.ts';

/**
 * A session as somebody may see it. A link and the joining instructions let anybody in, so they are for people who are confirmed; the name
 * of a room helps everybody to decide. Built field by field, so that nothing new shows by itself.
 */
export function offerSession(session: RunSession, isConfirmed: boolean): OfferedSession {
  const {id, title, startsAt, endsAt, mode, isMandatory, cancelledReason} = session;
  const isOpen = isConfirmed || (mode === 'room' && linkOf(session.place) === null);
  return {
    id, title, startsAt, endsAt, mode, isMandatory, cancelledReason,
    place: isOpen ? session.place : null,
    instructions: isConfirmed ? session.instructions : null,
  };
}

import {newStakeholder} from './stakeholders.ts';
import type {Stakeholder} from './stakeholders.ts';

export const EXAMPLE_TITLE = 'Example (made up): new hours for a library';

/** A made-up list that shows every quarter, a gap and an entry that is out of date. `newId` gives ids; `today` as 2026-11-22. */
export function exampleEntries(newId: () => string, today: string): Stakeholder[] {
  const longAgo = `${String(Number(today.slice(0, 4)) - 2).padStart(4, '0')}-03-01`;
  return [
    newStakeholder(newId(), {
      name: 'Example: Friends of the library', segment: 'Committee', influence: 4, interest: 5, affected: 'They run the Saturday club, which the new hours would end.',
      contact: 'friends@example.org', audiences: ['voluntary-sector', 'service-users'], approach: 'Plan the options with them before they are public.', checked: today,
    }),
    newStakeholder(newId(), {
      name: 'Example: Ward councillors', influence: 5, interest: 2, affected: 'People will ask them about the change.', audiences: ['councillors'],
      approach: 'A short briefing, two weeks before anything is published.', checked: today,
    }),
    newStakeholder(newId(), {
      name: 'Example: Parents', segment: 'At work until six', influence: 1, interest: 5, affected: 'Evening opening is the only time they can come.',
      audiences: ['carers-parents', 'working-age-time-poor'], approach: 'Ask at the school gate and by text message.', checked: longAgo,
    }),
    newStakeholder(newId(), {
      name: 'Example: Day centre for older people', influence: 2, interest: 4, affected: 'Its minibus comes on the morning that would close.', contact: '01632 960123',
      audiences: ['older-people', 'people-not-mobile'], checked: today,
    }),
    newStakeholder(newId(), {
      name: 'Example: Shops in the square', influence: 2, interest: 2, affected: 'A few customers fewer on one morning.', audiences: ['businesses'], approach: 'A letter with the dates.',
    }),
    newStakeholder(newId(), {name: 'Example: Interpreters’ network', affected: 'Not known yet. Ask them.', audiences: ['people-with-limited-english']}),
  ];
}

import {describe, expect, it} from 'vitest';
import {badgeOf, wordsOf} from '#components/records/syncWords.ts';
import {EMPTY_OUTBOX} from '#core/records/outbox.ts';
import type {OutboxItem, OutboxView} from '#core/records/outbox.ts';

const item = (over: Partial<OutboxItem> = {}): OutboxItem => ({id: 'a', quizId: 'q', at: '2026-11-22T10:00:00Z', owner: 'me', state: 'waiting', reason: null, tries: 0, ...over});
const view = (over: Partial<OutboxView> = {}): OutboxView => ({...EMPTY_OUTBOX, ...over});

describe('what the screen says of a record', () => {
  it.each([
    ['sent', item({state: 'sent'}), view(), 'me', 'sent', 'Sent to your record.', []],
    ['waiting for the next round', item(), view(), 'me', 'saved', 'Saved on this device. It is sent', []],
    ['on its way', item(), view({sending: true}), 'me', 'saved', 'Saved on this device. Sending', []],
    ['while the service is down', item(), view({lastError: 'Out of reach.'}), 'me', 'failed', 'Could not send: Out of reach. It is saved on this device', ['retry']],
    ['refused', item({state: 'set-aside', reason: 'Another record has this id.'}), view(), 'me', 'failed', 'Could not send: Another record has this id.', ['retry', 'export']],
    ['before anybody signed in', item({owner: null}), view(), null, 'saved', 'Saved on this device. Sign in', ['sign-in']],
    ['done before signing in, not claimed', item({owner: null}), view(), 'me', 'saved', 'Saved on this device. It was done before', ['claim']],
    ['after the session ended', item(), view({needsSignIn: true}), 'me', 'failed', 'Could not send: you are not signed in any more.', ['sign-in']],
    ['of somebody else', item({owner: 'other'}), view(), 'me', 'saved', 'Saved on this device. It waits for the person', []],
    ['of somebody who signed out', item({owner: 'other'}), view(), null, 'saved', 'Saved on this device. It waits for the person', ['sign-in']],
    ['without a record service', item(), view({service: 'no-service'}), 'me', 'saved', 'Saved on this device. This copy of the site has no record service', []],
    ['in a browser that keeps nothing', item({owner: null}), view({kept: false}), null, 'not-kept', 'Not kept on this device.', ['sign-in', 'export']],
  ] as [string, OutboxItem, OutboxView, string | null, string, string, string[]][])('%s', (_, record, outbox, person, state, text, actions) => {
    const words = wordsOf(record, outbox, person);
    expect(words).toMatchObject({state, actions});
    expect(words.text).toContain(text);
  });

  it('claims that something is saved only where it is', () => {
    for (const owner of [null, 'me', 'other']) {
      for (const over of [{}, {sending: true}, {lastError: 'No.'}, {needsSignIn: true}, {service: 'no-service' as const}]) {
        expect(wordsOf(item({owner}), view({...over, kept: false}), 'me').text).toContain('it is lost if you close this page');
      }
    }
  });
});

describe('the badge in the header', () => {
  it.each([
    ['nothing', view(), null],
    ['one that waits', view({waiting: 1}), 'Saved on this device, not sent: 1 answer'],
    ['two of nobody', view({unowned: 2}), 'Saved on this device, not sent: 2 answers'],
    ['one while the service is down', view({waiting: 1, lastError: 'No.'}), 'Could not send: 1 answer. Saved on this device'],
    ['one refused', view({setAside: [item()]}), 'Could not send: 1 answer'],
    ['one that is not kept', view({waiting: 1, kept: false}), 'Not kept if you close this page: 1 answer'],
    ['those of somebody else', view({others: 3}), null],
  ] as [string, OutboxView, string | null][])('says %s', (_, outbox, text) => {
    expect(badgeOf(outbox)?.text ?? null).toBe(text);
  });
});

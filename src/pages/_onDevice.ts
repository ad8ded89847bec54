import {useEffect, useState} from 'react';
import {isShownTo} from '#browser/attempts.ts';
import type {KeptRow} from '#browser/database.ts';
import {watchRows} from '#browser/kept.ts';
import type {DeviceRecord, DeviceThing} from '#components/account/OnThisDevice.tsx';
import {keptThings} from '#core/planning/keptThings.ts';
import type {OutboxItem, OutboxView} from '#core/records/outbox.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {quizTitle} from './_names.ts';

function sentenceOf(item: OutboxItem, personId: string | null, view: OutboxView): string {
  if (item.state === 'set-aside') {
    return `${item.reason ?? 'The record service refused it and gave no reason.'} It stays on this device. Save it as a file and send that to the team named at the foot of the page.`;
  }
  if (item.owner === null) return personId === null ? 'It goes to your record when you sign in.' : 'It is on nobody’s record. If it is yours, sign out, sign in again and leave “They are mine” ticked.';
  if (personId === null) return 'It waits for the person who was signed in then. If that was you, sign in.';
  if (item.owner !== personId) return 'It waits for the person who was signed in then, and is never sent under your name.';
  return view.lastError ?? 'It is sent by itself as soon as the record service can be reached.';
}

/** What has not reached anybody's record, in words ready to read. `personId`: who is signed in. */
export function recordsOnDevice(view: OutboxView, personId: string | null): DeviceRecord[] {
  return view.items.filter((item) => item.state !== 'sent').map((item): DeviceRecord => ({
    id: item.id, title: quizTitle(item.quizId), on: writeDayOf(item.at), state: item.state === 'set-aside' ? 'set-aside' : 'waiting',
    sentence: sentenceOf(item, personId, view),
  }));
}

/** What tools keep on this device and may show to this person (null: nobody signed in), in words ready to read, the latest change first. */
export function useKeptThings(personId: string | null): DeviceThing[] {
  const [rows, setRows] = useState<KeptRow[]>([]);
  useEffect(() => watchRows('', setRows), []);
  return keptThings(rows.filter((row) => isShownTo(row, personId)), personId).map(({changedAt, ...thing}) => ({...thing, changedOn: writeDayOf(changedAt)}));
}

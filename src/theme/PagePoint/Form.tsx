import {useState} from 'react';
import type {ReactNode} from 'react';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {newRecordId, now} from '#browser/clock.ts';
import {copyText, fullAddress} from '#browser/page.ts';
import {keepPoint} from '#browser/points.ts';
import {getPersonId} from '#browser/session.ts';
import {useSession} from '@theme/useSession';
import {PointForm} from '#components/points/PointForm.tsx';
import type {HeadingChoice} from '#components/points/PointForm.tsx';
import {EMPTY_POINT, faultsOfPoint, parsePointDraft, pointOf} from '#core/points/draft.ts';
import {mailHref, writePoints} from '#core/points/mail.ts';
import {organisationOf} from '../Navbar/organisation.ts';
import {useDraft} from './useDraft.ts';
import {usePoints} from './usePoints.ts';
import Waiting from './Waiting.tsx';

export interface FormProps {
  /** Path of the page, as it stands in a point. */
  path: string;
  question: {id: string; version: string} | null;
  headings: readonly HeadingChoice[];
}

/** Introduces the form to the device's storage, to the person signed in and to what sends. */
export default function Form({path, question, headings}: FormProps): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {contact} = organisationOf(siteConfig);
  const {person, state} = useSession();
  const view = usePoints();
  const personId = getPersonId();
  const {value, change, clear} = useDraft(question ? `question/${question.id}` : `page${path}`, parsePointDraft, EMPTY_POINT, personId);
  const [ids, setIds] = useState<readonly string[]>([]);
  if (value === null) return <p className="aw-hint">Opening the form.</p>;

  // A heading of an older version of the page would lead nowhere.
  const draft = {...value, heading: headings.some(({id}) => id === value.heading) ? value.heading : ''};
  const make = (id: string) => pointOf(draft, {id, at: now(), path, question, personId});
  const send = async (): Promise<void> => {
    const id = newRecordId();
    await keepPoint(make(id));
    setIds((before) => [...before, id]);
    clear();
  };
  const words = writePoints([make('')], fullAddress(''));
  return (
    <PointForm
      draft={draft} headings={headings} account={personId === null ? null : {email: person?.email ?? null}} faultsOf={faultsOfPoint}
      mail={state === 'no-service' || view.service === 'no-service' ? {address: contact.email, words, ...mailHref(contact.email, 'Learning point', words)} : null}
      status={<Waiting ids={ids} path={path} {...(question ? {questionId: question.id} : {})} />}
      onEdited={(edit) => change((before) => ({...before, ...edit}))} onSent={send} onCopied={copyText}
    />
  );
}

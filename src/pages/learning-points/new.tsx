import Layout from '@theme/Layout';
import {useDraft} from '@theme/PagePoint/useDraft';
import {usePoints} from '@theme/PagePoint/usePoints';
import Waiting from '@theme/PagePoint/Waiting';
import {siteLink} from '@theme/siteLink';
import {useSession} from '@theme/useSession';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {newRecordId, now} from '#browser/clock.ts';
import {copyText, fullAddress} from '#browser/page.ts';
import {keepPoint} from '#browser/points.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {DebriefForm} from '#components/points/DebriefForm.tsx';
import organisation from '#config';
import {EMPTY_DEBRIEF, faultsOfDebrief, parseDebriefDraft, pointsOfDebrief} from '#core/points/draft.ts';
import type {DebriefDraft, LessonDraft} from '#core/points/draft.ts';
import {mailHref, writePoints} from '#core/points/mail.ts';
import {findPage} from '#core/points/place.ts';

interface PageChoice {
  address: string;
  title: string;
}

/** The pages of the site, fetched after the form is drawn. Without them a page can still be named by its address. */
function usePages(): readonly PageChoice[] {
  const [pages, setPages] = useState<readonly PageChoice[]>([]);
  useEffect(() => {
    import('@generated/askwell-search/default/index.json').then(
      ({default: sections}) => setPages(sections.filter(({level}) => level === 1).map(({url, title}) => ({address: url, title}))),
      () => undefined,
    );
  }, []);
  return pages;
}

const emptyLesson = (): LessonDraft => ({id: newRecordId(), happened: '', nextTime: '', page: ''});

/** Changes a lesson. One that another tab took out meanwhile comes back: what somebody types is never lost. */
function withLesson(draft: DebriefDraft, id: string, changed: Partial<LessonDraft>): DebriefDraft {
  const lessons = draft.lessons.some((lesson) => lesson.id === id) ? draft.lessons : [...draft.lessons, {...emptyLesson(), id}];
  return {...draft, lessons: lessons.map((lesson) => (lesson.id === id ? {...lesson, ...changed} : lesson))};
}

function Screen(): ReactNode {
  const {person, state} = useSession();
  const personId = getPersonId();
  const {service} = usePoints();
  const pages = usePages();
  const {value, keeping, change, clear} = useDraft('debrief', parseDebriefDraft, EMPTY_DEBRIEF, personId);
  const [ids, setIds] = useState<readonly string[]>([]);
  const standing = useRef<HTMLHeadingElement>(null);
  // A form that nobody has begun shows one lesson to fill in, which is kept with the first letter.
  const [first, setFirst] = useState(emptyLesson);
  useEffect(() => {
    if (ids.length > 0) standing.current?.focus();
  }, [ids]);
  if (value === null) return <p role="status">Opening the form.</p>;

  const whole = (draft: DebriefDraft): DebriefDraft => (draft.lessons.length === 0 ? {...draft, lessons: [first]} : draft);
  const shown = whole(value);
  const edit = (make: (draft: DebriefDraft) => DebriefDraft): void => change((before) => make(whole(before)));
  const points = () => pointsOfDebrief(shown, {at: now(), pages, personId});
  const words = writePoints(points(), fullAddress(''));
  const send = async (): Promise<void> => {
    const made = points();
    // One after the other, so that they stand in the queue in the order written.
    for (const point of made) await keepPoint(point);
    setIds((before) => [...before, ...made.map(({id}) => id)]);
    clear();
    // The last one's id is now that of a point.
    setFirst(emptyLesson());
  };
  return (
    <>
      <DebriefForm
        draft={shown} pages={pages} pageOf={(typed) => findPage(typed, pages)} account={personId === null ? null : {email: person?.email ?? null}} faultsOf={(draft) => faultsOfDebrief(draft, pages)}
        mail={state === 'no-service' || service === 'no-service' ? {address: organisation.contact.email, words, ...mailHref(organisation.contact.email, 'Lessons of a debrief', words)} : null}
        keeping={<KeepingStatus state={keeping} what="lessons" onExported={() => saveFile('askwell-debrief.txt', words, 'text/plain;charset=utf-8')} />}
        onTitled={(title) => edit((draft) => ({...draft, title}))}
        onAsked={(mayAsk) => edit((draft) => ({...draft, mayAsk}))}
        onAdded={() => { const lesson = emptyLesson(); edit((draft) => ({...draft, lessons: [...draft.lessons, lesson]})); }}
        onRemoved={(id) => edit((draft) => ({...draft, lessons: draft.lessons.filter((lesson) => lesson.id !== id)}))}
        onEdited={(id, changed) => edit((draft) => withLesson(draft, id, changed))}
        onSent={send} onCopied={copyText}
      />
      <h2 ref={standing} tabIndex={-1}>Sent, and still on this device</h2>
      <p>Everything that you have reported from any page of this site and that has not been sent stands here.</p>
      <Waiting ids={ids} />
    </>
  );
}

export default function NewLearningPointsPage(): ReactNode {
  return (
    <Layout title="Lessons of a debrief" description="Send what a debrief has taught to the people who keep this site right.">
      <main className="aw-page">
        <h1>Lessons of a debrief</h1>
        <p className="aw-lede">Write down what happened and what the next team should do. Each lesson goes to the people who keep the page that it is about.</p>
        <p>How to hold the meeting: {siteLink({href: '/toolkit/feedback/debrief/', children: 'Hold a debrief'})}. What you type stays on this device until it is sent. You need not sign in.</p>
        <p>Trainers, leads and coordinators see the list under {siteLink({href: '/learning-points/', children: 'Learning points'})}.</p>
        <noscript><p>The form needs JavaScript. You can send the lessons to the team named at the foot of the page instead.</p></noscript>
        <Form />
      </main>
    </Layout>
  );
}

/** Drawn once scripts run: what was typed is on the device, which no server knows. */
function Form(): ReactNode {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return isReady ? <Screen /> : null;
}

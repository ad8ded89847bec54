import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {followRoom} from '#browser/live.ts';
import type {RoomFollowed, RoomShown} from '#browser/live.ts';
import {LiveCodeForm} from '#components/live/LiveCodeForm.tsx';
import {PhoneQuestion} from '#components/live/PhoneQuestion.tsx';
import {ResultTable} from '#components/live/ResultTable.tsx';
import {readLiveCode} from '#core/live/code.ts';
import {answerTo} from '#core/live/phone.ts';
import {toResultRows} from '#core/live/results.ts';

const NO_ROOM = 'No live question has this code now. Look at the wall again, or ask your trainer.';
const AWAY = 'We cannot reach the service. We keep trying, and this page goes on by itself.';
const MISSED = 'Your answer to an earlier question came too late, so it is not counted.';

function Inside({shown, onAnswered}: {shown: RoomShown; onAnswered: RoomFollowed['answer']}): ReactNode {
  const {phone, isAway} = shown;
  const question = phone.view?.question;
  if (!phone.view || !question) return <p role="status">You are in. Wait here for the first question.</p>;
  const {room, state, results} = phone.view;
  const answer = answerTo(phone, question.id);
  const hasMissed = phone.answers.some(({questionId, standing, counted}) => questionId !== question.id && standing === 'late' && counted === null);
  return (
    <>
      {hasMissed ? <p className="aw-hint">{MISSED}</p> : null}
      {results ? (
        <>
          <h2>{question.stem}</h2>
          <ResultTable rows={toResultRows(question.options, results.counts, results.answered)} people={results.answered} chosen={answer?.counted ?? []} isSeveral={question.type === 'multi'} />
        </>
      ) : (
        <PhoneQuestion key={`${room} ${question.id}`} question={question} state={state} answer={answer} isAway={isAway} onAnswered={(chosen) => onAnswered(question.id, chosen)} />
      )}
      <p role="status" className="aw-visually-hidden">{results ? 'Results are shown.' : `Question: ${question.stem}`}</p>
    </>
  );
}

function Room({code, onEntered}: {code: string; onEntered: (code: string) => void}): ReactNode {
  const [shown, setShown] = useState<RoomShown | null>(null);
  const followed = useRef<RoomFollowed | null>(null);
  useEffect(() => {
    const room = followRoom(code, setShown);
    followed.current = room;
    return () => room.stop();
  }, [code]);
  const leave = <p><a href="/live/">Use another code</a></p>;
  switch (shown?.standing) {
    case 'no-room': return <LiveCodeForm code={code} error={NO_ROOM} onEntered={onEntered} />;
    case 'no-service': return <><div className="aw-panel" role="alert"><p>This copy of the site has no record service, so phones cannot answer here. Raise your hand instead.</p></div>{leave}</>;
    case 'ended': return <><div className="aw-panel" role="status"><p>Your trainer has ended this. The answers are deleted.</p></div>{leave}</>;
    case 'in':
      return (
        <>
          <p role="status" className={shown.isAway ? 'aw-panel' : undefined}>{shown.isAway ? AWAY : ''}</p>
          <Inside shown={shown} onAnswered={(questionId, chosen) => followed.current?.answer(questionId, chosen)} />
        </>
      );
    default: return <p role="status">{shown?.isAway ? AWAY : 'Looking for the question.'}</p>;
  }
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const history = useHistory();
  // The page is the same on the server for every code; the address is read once it runs here.
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  const typed = isReady ? new URLSearchParams(search).get('code') ?? '' : '';
  const code = readLiveCode(typed);
  const [tries, setTries] = useState(0);
  const enter = (entered: string): void => {
    // The same code again, after it was not found, leaves the address as it is: the count makes a new try of it.
    setTries(tries + 1);
    if (entered !== code) history.push(`/live/?code=${entered}`);
  };
  if (code) return <Room key={`${code} ${tries}`} code={code} onEntered={enter} />;
  return <LiveCodeForm key={typed} code={typed} error={typed ? NO_ROOM : ''} onEntered={enter} />;
}

export default function LivePage(): ReactNode {
  return (
    <Layout title="Answer a live question" description="Type the code on the wall and answer your trainer’s question. No sign-in, no name.">
      <main className="aw-page">
        <h1>Answer a live question</h1>
        <p>You need no account. We keep no name, and nobody sees who answered what. The answers are deleted when your trainer ends this, and after 12 hours in any case.</p>
        <Screen />
      </main>
    </Layout>
  );
}

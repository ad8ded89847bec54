import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import code from '@generated/askwell-practice-code/default/code.json';
import {newRecordId, now} from '#browser/clock.ts';
import {changeRow} from '#browser/kept.ts';
import {getPersonId} from '#browser/session.ts';
import {Notes} from '#components/keeping/Notices.tsx';
import {QuestionList} from '#components/practiceCode/QuestionList.tsx';
import {assessmentHref, keyOf, parseKept} from '#core/planning/keptAssessments.ts';
import {nameOf, startAssessment} from '#core/planning/selfAssessment.ts';
import type {SelfAssessment as Assessment} from '#core/planning/selfAssessment.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {siteLink} from '../siteLink.tsx';
import List from './List.tsx';
import Open from './Open.tsx';
import type {Undo} from './Open.tsx';

interface Happened {
  id: string;
  said: string;
  undo: Undo | null;
}

/**
 * The self-assessment, which Markdown writes as `<SelfAssessment />`. The address says which one is open, so that a reload opens it
 * again. On the server, and without scripts, it is the list of questions.
 */
export default function SelfAssessment(): ReactNode {
  const history = useHistory();
  const {search} = useLocation();
  const [isReady, setReady] = useState(false);
  const [happened, setHappened] = useState<Happened[]>([]);
  // Rises when what is kept is put in place of what is shown.
  const [version, setVersion] = useState(0);
  const lastShown = useRef<string | null>(null);
  useEffect(() => setReady(true), []);
  const openId = isReady ? new URLSearchParams(search).get('assessment') : null;

  const keepNew = async (value: Assessment): Promise<void> => {
    const id = newRecordId();
    await changeRow(keyOf(id), () => ({row: {owner: getPersonId(), value}, value: null}));
    history.push(assessmentHref(id));
  };
  const tell = (said: string, undo: Undo | null): void => setHappened((before) => [{id: newRecordId(), said, undo}, ...before]);
  const takeBack = async (of: Happened): Promise<void> => {
    if (!of.undo) return;
    const {id, owner, value} = of.undo;
    const {value: replaced} = await changeRow(keyOf(id), (row) => ({row: {owner, value}, value: row && parseKept(row.value)}));
    // Taking back can be taken back too, when something was written meanwhile.
    const undo = replaced && Object.keys(replaced.answers).length > 0 ? {id, owner, value: replaced} : null;
    setHappened((before) => before.map((each) => (each.id === of.id ? {...each, said: `“${nameOf(value)}” is back as it was.`, undo} : each)));
    setVersion((before) => before + 1);
  };

  const notes = (
    <Notes
      notes={happened.map(({id, said, undo}) => ({id, said, canUndo: undo !== null}))}
      onUndone={(id) => {
        const of = happened.find((each) => each.id === id);
        if (of) void takeBack(of);
      }}
    />
  );
  const shared = {code, version, lastShown, notes};
  if (openId !== null) {
    return (
      <Open key={`${openId} ${version}`} {...shared} id={openId}
        onThrown={(said, undo, gone) => {
          tell(said, undo);
          if (gone) history.push(assessmentHref());
        }} />
    );
  }
  return (
    <>
      <noscript><p>To answer on this page, switch on JavaScript in your browser. You can also print the questions and answer on paper.</p></noscript>
      {isReady && (
        <List {...shared} onStarted={(name) => void keepNew(startAssessment(name, toLondonDay(now())))}
          onLoaded={(assessment) => {
            tell(`“${nameOf(assessment)}” is loaded.`, null);
            void keepNew(assessment);
          }} />
      )}
      <QuestionList code={code} linkTo={siteLink} />
    </>
  );
}

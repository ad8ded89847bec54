import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import {newRecordId, now} from '#browser/clock.ts';
import {changeRow} from '#browser/kept.ts';
import {getPersonId} from '#browser/session.ts';
import {HowItWorks} from '#components/openingParagraph/HowItWorks.tsx';
import {Notes} from '#components/keeping/Notices.tsx';
import {draftHref, isEmpty, keyOf, nameOf, parseKept, startDraft} from '#core/planning/openingParagraph.ts';
import type {OpeningParagraph as Draft} from '#core/planning/openingParagraph.ts';
import {exampleDraft} from '#core/planning/openingParagraphExample.ts';
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
 * The drafts of opening paragraphs. The address says which one is open, so that a reload opens it again. On the server, and without
 * scripts, it says what to have at hand and shows an example.
 */
export default function OpeningParagraph(): ReactNode {
  const history = useHistory();
  const {search} = useLocation();
  /** The day in London; null until the page runs in a browser. */
  const [today, setToday] = useState<string | null>(null);
  const [happened, setHappened] = useState<Happened[]>([]);
  // Rises when what is kept is put in place of what is shown.
  const [version, setVersion] = useState(0);
  const lastShown = useRef<string | null>(null);
  useEffect(() => setToday(toLondonDay(now())), []);
  const openId = today === null ? null : new URLSearchParams(search).get('draft');

  const keepNew = async (value: Draft): Promise<void> => {
    const id = newRecordId();
    await changeRow(keyOf(id), () => ({row: {owner: getPersonId(), value}, value: null}));
    history.push(draftHref(id));
  };
  const tell = (said: string, undo: Undo | null): void => setHappened((before) => [{id: newRecordId(), said, undo}, ...before]);
  const takeBack = async (of: Happened): Promise<void> => {
    if (!of.undo) return;
    const {id, owner, value} = of.undo;
    const {value: replaced} = await changeRow(keyOf(id), (row) => ({row: {owner, value}, value: row && parseKept(row.value)}));
    // Taking back can be taken back too, when something was written meanwhile.
    const undo = replaced && !isEmpty(replaced) ? {id, owner, value: replaced} : null;
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
  if (today !== null && openId !== null) {
    return (
      <Open key={`${openId} ${version}`} id={openId} today={today} version={version} lastShown={lastShown} notes={notes}
        onThrown={(said, undo, gone) => {
          tell(said, undo);
          if (gone) history.push(draftHref());
        }} />
    );
  }
  return (
    <>
      {today !== null && (
        <List today={today} version={version} lastShown={lastShown} notes={notes} onStarted={(name) => void keepNew(startDraft(name, today))}
          onExampleLoaded={() => void keepNew(exampleDraft(today))}
          onLoaded={(draft) => {
            tell(`“${nameOf(draft)}” is loaded.`, null);
            void keepNew(draft);
          }} />
      )}
      <HowItWorks linkTo={siteLink} />
    </>
  );
}

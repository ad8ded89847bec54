import {useEffect, useMemo, useRef, useState} from 'react';
import type {ReactNode, RefObject} from 'react';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import nextSteps from '@generated/askwell-methods/default/nextSteps.json';
import methods from '@generated/askwell-methods/default/summaries.json';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {useSession} from '@theme/useSession';
import {now} from '#browser/clock.ts';
import {copyText, fullAddress, printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {Notes} from '#components/keeping/Notices.tsx';
import {KeepResult} from '#components/selector/KeepResult.tsx';
import {QuestionForm} from '#components/selector/QuestionForm.tsx';
import {ResultView} from '#components/selector/ResultView.tsx';
import {SavedList} from '#components/selector/SavedList.tsx';
import organisation from '#config';
import {QUESTION_NAMES} from '#core/methods/answerWords.ts';
import {QUESTIONS, readBriefCode, writeBriefCode} from '#core/methods/briefCode.ts';
import type {Answers, Question} from '#core/methods/briefCode.ts';
import {mixFor, recommend} from '#core/methods/recommend.ts';
import {reportBlocks, reportCsv, reportFileName, reportJson} from '#core/methods/report.ts';
import type {Report} from '#core/methods/report.ts';
import {scheduleOf} from '#core/methods/schedule.ts';
import {stepsFor} from '#core/methods/stepsFor.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {answersIn, briefToRecommend, nextState, selectorFrom, stepOf} from '#machines/methodSelector.ts';
import type {SelectorEvent, SelectorState} from '#machines/methodSelector.ts';
import {useSelections} from './_useSelections.ts';
import styles from './method-selector.module.css';

const PATH = '/method-selector/';

const hrefOf = (answers: Answers): string => `${PATH}?${writeBriefCode(answers)}`;

/** The method selector. The address holds the answers, the open question and the mix; everything on screen follows from it. */
export default function MethodSelectorPage(): ReactNode {
  useSession();
  const {state, dropped, ready, push, keep, isInPlace} = useAnswersInAddress();
  const selections = useSelections(getPersonId());
  const step = stepOf(state);
  const {brief, skipped, chosen} = state.context;
  const ended = step === 'result' || step === 'gate';
  // A result that changes is a new result, and its reader starts at the top; but not while they change it where they stand.
  const headingRef = useFocusOnMove(!ready ? null : ended ? hrefOf(answersIn(state)) : step, isInPlace);
  const mixRef = useRef<HTMLHeadingElement>(null);
  const shown = useMemo(() => (ended ? reckon(brief, chosen) : null), [ended, brief, chosen]);
  const at = ended ? -1 : QUESTIONS.indexOf(step);
  const previous = QUESTIONS[at - 1];
  // Behind the gate the purpose may not have been asked for yet; then it is asked next.
  const next = brief.purpose === undefined && !skipped.includes('purpose') ? 'purpose' : null;
  const address = fullAddress(hrefOf(answersIn(state)));
  const gone = shown === null ? [] : (chosen ?? []).filter((id) => !shown.mix.methods.includes(id));
  const notes = <Notes notes={selections.notes} onUndone={selections.undo} />;

  return (
    <Layout title={ended ? 'Recommended methods' : `Question ${at + 1} of ${QUESTIONS.length}: method selector`}
      description="Answer a few short questions and get methods that suit your purpose, people, time and money, with reasons.">
      <main className={`aw-page ${styles.page}`}>
        <h1>Method selector</h1>
        {at === 0 && <p className="aw-lede">Thirteen short questions lead to methods that suit your case, with reasons. Answer what you know. “Not sure” never makes the list shorter.</p>}
        <noscript><p>The selector needs JavaScript. <a href="/methods/">Browse all methods</a> without it.</p></noscript>
        {dropped.length > 0 && <p role="status" className="aw-panel">Part of this link could not be read and was left out. {dropped.join(' ')}</p>}
        {gone.length > 0 && <p role="status" className="aw-panel">Your answers rule out part of your own mix, so it is left out: {gone.map((id) => methods.find((method) => method.id === id)?.title ?? `“${id}”`).join(', ')}.</p>}
        <p role="status" className="aw-visually-hidden">{shown ? inShort(shown) : ''}</p>
        {shown ? (
          <ResultView
            {...shown} brief={brief} methods={methods} headingRef={headingRef} mixRef={mixRef} linkTo={siteLink} startAgainHref={PATH}
            hrefWith={(change) => hrefOf({brief: {...brief, ...change}, skipped, chosen, at: next})}
            onAnswered={(event) => ('question' in event && MADE_BIT_BY_BIT.includes(event.question) ? keep(event, null) : push(event, true))}
            onMixChanged={(ids) => {
              push({type: 'mix.changed', ids}, true);
              // The button that was pressed is gone.
              mixRef.current?.focus();
            }}
            keep={(
              <>
                {notes}
                <KeepResult address={address} saved={selections.items} keepingFault={selections.fault} linkTo={siteLink} onCopied={copyText} onPrinted={printPage}
                  onSaved={(name) => selections.save(name, writeBriefCode(answersIn(state)))} onDeleted={selections.remove}
                  onExported={(ending) => exportAs(ending, {...shown, brief, methods, address, day: toLondonDay(now())})} />
              </>
            )} />
        ) : !ended && (
          <QuestionForm key={`${step} ${ready}`} question={step} brief={brief} skipped={skipped} ready={ready} headingRef={headingRef}
            onAnswered={(event) => push(event)} onDrafted={(event) => keep(event, step)}
            onBack={previous && (() => push({type: 'question.revisited', question: previous}))} />
        )}
        {at > 0 && <p><Link to={PATH}>Start again with no answers</Link></p>}
        {at === 0 && (
          <>
            <p><Link to={EXAMPLE}>Look at an example</Link>: a made-up council asks older people and carers about a day centre.</p>
            {notes}
            <SavedList items={selections.items} linkTo={siteLink} onDeleted={selections.remove} />
          </>
        )}
        {!ended && <p className="aw-visually-hidden" role="status">{`${QUESTION_NAMES[step]}: question ${at + 1} of ${QUESTIONS.length}`}</p>}
      </main>
    </Layout>
  );
}

/** Answers that are typed or ticked in several steps, of which none deserves an entry of its own in the browser's history. */
const MADE_BIT_BY_BIT: readonly Question[] = ['audience', 'weeksAvailable', 'numberAffected'];

/** A finished brief that shows every part of a result. */
const EXAMPLE = `${PATH}?open=yes&duty=promise&known=gaps&purpose=gather-views&audience=carers-parents,older-people,people-not-mobile&stage=options&weeks=16&budget=2&staff=4&sensitivity=medium&complexity=medium&place=town&people=220`;

type Shown = Omit<Report, 'brief' | 'methods' | 'address' | 'day'>;

/** Everything that the page shows of a result. */
function reckon(brief: SelectorState['context']['brief'], chosen: string[] | null): Shown {
  const asked = briefToRecommend({brief});
  const result = recommend(asked, methods);
  const mix = chosen === null ? result.mix : mixFor(chosen, asked, methods);
  const isOwnMix = chosen !== null && mix.methods.join() !== result.mix.methods.join();
  return {result, mix, isOwnMix, schedule: scheduleOf(asked, mix, methods), steps: stepsFor(brief, mix.methods, nextSteps)};
}

function inShort({result: {ranked, rejected}, mix}: Shown): string {
  const missing = mix.uncovered.length > 0 ? ` ${mix.uncovered.length} of the groups you named ${mix.uncovered.length === 1 ? 'is' : 'are'} not covered.` : '';
  return `${ranked.length} methods fit, ${rejected.length} are ruled out. ${mix.methods.length} stand in the mix.${missing}`;
}

/** Saves a file of the result; gives a sentence that says how it went. */
async function exportAs(ending: 'docx' | 'csv' | 'json', report: Report): Promise<string> {
  const name = reportFileName(report, ending);
  if (ending === 'json') saveFile(name, reportJson(report));
  else if (ending === 'csv') saveFile(name, reportCsv(report), 'text/csv;charset=utf-8');
  else {
    try {
      const {writeWord, WORD_TYPE} = await import('#core/word/document.ts');
      const file = await writeWord({title: 'Choice of consultation methods', author: organisation.name, day: report.day, sections: [{blocks: reportBlocks(report)}]});
      saveFile(name, file, WORD_TYPE);
    } catch {
      return 'The Word file could not be made. Connect to the network and try again, or print the page.';
    }
  }
  return `${name} is saved with your downloads.`;
}

interface InAddress {
  state: SelectorState;
  dropped: string[];
  /** False on the server and at the first drawing, which know no address. */
  ready: boolean;
  /** Goes on: a new entry in the browser's history, so that Back takes the step back. `inPlace`: the person stays where they are. */
  push: (event: SelectorEvent, inPlace?: boolean) => void;
  /** Keeps an answer in the same entry, so that a reload finds it. `open`: the question that stays open; null for the result. */
  keep: (event: SelectorEvent, open: Question | null) => void;
  /** The last move was a change on the spot. */
  isInPlace: boolean;
}

function useAnswersInAddress(): InAddress {
  const history = useHistory();
  const {search, state: move} = useLocation<{inPlace?: boolean} | undefined>();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const read = useMemo(() => readBriefCode(ready ? search : ''), [ready, search]);
  const state = useMemo(() => selectorFrom(read), [read]);
  useAnswersKeptOnBack(state, ready);
  return {
    state, dropped: read.dropped, ready,
    isInPlace: move?.inPlace === true,
    push: (event, inPlace = false) => history.push(hrefOf(answersIn(nextState(state, event))), {inPlace}),
    keep: (event, open) => {
      const after = nextState(state, event);
      history.replace(hrefOf(open === null ? answersIn(after) : {...after.context, at: open}), {inPlace: true});
    },
  };
}

/**
 * An older entry of the browser's history holds fewer answers. Going back to one of its questions must not lose those given since, so
 * they are put into its address. A result is left as it is: its address is the record of that result.
 */
function useAnswersKeptOnBack(state: SelectorState, ready: boolean): void {
  const history = useHistory();
  const latest = useRef<SelectorState | null>(null);
  useEffect(() => {
    if (!ready) return;
    const step = stepOf(state);
    const before = latest.current;
    if (history.action === 'POP' && before && before !== state && step !== 'result' && step !== 'gate') {
      const whole = hrefOf({...before.context, at: step});
      if (whole !== hrefOf(answersIn(state))) {
        history.replace(whole);
        return;
      }
    }
    latest.current = state;
  }, [history, ready, state]);
}

/** Moves focus to the heading when what is shown changes, and not when the page is opened or changed on the spot. Null while nothing is settled. */
function useFocusOnMove(shown: string | null, isInPlace: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (shown === null || last.current === shown) return;
    if (last.current !== null && !isInPlace) {
      heading.current?.focus({preventScroll: true});
      window.scrollTo({top: 0});
    }
    last.current = shown;
  }, [shown, isInPlace]);
  return heading;
}

import {useEffect, useMemo, useRef, useState} from 'react';
import type {ReactNode, RefObject} from 'react';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import methods from '@generated/askwell-methods/default/summaries.json';
import Layout from '@theme/Layout';
import {copyText, fullAddress, printPage} from '#browser/page.ts';
import type {LinkTo} from '#components/methods/link.tsx';
import {QuestionForm} from '#components/selector/QuestionForm.tsx';
import {QUESTION_TEXTS} from '#components/selector/questions.ts';
import {ResultView} from '#components/selector/ResultView.tsx';
import {QUESTIONS, readBriefCode, writeBriefCode} from '#core/methods/briefCode.ts';
import type {Answers, Question} from '#core/methods/briefCode.ts';
import {recommend} from '#core/methods/recommend.ts';
import {answersIn, briefToRecommend, nextState, selectorFrom, stepOf} from '#machines/methodSelector.ts';
import type {SelectorEvent, SelectorState} from '#machines/methodSelector.ts';
import styles from './method-selector.module.css';

const PATH = '/method-selector/';

const linkTo: LinkTo = ({href, children, className}) => <Link to={href} className={className}>{children}</Link>;

const hrefOf = (answers: Answers): string => `${PATH}?${writeBriefCode(answers)}`;

/** The method selector. The address holds the answers and the open question; everything on screen follows from it. */
export default function MethodSelectorPage(): ReactNode {
  const {state, dropped, ready, push, keep} = useAnswersInAddress();
  const step = stepOf(state);
  const {brief, skipped} = state.context;
  const ended = step === 'result' || step === 'gate';
  // A result that changes is a new result: its reader starts at the top.
  const headingRef = useFocusOnMove(!ready ? null : ended ? hrefOf(answersIn(state)) : step);
  const result = useMemo(() => (ended ? recommend(briefToRecommend({brief}), methods) : null), [ended, brief]);
  const at = ended ? -1 : QUESTIONS.indexOf(step);
  const previous = QUESTIONS[at - 1];
  const open = (question: Question): string => hrefOf({brief, skipped, at: question});
  // Behind the gate the purpose may not have been asked for yet; then it is asked next.
  const next = brief.purpose === undefined && !skipped.includes('purpose') ? 'purpose' : null;

  return (
    <Layout title={ended ? 'Recommended methods' : `Question ${at + 1} of ${QUESTIONS.length}: method selector`}
      description="Answer nine short questions and get methods that suit your purpose, people, time and money, with reasons.">
      <main className={`aw-page ${styles.page}`}>
        <h1>Method selector</h1>
        {at === 0 && <p className="aw-lede">Nine short questions lead to methods that suit your case, with reasons. Answer what you know. “Not sure” never makes the list shorter.</p>}
        <noscript><p>The selector needs JavaScript. <a href="/methods/">Browse all methods</a> without it.</p></noscript>
        {dropped.length > 0 && <p role="status" className="aw-panel">Part of this link could not be read and was left out. {dropped.join(' ')}</p>}
        <p role="status" className="aw-visually-hidden">
          {result ? `${result.ranked.length} methods fit, ${result.rejected.length} are ruled out. ${result.mix.methods.length} are recommended together.` : ''}
        </p>
        {result ? (
          <ResultView result={result} brief={brief} methods={methods} headingRef={headingRef} linkTo={linkTo}
            address={fullAddress(hrefOf(answersIn(state)))} changeHref={open} startAgainHref={PATH}
            hrefWith={(change) => hrefOf({brief: {...brief, ...change}, skipped, at: next})}
            onCopied={copyText} onPrinted={printPage} />
        ) : !ended && (
          <QuestionForm key={`${step} ${ready}`} question={step} brief={brief} skipped={skipped} ready={ready} headingRef={headingRef}
            onAnswered={(event) => push(event)} onDrafted={(event) => keep(event, step)}
            onBack={previous && (() => push({type: 'question.revisited', question: previous}))} />
        )}
        {at > 0 && <p><Link to={PATH}>Start again with no answers</Link></p>}
        {!ended && <p className="aw-visually-hidden" role="status">{`${QUESTION_TEXTS[step].short}: question ${at + 1} of ${QUESTIONS.length}`}</p>}
      </main>
    </Layout>
  );
}

interface InAddress {
  state: SelectorState;
  dropped: string[];
  /** False on the server and at the first drawing, which know no address. */
  ready: boolean;
  /** Goes on: a new entry in the browser's history. */
  push: (event: SelectorEvent) => void;
  /** Keeps an answer whose question stays open, in the same entry, so that a reload finds it. */
  keep: (event: SelectorEvent, open: Question) => void;
}

function useAnswersInAddress(): InAddress {
  const history = useHistory();
  const {search} = useLocation();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const read = useMemo(() => readBriefCode(ready ? search : ''), [ready, search]);
  const state = useMemo(() => selectorFrom(read), [read]);
  useAnswersKeptOnBack(state, ready);
  return {
    state, dropped: read.dropped, ready,
    push: (event) => history.push(hrefOf(answersIn(nextState(state, event)))),
    keep: (event, open) => {
      const {context} = nextState(state, event);
      history.replace(hrefOf({...context, at: open}));
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

/** Moves focus to the heading when what is shown changes, and not when the page is opened. Null while nothing is settled. */
function useFocusOnMove(shown: string | null): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (shown === null || last.current === shown) return;
    if (last.current !== null) {
      heading.current?.focus({preventScroll: true});
      window.scrollTo({top: 0});
    }
    last.current = shown;
  }, [shown]);
  return heading;
}

import type {ReactNode, Ref} from 'react';
import type {Brief, PartialBrief} from '#core/methods/brief.ts';
import type {Question} from '#core/methods/briefCode.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import type {Recommendation} from '#core/methods/recommend.ts';
import {costInWords, effortInWords, upperFirst, weeksInWords} from '#core/methods/words.ts';
import {methodHref} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import {AnswerSummary} from './AnswerSummary.tsx';
import {CoverageTable} from './CoverageTable.tsx';
import {MixCards} from './MixCards.tsx';
import {RankedList, RejectedList} from './RankedList.tsx';
import {ShareLinks} from './ShareLinks.tsx';
import styles from './styles.module.css';

interface Props {
  result: Recommendation;
  brief: PartialBrief;
  methods: readonly MethodSummary[];
  /** The full address of this result. */
  address: string;
  /** The address at which a question is open again. */
  changeHref: (question: Question) => string;
  /** The address of the result with some answers changed. */
  hrefWith: (change: Partial<Brief>) => string;
  startAgainHref: string;
  headingRef: Ref<HTMLHeadingElement>;
  linkTo: LinkTo;
  onCopied: (text: string) => Promise<boolean>;
  onPrinted: () => void;
}

/** The answer: what to do together first, then what it takes, then every method with its reasons. */
export function ResultView(props: Props): ReactNode {
  const {result, brief, methods, linkTo, headingRef} = props;
  const {gate, mix, stepZero, ranked, rejected, wouldChange, confidence} = result;
  return (
    <div className={styles.result}>
      <h2 ref={headingRef} tabIndex={-1}>{gate ? 'Do not call this a consultation' : 'What we recommend'}</h2>
      {gate && (
        <div className="aw-panel">
          <p>{gate.why}</p>
          <p>{gate.instead}</p>
        </div>
      )}
      <section aria-labelledby="mix">
        <h3 id="mix">{gate ? 'Ways to tell people, to use together' : 'Use these together'}</h3>
        {mix.methods.length === 0 ? <p>No method fits all your answers. Change one below, or look at what would change this.</p>
          : <MixCards mix={mix} ranked={ranked} brief={brief} methods={methods} linkTo={linkTo} />}
      </section>
      {(brief.audience?.length ?? 0) > 0 && <CoverageTable mix={mix} brief={brief} methods={methods} />}
      <section aria-labelledby="takes">
        <h3 id="takes">What it takes</h3>
        <dl className={styles.takes}>
          <div><dt>Face to face</dt><dd>{mix.faceToFace.included ? 'Yes. ' : 'No. '}{mix.faceToFace.why}</dd></div>
          {mix.alternativeRoute !== null && <div><dt>Another way in</dt><dd>{mix.alternativeRoute}</dd></div>}
          <div><dt>Time</dt><dd>About {weeksInWords(mix.weeks)}. The methods run side by side, so this is the longest and not the sum.</dd></div>
          <div><dt>Outside cost</dt><dd>{upperFirst(costInWords(mix.costBand))} together (practice judgement)</dd></div>
          <div><dt>Your own staff’s time</dt><dd>{upperFirst(effortInWords(mix.staffEffort))} together (practice judgement)</dd></div>
        </dl>
      </section>
      {stepZero && (
        <section aria-labelledby="first">
          <h3 id="first">Do this first</h3>
          <p>{linkTo({href: methodHref(stepZero.id), children: methods.find(({id}) => id === stepZero.id)?.title ?? stepZero.id})}. {stepZero.why}</p>
        </section>
      )}
      <AnswerSummary brief={brief} changeHref={props.changeHref} linkTo={linkTo} />
      {wouldChange.length > 0 && (
        <section aria-labelledby="change">
          <h3 id="change">What would change this</h3>
          <ul className={styles.changes}>
            {wouldChange.map(({change, effect}) => <li key={effect}>{effect} {linkTo({href: props.hrefWith(change), children: <>Try it<span className="aw-visually-hidden">: {effect}</span></>})}</li>)}
          </ul>
        </section>
      )}
      <RankedList list={ranked} methods={methods} linkTo={linkTo} />
      <RejectedList list={rejected.filter(({id}) => id !== stepZero?.id)} methods={methods} linkTo={linkTo} />
      <section aria-labelledby="confidence">
        <h3 id="confidence">How sure this is</h3>
        <p>{confidence.sentence}</p>
        <ul>
          {Object.entries(confidence.judgedFacts).filter(([, facts]) => facts.length > 0).map(([id, facts]) => (
            <li key={id}>{methods.find((method) => method.id === id)?.title ?? id}: practice judgement on {facts.join(', ')}.</li>
          ))}
        </ul>
      </section>
      <ShareLinks address={props.address} onCopied={props.onCopied} onPrinted={props.onPrinted} />
      <p data-print="no">{linkTo({href: props.startAgainHref, children: 'Start again with no answers'})}</p>
    </div>
  );
}

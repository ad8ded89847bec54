import type {ReactNode, Ref} from 'react';
import type {Brief, PartialBrief} from '#core/methods/brief.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import type {Mix} from '#core/methods/mix.ts';
import type {Recommendation} from '#core/methods/recommend.ts';
import type {Schedule} from '#core/methods/schedule.ts';
import type {StepForMix} from '#core/methods/stepsFor.ts';
import {costInWords, effortInWords, upperFirst, weeksInWords} from '#core/methods/words.ts';
import type {SelectorEvent} from '#machines/methodSelector.ts';
import {methodHref} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import {AnswersPanel} from './AnswersPanel.tsx';
import {CoverageTable} from './CoverageTable.tsx';
import {MixSection} from './MixSection.tsx';
import {NextSteps} from './NextSteps.tsx';
import {RankedList, RejectedList} from './RankedList.tsx';
import {ScheduleTable} from './ScheduleTable.tsx';
import styles from './styles.module.css';

interface Props {
  result: Recommendation;
  brief: PartialBrief;
  /** The mix on the page: the one recommended, or the person's own. */
  mix: Mix;
  isOwnMix: boolean;
  schedule: Schedule;
  steps: readonly StepForMix[];
  methods: readonly MethodSummary[];
  /** The address of the result with some answers changed. */
  hrefWith: (change: Partial<Brief>) => string;
  startAgainHref: string;
  headingRef: Ref<HTMLHeadingElement>;
  mixRef: Ref<HTMLHeadingElement>;
  /** The ways to keep it. */
  keep: ReactNode;
  linkTo: LinkTo;
  onAnswered: (event: SelectorEvent) => void;
  /** Null: back to the mix recommended. */
  onMixChanged: (ids: string[] | null) => void;
}

/** The answer: what to do together first, then what it takes, then every method with its reasons. */
export function ResultView(props: Props): ReactNode {
  const {result, brief, mix, isOwnMix, schedule, methods, linkTo, headingRef, onMixChanged} = props;
  const {gate, duty, stepZero, ranked, rejected, wouldChange, confidence} = result;
  return (
    <div className={styles.result}>
      <h2 ref={headingRef} tabIndex={-1}>{gate ? 'Do not call this a consultation' : 'What we recommend'}</h2>
      {gate && (
        <div className="aw-panel">
          <p>{gate.why}</p>
          <p>{gate.instead}</p>
        </div>
      )}
      {duty !== null && <p className="aw-panel">{duty} {linkTo({href: '/toolkit/duties/', children: 'Read what each duty asks'})}.</p>}
      <MixSection
        mix={mix} recommended={result.mix} isOwnMix={isOwnMix} ranked={ranked} brief={brief} methods={methods} linkTo={linkTo} headingRef={props.mixRef} onMixChanged={onMixChanged}
        title={isOwnMix ? 'Your own mix' : gate ? 'Ways to tell people, to use together' : 'Use these together'} />
      <AnswersPanel brief={brief} onAnswered={props.onAnswered} />
      {(brief.audience?.length ?? 0) > 0 && <CoverageTable mix={mix} brief={brief} methods={methods} />}
      {schedule.methods.length > 0 && <ScheduleTable schedule={schedule} />}
      <section aria-labelledby="takes">
        <h3 id="takes">What it takes</h3>
        <dl className={styles.takes}>
          <div><dt>Face to face</dt><dd>{mix.faceToFace.included ? 'Yes. ' : 'No. '}{mix.faceToFace.why}</dd></div>
          {mix.alternativeRoute !== null && <div><dt>Another way in</dt><dd>{mix.alternativeRoute}</dd></div>}
          <div><dt>Time</dt><dd>About {weeksInWords(schedule.weeks)}</dd></div>
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
      <NextSteps steps={props.steps} methods={methods} linkTo={linkTo} />
      {wouldChange.length > 0 && (
        <section aria-labelledby="change">
          <h3 id="change">What would change this</h3>
          <ul className={styles.changes}>
            {wouldChange.map(({change, effect}) => <li key={effect}>{effect} {linkTo({href: props.hrefWith(change), children: <>Try it<span className="aw-visually-hidden">: {effect}</span></>})}</li>)}
          </ul>
        </section>
      )}
      <RankedList list={ranked} mix={mix.methods} methods={methods} linkTo={linkTo} onAdded={(id) => onMixChanged([...mix.methods, id])} />
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
      {props.keep}
      <p data-print="no">{linkTo({href: props.startAgainHref, children: 'Start again with no answers'})}</p>
    </div>
  );
}

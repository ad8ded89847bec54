import {useId} from 'react';
import type {ReactNode} from 'react';
import {REMINDERS, WAY_IDS, WAYS} from '#core/planning/sampleSize.ts';
import type {Edit, SampleSize} from '#core/planning/sampleSize.ts';
import type {Faults} from '#core/planning/sampleSizeResult.ts';
import {FigureField} from './FigureField.tsx';
import styles from './styles.module.css';

interface Props {
  calculation: SampleSize;
  faults: Faults;
  onEdited: (edit: Edit) => void;
}

type FigureName = 'population' | 'answers' | 'share' | 'margin' | 'response' | 'reminded';

const FIGURES: Record<FigureName, {label: string; hint: string}> = {
  population: {label: 'People in all', hint: 'Everybody the survey is to speak for. Leave it empty if there are very many, or you do not know.'},
  answers: {label: 'Answers', hint: 'How many you have, or expect. Leave it empty while you plan.'},
  share: {label: 'Share who say yes, in 100', hint: '50 is the widest case. Keep it to plan; change it to read a finding.'},
  margin: {label: 'Margin you want, in points', hint: 'For instance 5: a finding of 50% then means 45% to 55%.'},
  response: {label: 'Answers to the first invitation, in 100', hint: 'Your own last survey is the best guide.'},
  reminded: {label: 'Answers to each reminder, in 100', hint: 'Of the people who have not answered by then.'},
};

/** The questions. How people come to answer stands first, since without it no figure means anything. */
export function CalculationForm({calculation, faults, onEdited}: Props): ReactNode {
  const id = useId();
  const figure = (field: FigureName): ReactNode =>
    <FigureField {...FIGURES[field]} fault={faults[field]} value={calculation[field]} onChanged={(to) => onEdited({field, from: calculation[field], to})} />;
  return (
    <form className={styles.screenOnly} aria-label="Your survey" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <FigureField label="Name of the survey" hint="For your own list and file. You may leave it empty." isName value={calculation.name} onChanged={(to) => onEdited({field: 'name', from: calculation.name, to})} />
      <fieldset className={`aw-field ${styles.ways}`}>
        <legend>How do people come to answer?</legend>
        {WAY_IDS.map((way) => (
          <label key={way} className={styles.option}>
            <input type="radio" name={`${id}-way`} checked={calculation.way === way} onChange={() => onEdited({field: 'way', from: calculation.way, to: way})} />
            {WAYS[way]}
          </label>
        ))}
      </fieldset>
      <h3>What you have</h3>
      <div className={styles.figures}>
        {figure('population')}{figure('answers')}{figure('share')}
        <div className="aw-field">
          <label htmlFor={`${id}-confidence`}>Confidence</label>
          <p id={`${id}-confidence-hint`} className="aw-hint">95% is usual. More makes the margin wider.</p>
          <select id={`${id}-confidence`} value={calculation.confidence} aria-describedby={`${id}-confidence-hint`}
            onChange={(event) => onEdited({field: 'confidence', from: calculation.confidence, to: event.target.value as SampleSize['confidence']})}>
            <option value="90">90%</option><option value="95">95%</option><option value="99">99%</option>
          </select>
        </div>
      </div>
      <h3>What you want</h3>
      <div className={styles.figures}>
        {figure('margin')}{figure('response')}
        <div className="aw-field">
          <label htmlFor={`${id}-reminders`}>Reminders</label>
          <p id={`${id}-reminders-hint`} className="aw-hint">Each goes to those who have not answered.</p>
          <select id={`${id}-reminders`} value={calculation.reminders} aria-describedby={`${id}-reminders-hint`}
            onChange={(event) => onEdited({field: 'reminders', from: calculation.reminders, to: event.target.value as SampleSize['reminders']})}>
            {REMINDERS.map((count) => <option key={count} value={count}>{count === '0' ? 'None' : count}</option>)}
          </select>
        </div>
        {calculation.reminders !== '0' && figure('reminded')}
      </div>
    </form>
  );
}

import type {ReactNode} from 'react';
import type {AssessmentAnalysis} from '#core/quizzes/itemAnalysisApi.ts';
import {figure, people, percent, withLimits} from './words.ts';

interface Props {
  analysis: AssessmentAnalysis;
  /** Questions that need a look. */
  flagged: number;
}

/** The assessment in a few sentences. */
export function Summary({analysis: {whole, items, isLatestOnly, leftOut}, flagged}: Props): ReactNode {
  const {n, band, passed, passShare, mean, deviation, alpha, whyNoAlpha} = whole;
  const today = items.filter(({isOld}) => !isOld);
  const judged = today.filter(({statistics}) => statistics !== null).length;
  return (
    <>
      <p>
        {people(n)} {n === 1 ? 'has' : 'have'} handed it in. We look at the first attempt of each.{' '}
        {passShare ? `${percent(passShare.value)} passed (95% limits ${percent(passShare.low)} to ${percent(passShare.high)}). ` : passed === null ? '' : `${passed} of them passed. `}
        {mean && deviation !== null ? `On average people got ${withLimits(mean, percent)} of the marks, with a standard deviation of ${Math.round(deviation * 100)} points.` : ''}
      </p>
      {mean ? (
        <p>
          <strong>{flagged === 0 ? 'No question needs a look.' : flagged === 1 ? '1 question needs a look.' : `${flagged} questions need a look.`}</strong>{' '}
          {judged === today.length ? `All ${judged} questions have been asked often enough to be judged.` : `${judged} of ${today.length} questions have been asked of 20 people or more. The others cannot be judged yet.`}
        </p>
      ) : <p>{band === 'hidden' ? 'Counts are shown from 5 people on, and statistics from 20.' : 'Statistics need 20 people, so you see counts alone.'}</p>}
      {alpha === null ? (mean ? <p className="aw-hint">{whyNoAlpha}</p> : null) : <p>Cronbach’s alpha is {figure(alpha)}.</p>}
      {isLatestOnly ? <p className="aw-hint">More people took it than one analysis counts. These are the latest {n.toLocaleString('en-GB')} of them.</p> : null}
      {leftOut > 0 ? <p className="aw-hint">We left out {leftOut === 1 ? '1 attempt, because the questions it answered are' : `${leftOut} attempts, because the questions they answered are`} no longer kept.</p> : null}
    </>
  );
}

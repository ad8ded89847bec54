import type {ItemFlag, ItemStatistics, Severity} from '../itemAnalysisApi.ts';
import {FLAG_KINDS} from '../itemAnalysisApi.ts';
import type {Choice} from './choices.ts';
import type {Suspect} from './options.ts';

/** Below this a question says next to nothing about how people do elsewhere. Common practice. */
export const LEAST_DISCRIMINATION = 0.1;
/** Facility outside these draws the eye. High is no fault in a test of what everybody must know. Common practice. */
export const LEAST_FACILITY = 0.3;
export const MOST_FACILITY = 0.95;
/** A wrong option that fewer choose does no work. Common practice. */
export const LEAST_CHOSEN = 0.05;
/** More left open than this is worth asking why. Practice judgement. */
export const MOST_LEFT_OPEN = 0.1;

/** What the flags are read from, for a question with statistics. */
export interface Evidence {
  n: number;
  leftOpen: number;
  statistics: ItemStatistics;
  guess: number | null;
  /** Options with the people who chose each; empty where there are none. */
  options: readonly (Choice & {count: number})[];
  /** False for true or false: nobody wrote its options, so nobody can write better ones. */
  hasWrittenOptions: boolean;
  suspects: readonly Suspect[];
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const figure = (value: number): string => value.toFixed(2).replace('-', '−').replace(/^−(0\.00)$/, '$1');
const limits = (low: number, high: number, write: (value: number) => string): string => `95% limits ${write(low)} to ${write(high)}`;
const CHANCE = 'This may still be chance.';
const quoted = ({id, text}: Choice): string => (id.length === 1 ? `Option ${id} (“${text}”)` : `“${text}”`);

function discriminationFlags({statistics: {discrimination, facility}}: Evidence): ItemFlag[] {
  if (!discrimination || discrimination.value >= LEAST_DISCRIMINATION) return [];
  const {value, low, high} = discrimination;
  const said = `(discrimination ${figure(value)}, ${limits(low, high, figure)})`;
  if (value < 0) {
    return [{
      kind: 'negative-discrimination', severity: high < 0 ? 'serious' : 'look',
      reason: `People who did well on the other questions did worse on this one ${said}.${high < 0 ? '' : ` ${CHANCE}`}`,
      tryThis: 'Check that the marked answer is right. Then ask two colleagues to answer it aloud: strong readers may see a meaning that you did not.',
    }];
  }
  if (facility.value > MOST_FACILITY) {
    return [{
      kind: 'low-discrimination', severity: 'note',
      reason: `Nearly everybody gets it right, so it cannot tell people apart ${said}.`,
      tryThis: 'Nothing, if everybody has to know this.',
    }];
  }
  return [{
    kind: 'low-discrimination', severity: 'look',
    reason: `Doing well here has little to do with doing well on the other questions ${said}.${high >= LEAST_DISCRIMINATION ? ` ${CHANCE}` : ''}`,
    tryThis: 'Look for a second answer that can be defended, a hint in the wording, or a fact that the lesson does not teach.',
  }];
}

function facilityFlags({statistics: {facility}, guess}: Evidence): ItemFlag[] {
  const {value, low, high} = facility;
  if (value > MOST_FACILITY) {
    return [{
      kind: 'easy', severity: 'note', reason: `People got ${percent(value)} of the marks (${limits(low, high, percent)}). That is fine in a test of what everybody must know.`,
      tryThis: 'Keep it if everybody must know this. Otherwise make the wrong answers more tempting.',
    }];
  }
  if (value >= LEAST_FACILITY) return [];
  const guessing = guess !== null && low <= guess ? ` Blind guessing would bring ${percent(guess)}, so people may be guessing.` : '';
  return [{
    kind: 'hard', severity: high < LEAST_FACILITY ? 'serious' : 'look', reason: `People got only ${percent(value)} of the marks (${limits(low, high, percent)}).${guessing}`,
    tryThis: 'Check that the marked answer is right and that the lesson teaches it. Then shorten the question, or take it out of the bank until the lesson does.',
  }];
}

function optionFlags({n, options, hasWrittenOptions, suspects}: Evidence): ItemFlag[] {
  const wrong = suspects.map(({choice, kind, its, others, against, isClear}): ItemFlag => {
    const severity: Severity = isClear ? 'serious' : 'look';
    const chance = isClear ? '' : ` ${CHANCE}`;
    return kind === 'preferred'
      ? {
        kind: 'wrong-option-preferred', severity, reason: `${quoted(choice)} is marked wrong, and ${its} people chose it. A right answer was chosen by ${others}.${chance}`,
        tryThis: 'Check the key first. If it is right, see whether the lesson or the wording leads people to the wrong option.',
      }
      : {
        kind: 'wrong-option-stronger', severity,
        reason: `${quoted(choice)} is marked wrong. Those who chose it did better on the other questions (${percent(its)} of the marks) than those who ${against === 'right' ? 'chose the right answer' : 'left it alone'} (${percent(others)}).${chance}`,
        tryThis: 'Maybe the key is wrong or out of date. Ask somebody who knows the subject whether this option can be defended.',
      };
  });
  const unused = hasWrittenOptions ? options.filter(({isRight, count}) => !isRight && count / n < LEAST_CHOSEN) : [];
  if (unused.length === 0) return wrong;
  const listed = unused.map((option) => `${quoted(option)}: ${option.count} of ${n}.`).join(' ');
  return [...wrong, {
    kind: 'unused-option', severity: 'note', reason: `Under ${percent(LEAST_CHOSEN)} of people chose ${unused.length === 1 ? 'this wrong option, so it does' : 'these wrong options, so they do'} no work. ${listed}`,
    tryThis: 'Put a mistake there that people really make. Where there are four options or more you can take one out instead.',
  }];
}

function openFlags({n, leftOpen}: Evidence): ItemFlag[] {
  return leftOpen / n <= MOST_LEFT_OPEN ? [] : [{
    kind: 'left-open', severity: 'look', reason: `${leftOpen} of ${n} people (${percent(leftOpen / n)}) left it open.`,
    tryThis: 'See whether the question is too long or unclear, or hard to answer on a phone or with a keyboard.',
  }];
}

const SEVERITIES: readonly Severity[] = ['serious', 'look', 'note'];

/** Everything about a question that its author should see, the most serious first. A flag is advice: none takes a question away. */
export function flagsOf(evidence: Evidence): ItemFlag[] {
  const found = [...discriminationFlags(evidence), ...facilityFlags(evidence), ...optionFlags(evidence), ...openFlags(evidence)];
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind));
}

import type {Answer, Need} from '#core/planning/selfAssessment.ts';

/** What a step still lacks, as an order. */
export const NEEDS: Readonly<Record<Need, string>> = {
  answer: 'Answer it.',
  action: 'Write down what you will do, who does it and by when.',
  evidence: 'Say what shows it.',
  reason: 'Say why it does not apply.',
};

/** The id of a step's fields on the page, which the list of what is left to do leads to. */
export function fieldsId(step: string): string {
  return `answer-${step}`;
}

/** What the first text box asks for, which depends on the answer. */
export function evidenceLabel(answer: Answer | null): string {
  return answer === 'does-not-apply' ? 'Why it does not apply' : 'Evidence: what shows it';
}

export const ACTION_LABEL = 'Action: what you will do next';

import type {ReactNode} from 'react';
import type {RuleFacts} from '#core/guides/guide.ts';
import styles from './styles.module.css';

const GROUPS: Record<RuleFacts['group'], string> = {
  'clear-print': 'Clear Print', 'plain-english': 'Plain English', questions: 'Survey questions', elements: 'What every consultation must have',
};
const SEVERITIES: Record<RuleFacts['severity'], string> = {error: 'Must be mended', warning: 'Should be mended', advice: 'Worth a look'};
const FORMATS: Record<RuleFacts['checked'][number], string> = {docx: 'Word', pdf: 'PDF', html: 'web pages', text: 'plain text'};

/** The facts of a rule of writing: its kind, its figure, how serious a breach is, and where it can be seen. */
export function RuleBox({rule}: {rule: RuleFacts}): ReactNode {
  return (
    <dl className={styles.rule}>
      <div><dt>Part of</dt><dd>{GROUPS[rule.group]}</dd></div>
      <div><dt>Figure</dt><dd>{rule.figure}</dd></div>
      <div><dt>A breach</dt><dd>{SEVERITIES[rule.severity]}</dd></div>
      <div><dt>Can be seen in</dt><dd>{rule.checked.map((format) => FORMATS[format]).join(', ')}</dd></div>
    </dl>
  );
}

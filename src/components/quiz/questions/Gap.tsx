import type {ReactNode} from 'react';
import {cutAtGaps} from '#core/quizzes/questions/gap.ts';
import {LONGEST_TYPED} from '#core/quizzes/questions/typed.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** A text with gaps, each chosen from a list or typed. The label of a gap says which it is. */
export function Gap({question, response, name, onAnswer}: QuestionProps<'gap'>): ReactNode {
  const given: Record<string, string> = typeof response === 'object' && !Array.isArray(response) ? response : {};
  const fill = (id: string, text: string): void => {
    const others = Object.entries(given).filter(([each]) => each !== id);
    onAnswer(Object.fromEntries(text === '' ? others : [...others, [id, text]]));
  };
  const count = question.gaps.length;
  return (
    <p className={styles.gapText}>
      {cutAtGaps(question.text).map((piece, index) => {
        if ('text' in piece) return <span key={index}>{piece.text}</span>;
        const gap = question.gaps.find(({id}) => id === piece.gap);
        const label = `Gap ${piece.gap} of ${count}`;
        if (gap?.options) {
          return (
            <span key={index} className={styles.gap}>
              <select aria-label={label} value={given[piece.gap] ?? ''} autoComplete="off" onChange={({target}) => fill(piece.gap, target.value)} id={`${name}-${piece.gap}`}>
                <option value="">{label}: choose one</option>
                {gap.options.map(({id, text}) => <option key={id} value={id}>{text}</option>)}
              </select>
              <span className={styles.printLine}>____________ ({gap.options.map(({text}) => text).join(' / ')})</span>
            </span>
          );
        }
        return (
          <span key={index} className={styles.gap}>
            <input
              type="text" aria-label={label} placeholder={label} value={given[piece.gap] ?? ''} maxLength={LONGEST_TYPED} autoComplete="off" autoCapitalize="none"
              onChange={({target}) => fill(piece.gap, target.value)} id={`${name}-${piece.gap}`}
            />
            <span className={styles.printLine}>____________</span>
          </span>
        );
      })}
    </p>
  );
}

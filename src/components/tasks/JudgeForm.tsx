import type {FormEvent, ReactNode} from 'react';
import type {JudgementDraft} from '#core/tasks/draft.ts';
import type {JudgingPlace} from '#core/tasks/state.ts';
import {TASK_LEVELS} from '#core/tasks/task.ts';
import type {Criterion, TaskLevel} from '#core/tasks/task.ts';
import {verdictOf} from '#core/tasks/verdict.ts';
import {LEVEL_WORDS, LONGEST_COMMENT, LONGEST_NOTE, VERDICT_WORDS} from '#core/tasks/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {LongField} from './LongField.tsx';
import styles from './styles.module.css';

/** What the form holds; sending is for whoever sends it. */
export type JudgementWords = Omit<JudgementDraft, 'sending'>;

interface Props {
  rubric: readonly Criterion[];
  place: JudgingPlace;
  value: JudgementWords;
  /** Whether what is typed is on the device. */
  keeping: ReactNode;
  onChanged: (value: JudgementWords) => void;
  onJudged: () => Promise<readonly FieldError[]>;
}

const HEADINGS: Record<JudgingPlace, string> = {first: 'Your judgement', second: 'Your judgement, as second assessor', moderator: 'Your decision, as moderator'};
const ABOUT: Record<JudgingPlace, string> = {
  first: 'Choose a level for every criterion. A first “not yet” is always judged by a second person too.',
  second: 'Another person has judged this task. You see what they said once you have sent yours.',
  moderator: 'Two assessors came to different verdicts. The levels on which they agree are filled in. Decide on the rest, and change what you see otherwise.',
};

/** What is missing or too long in a judgement, with the id of the field to mend. */
export function faultsOfForm(place: JudgingPlace, {lines, comment}: JudgementWords): FieldError[] {
  return [
    ...lines.flatMap(({level, note}, index): FieldError[] => [
      ...(level === null ? [{field: `level-${index}`, message: `Choose a level for criterion ${index + 1}.`}] : []),
      ...(note.trim().length > LONGEST_NOTE ? [{field: `note-${index}`, message: `The note on criterion ${index + 1} is too long. Use at most 1,000 characters.`}] : []),
    ]),
    ...(comment.trim().length > LONGEST_COMMENT ? [{field: 'comment', message: 'This is too long. Use at most 4,000 characters.'}] : []),
    ...(place === 'moderator' && comment.trim() === '' ? [{field: 'comment', message: 'Write your reason. The learner and both assessors read it.'}] : []),
  ];
}

function LevelField({criterion, index, level, error, onChosen}: {criterion: Criterion; index: number; level: TaskLevel | null; error: string | undefined; onChosen: (level: TaskLevel) => void}): ReactNode {
  return (
    <fieldset className="aw-field" aria-describedby={error ? `level-${index}-error` : undefined}>
      <legend>{index + 1}. {criterion.criterion}</legend>
      {error ? <p className="aw-error" id={`level-${index}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
      {TASK_LEVELS.map((each, place) => (
        <p key={each} className={styles.choice}>
          <input type="radio" id={place === 0 ? `level-${index}` : `level-${index}-${each}`} name={`level-${index}`} checked={level === each} onChange={() => onChosen(each)} />
          <label htmlFor={place === 0 ? `level-${index}` : `level-${index}-${each}`}><strong>{LEVEL_WORDS[each]}.</strong> {criterion.levels[each]}</label>
        </p>
      ))}
    </fieldset>
  );
}

/** The form of one judgement: a level and a note for each criterion. The verdict follows from the levels, and nobody can set it. */
export function JudgeForm({rubric, place, value, keeping, onChanged, onJudged}: Props): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(async () => {
    const faults = faultsOfForm(place, value);
    return faults.length > 0 ? faults : onJudged();
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void submit(null);
  };
  const {lines, comment, asksSecond} = value;
  const setLine = (index: number, change: Partial<JudgementWords['lines'][number]>): void =>
    onChanged({...value, lines: lines.map((line, at) => (at === index ? {...line, ...change} : line))});
  const levels = lines.flatMap(({level}) => (level === null ? [] : [level]));
  return (
    <form onSubmit={send} noValidate aria-labelledby="judge-heading">
      <h2 id="judge-heading">{HEADINGS[place]}</h2>
      <p>{ABOUT[place]}</p>
      <ErrorSummary errors={errors} />
      {rubric.map((criterion, index) => (
        <div key={criterion.criterion} className={styles.criterion}>
          <LevelField criterion={criterion} index={index} level={lines[index]?.level ?? null} error={errors.find(({field}) => field === `level-${index}`)?.message} onChosen={(level) => setLine(index, {level})} />
          <LongField
            id={`note-${index}`} label={<>Note<span className="aw-visually-hidden"> on criterion {index + 1}</span>, if you have one</>} hint="The learner reads it. Say what you saw, and where." rows={3}
            errors={errors} value={lines[index]?.note ?? ''} onChanged={(note) => setLine(index, {note})}
          />
        </div>
      ))}
      <LongField id="comment" label={place === 'moderator' ? 'Your reason' : 'Comment on the whole, if you have one'} rows={4} errors={errors} value={comment} onChanged={(next) => onChanged({...value, comment: next})} />
      {place === 'first' ? (
        <p className={styles.choice}>
          <input type="checkbox" id="asksSecond" checked={asksSecond} onChange={(event) => onChanged({...value, asksSecond: event.target.checked})} />
          <label htmlFor="asksSecond">Ask a second assessor too</label>
        </p>
      ) : null}
      <p role="status">{levels.length < rubric.length ? '' : `With these levels your verdict is “${VERDICT_WORDS[verdictOf(levels)].toLowerCase()}”.`}</p>
      <p className="aw-hint">One “not yet” makes the whole “not yet”. Once sent, a judgement cannot be changed.</p>
      {keeping}
      <p className="aw-choices"><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Sending' : 'Send the judgement'}</button></p>
    </form>
  );
}

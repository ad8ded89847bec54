import {useState} from 'react';
import type {ReactNode} from 'react';
import type {RecognitionCase, RecognitionDecision} from '#core/credentials/api.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

interface Props {
  cases: readonly RecognitionCase[];
  courses: readonly {id: string; title: string}[];
  onDecided: (id: string, decision: RecognitionDecision) => Promise<readonly FieldError[]>;
}

const STATE_WORDS = {waiting: 'Waiting', recognised: 'Recognised', refused: 'Refused'} as const;

function sayEmail(isSame: boolean | null): string {
  if (isSame === null) return 'The certificate holds no address, so compare the names.';
  return isSame ? 'The address in it is that of the account.' : 'The address in it is not that of the account. Ask the person about it.';
}

/** Other bodies’ certificates that were handed in, those that wait first. */
export function RecognitionCases({cases, courses, onDecided}: Props): ReactNode {
  if (cases.length === 0) return <p>Nobody has handed in a certificate of another body.</p>;
  return (
    <ul className={styles.list}>
      {cases.map((each) => <Case key={`${each.id} ${each.state}`} found={each} courses={courses} onDecided={onDecided} />)}
    </ul>
  );
}

function Case({found: {id, issuer, achievement, holder, person, isSameEmail, courseId, validFrom, validUntil, state, reason, receivedAt, decidedBy}, courses, onDecided}: {found: RecognitionCase} & Omit<Props, 'cases'>): ReactNode {
  const title = courses.find((course) => course.id === courseId)?.title;
  return (
    <li className="aw-card">
      <h3>{achievement}</h3>
      <p><strong>{STATE_WORDS[state]}</strong>{state === 'recognised' && title ? ` for ${title}` : ''}{reason ? `: ${reason}` : ''}{decidedBy ? `. Decided by ${decidedBy}` : ''}.</p>
      <dl className={styles.facts}>
        <div><dt>Name on it</dt><dd>{holder ?? 'None'}</dd></div>
        <div><dt>Account</dt><dd>{person.name ? `${person.name}, ${person.email}` : person.email}</dd></div>
        <div><dt>Issued by</dt><dd>{issuer}</dd></div>
        <div><dt>Holds</dt><dd>{writeDayOf(validFrom)} to {validUntil ? writeDayOf(validUntil) : 'no end date'}</dd></div>
        <div><dt>Handed in on</dt><dd>{writeDayOf(receivedAt)}</dd></div>
      </dl>
      <p>{sayEmail(isSameEmail)} Its signature was checked. Whether its issuer has revoked it could not be: ask them if it matters.</p>
      {state === 'refused' ? null : <Decide id={id} courseId={courseId} isDecided={state === 'recognised'} courses={courses} onDecided={onDecided} />}
    </li>
  );
}

function Decide({id, courseId, isDecided, courses, onDecided}: {id: string; courseId: string | null; isDecided: boolean} & Omit<Props, 'cases'>): ReactNode {
  const [course, setCourse] = useState(courseId ?? '');
  const [why, setWhy] = useState('');
  const [courseField, whyField] = [`course-${id}`, `why-${id}`];
  const {errors, busy, submit} = useSubmit(async (decision: RecognitionDecision) => {
    if (decision.outcome === 'recognised' && decision.courseId === '') return [{field: courseField, message: 'Choose the course that it stands for.'}];
    if (decision.outcome === 'refused' && decision.reason === '') return [{field: whyField, message: 'Say why. The holder sees it.'}];
    return (await onDecided(id, decision)).map((each) => ({...each, field: each.field === 'courseId' ? courseField : each.field === 'reason' ? whyField : each.field}));
  });
  return (
    <>
      <ErrorSummary errors={errors} />
      {isDecided ? null : (
        <form onSubmit={(event) => { event.preventDefault(); void submit({outcome: 'recognised', courseId: course}); }} noValidate aria-label="Recognise it">
          <SelectField id={courseField} label="The course that it stands for" errors={errors} value={course} onChange={(event) => setCourse(event.target.value)}>
            <option value="">Choose a course</option>
            {courses.map((each) => <option key={each.id} value={each.id}>{each.title}</option>)}
          </SelectField>
          <p><button type="submit" className="aw-button" aria-disabled={busy}>Recognise it</button></p>
        </form>
      )}
      <form onSubmit={(event) => { event.preventDefault(); void submit({outcome: 'refused', reason: why.trim()}); }} noValidate aria-label={isDecided ? 'Take the recognition back' : 'Refuse it'}>
        <TextField id={whyField} label={isDecided ? 'Why it no longer counts' : 'Why it does not count'} hint="Its holder sees this." errors={errors} maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} autoComplete="off" />
        <p><button type="submit" className="aw-button aw-button--quiet" aria-disabled={busy}>{isDecided ? 'Take the recognition back' : 'Refuse it'}</button></p>
      </form>
    </>
  );
}

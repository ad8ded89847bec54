import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

export interface CourseChoice {id: string; title: string}
export interface NewRun {courseId: string; title: string; startsOn: string}
interface Props {courses: readonly CourseChoice[]; onOpened: (run: NewRun) => Promise<readonly FieldError[]>}

function faultsOf({courseId, title, startsOn}: NewRun): FieldError[] {
  return [
    ...(courseId ? [] : [{field: 'courseId', message: 'Choose the course.'}]),
    ...(title ? [] : [{field: 'title', message: 'Give the run a name that people will know it by.'}]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(startsOn) ? [] : [{field: 'startsOn', message: 'Say on which day it starts.'}]),
  ];
}

/** The form that opens a course run. */
export function OpenCohort({courses, onOpened}: Props): ReactNode {
  const [run, setRun] = useState<NewRun>({courseId: courses.length === 1 ? courses[0]?.id ?? '' : '', title: '', startsOn: ''});
  const {errors, busy, submit} = useSubmit(async (value: NewRun) => {
    const faults = faultsOf(value);
    return faults.length > 0 ? faults : onOpened(value);
  });
  const open = (event: FormEvent): void => {
    event.preventDefault();
    void submit({...run, title: run.title.trim()});
  };
  return (
    <form onSubmit={open} noValidate aria-labelledby="open-heading" className={styles.section}>
      <h2 id="open-heading">Open a course run</h2>
      <ErrorSummary errors={errors} />
      <SelectField id="courseId" label="Course" errors={errors} value={run.courseId} onChange={(event) => setRun({...run, courseId: event.target.value})}>
        {courses.length === 1 ? null : <option value="">Choose a course</option>}
        {courses.map(({id, title}) => <option key={id} value={id}>{title}</option>)}
      </SelectField>
      <TextField
        id="title" label="Name of the run" hint="Example: Planning team, spring. Everybody who joins sees it." errors={errors} maxLength={120}
        value={run.title} onChange={(event) => setRun({...run, title: event.target.value})}
      />
      <TextField id="startsOn" label="Starts on" errors={errors} type="date" value={run.startsOn} onChange={(event) => setRun({...run, startsOn: event.target.value})} />
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Opening the run' : 'Open the run'}</button>
    </form>
  );
}

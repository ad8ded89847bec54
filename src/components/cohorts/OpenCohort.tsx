import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {HOME_ZONE} from '#core/runs/zone.ts';
import {writeZone} from '#core/runs/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {faultsOfPlaces, PlacesFields, readCapacity} from './PlacesFields.tsx';
import styles from './styles.module.css';

export interface CourseChoice {id: string; title: string}
/** A run as the form gives it; whoever sends it adds the id. */
export interface RunWanted {courseId: string; title: string; startsOn: string; capacity: number | null; confirms: boolean; isListed: boolean; timeZone: string}
interface Props {courses: readonly CourseChoice[]; onOpened: (run: RunWanted) => Promise<readonly FieldError[]>}

type Draft = Omit<RunWanted, 'capacity'> & {capacity: string};

function faultsOf(draft: Draft): FieldError[] {
  return [
    ...(draft.courseId ? [] : [{field: 'courseId', message: 'Choose the course.'}]),
    ...(draft.title ? [] : [{field: 'title', message: 'Give the run a name that people will know it by.'}]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.startsOn) ? [] : [{field: 'startsOn', message: 'Say on which day it starts.'}]),
    ...faultsOfPlaces(draft),
  ];
}

/** Fields in the folded part. Their ids begin with the form's own. */
const FOLDED = ['capacity', 'timeZone'];
const toField = ({field, message}: FieldError): FieldError => ({field: FOLDED.includes(field) ? `open-${field}` : field, message});

/** The zones that this browser knows, that of London first. */
const zones = (): string[] => [HOME_ZONE, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== HOME_ZONE)];

/** The form that opens a course run. */
export function OpenCohort({courses, onOpened}: Props): ReactNode {
  const [draft, setDraft] = useState<Draft>({courseId: courses.length === 1 ? courses[0]?.id ?? '' : '', title: '', startsOn: '', capacity: '', confirms: false, isListed: false, timeZone: HOME_ZONE});
  const [isFolded, setFolded] = useState(true);
  const {errors, busy, submit} = useSubmit(async (value: Draft) => {
    const faults = faultsOf(value);
    const found = faults.length > 0 ? faults : await onOpened({...value, capacity: readCapacity(value.capacity) ?? null});
    // A fault that is folded away cannot be mended.
    if (found.some(({field}) => FOLDED.includes(field))) setFolded(false);
    return found.map(toField);
  });
  const open = (event: FormEvent): void => {
    event.preventDefault();
    void submit({...draft, title: draft.title.trim()});
  };
  return (
    <form onSubmit={open} noValidate aria-labelledby="open-heading" className={styles.section}>
      <h2 id="open-heading">Open a course run</h2>
      <ErrorSummary errors={errors} />
      <SelectField id="courseId" label="Course" errors={errors} value={draft.courseId} onChange={(event) => setDraft({...draft, courseId: event.target.value})}>
        {courses.length === 1 ? null : <option value="">Choose a course</option>}
        {courses.map(({id, title}) => <option key={id} value={id}>{title}</option>)}
      </SelectField>
      <TextField
        id="title" label="Name of the run" hint="Example: Planning team, spring. Everybody who joins sees it." errors={errors} maxLength={120}
        value={draft.title} onChange={(event) => setDraft({...draft, title: event.target.value})}
      />
      <TextField id="startsOn" label="Starts on" errors={errors} type="date" value={draft.startsOn} onChange={(event) => setDraft({...draft, startsOn: event.target.value})} />
      <details className={styles.fold} open={!isFolded} onToggle={({currentTarget}) => setFolded(!currentTarget.open)}>
        <summary>Limit places, confirm bookings, list the run</summary>
        <div className={styles.inside}>
          <PlacesFields form="open" draft={draft} errors={errors} onChanged={(change) => setDraft({...draft, ...change})} />
          {isFolded ? null : (
            <SelectField id="open-timeZone" label="Time zone of the sessions" errors={errors} value={draft.timeZone} onChange={(event) => setDraft({...draft, timeZone: event.target.value})}>
              {zones().map((zone) => <option key={zone} value={zone}>{writeZone(zone)}</option>)}
            </SelectField>
          )}
        </div>
      </details>
      <p className="aw-hint">You add dates and places when the run is open.</p>
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Opening the run' : 'Open the run'}</button>
    </form>
  );
}

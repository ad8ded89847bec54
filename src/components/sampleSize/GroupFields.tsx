import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import {groupName, LONGEST} from '#core/planning/sampleSize.ts';
import type {Edit, GroupField, SampleSize} from '#core/planning/sampleSize.ts';
import type {SampleResult} from '#core/planning/sampleSizeResult.ts';
import {FigureField} from './FigureField.tsx';
import styles from './styles.module.css';

interface Props {
  calculation: SampleSize;
  result: SampleResult;
  onEdited: (edit: Edit) => void;
  onGroupAdded: () => void;
  onGroupRemoved: (id: string) => void;
}

const FIELDS: readonly {field: GroupField; label: string; hint?: string}[] = [
  {field: 'name', label: 'Name'},
  {field: 'size', label: 'People in it'},
  {field: 'answers', label: 'Answers so far'},
  {field: 'response', label: 'Answers to the first invitation, in 100', hint: 'Empty: as for everybody.'},
];

/** The groups to report by themselves. */
export function GroupFields({calculation, result, onEdited, onGroupAdded, onGroupRemoved}: Props): ReactNode {
  const {groups, groupMargin} = calculation;
  const place = useRef<HTMLDivElement>(null);
  const wasAdded = useRef(false);
  useEffect(() => {
    if (!wasAdded.current) return;
    wasAdded.current = false;
    place.current?.querySelector<HTMLInputElement>('fieldset:last-of-type input')?.focus();
  }, [groups.length]);
  return (
    <div ref={place} className={styles.screenOnly}>
      <h3>Groups to report by themselves</h3>
      <p>A ward, an age band, disabled people: a figure for a group needs answers from that group. Name groups, never persons.</p>
      {groups.length > 0 && (
        <FigureField label="Margin you want for each group, in points" hint="10 is a rough reading. Narrower soon costs a lot." value={groupMargin} fault={result.faults.groupMargin}
          onChanged={(to) => onEdited({field: 'groupMargin', from: groupMargin, to})} />
      )}
      {groups.map((group, at) => (
        <fieldset key={group.id} className={styles.group}>
          <legend>{groupName(group, at)}</legend>
          <div className={styles.figures}>
            {FIELDS.map(({field, label, hint}) => (
              <FigureField key={field} label={label} {...(hint !== undefined && {hint})} isName={field === 'name'} value={group[field]} fault={result.groups[at]?.faults[field]}
                onChanged={(to) => onEdited({field, group: group.id, from: group[field], to})} />
            ))}
          </div>
          <p><button type="button" className="aw-link-button" onClick={() => onGroupRemoved(group.id)}>Remove<span className="aw-visually-hidden"> {groupName(group, at)}</span></button></p>
        </fieldset>
      ))}
      {groups.length < LONGEST.groups
        ? <p><button type="button" className="aw-button aw-button--quiet" onClick={() => { wasAdded.current = true; onGroupAdded(); }}>Add a group</button></p>
        : <p className="aw-hint">There is room for {LONGEST.groups} groups.</p>}
    </div>
  );
}

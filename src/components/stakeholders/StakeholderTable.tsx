import {useId, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import {CHARACTERISTICS} from '#core/planning/stakeholderGaps.ts';
import {quarterOf, QUARTERS} from '#core/planning/stakeholderQuarters.ts';
import {isStale, nameOf, SORTS, sortEntries} from '#core/planning/stakeholders.ts';
import type {Sort, Stakeholder} from '#core/planning/stakeholders.ts';
import {checkedInWords, staleInWords} from './words.ts';
import styles from './styles.module.css';

interface Props {
  entries: readonly Stakeholder[];
  /** As 2026-11-22. */
  today: string;
  /** Whether contacts and notes are shown, and so printed. */
  personal: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  onPersonal: (personal: boolean) => void;
  onOpened: (id: string) => void;
  onChecked: (entry: Stakeholder) => void;
  onRemoved: (id: string) => void;
}

/** Everything in the list, a row for each entry. */
export function StakeholderTable({entries, today, personal, headingRef, onPersonal, onOpened, onChecked, onRemoved}: Props): ReactNode {
  const id = useId();
  const [{by, isDown}, setSort] = useState<{by: Sort; isDown: boolean}>({by: 'name', isDown: false});
  const stale = entries.filter((entry) => isStale(entry, today)).length;
  const sortHead = (sort: Sort): ReactNode => (
    <th scope="col" aria-sort={by === sort ? (isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={styles.sort} onClick={() => setSort({by: sort, isDown: by === sort && !isDown})}>
        {SORTS[sort]}<span aria-hidden="true"> {by === sort ? (isDown ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>
  );
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} ref={headingRef} tabIndex={-1}>The full list</h2>
      <p role="status">{entries.length === 1 ? '1 entry.' : `${entries.length} entries.`} {stale > 0 && `${stale} of them ${stale === 1 ? 'needs' : 'need'} a check: nobody has made sure of ${stale === 1 ? 'it' : 'them'} for 12 months.`}</p>
      <p className={styles.screenOnly}>
        <label className={styles.option}><input type="checkbox" checked={personal} onChange={(event) => onPersonal(event.target.checked)} /> Show contacts and notes, here, in print and in the CSV file</label>
      </p>
      <div className="aw-table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
        <table className={`aw-table ${styles.table}`}>
          <caption id={`${id}-caption`}>Entries, with what is known of each</caption>
          <thead>
            <tr>
              {sortHead('name')}{sortHead('segment')}{sortHead('influence')}{sortHead('interest')}
              <th scope="col">Place on the grid</th><th scope="col">How they are affected</th><th scope="col">Stands for</th><th scope="col">Approach</th>
              {personal && <><th scope="col">Contact</th><th scope="col">Notes</th></>}
              {sortHead('checked')}
              <th scope="col" className={styles.screenOnly}>Change</th>
            </tr>
          </thead>
          <tbody>
            {sortEntries(entries, by, isDown).map((entry) => {
              const quarter = quarterOf(entry);
              const warning = staleInWords(entry, today);
              return (
                <tr key={entry.id}>
                  <th scope="row">{entry.name.trim() || 'Entry without a name'}</th>
                  <td>{entry.segment}</td>
                  <td>{entry.influence ?? ''}</td>
                  <td>{entry.interest ?? ''}</td>
                  <td>{quarter === null ? 'Not placed yet' : QUARTERS[quarter].title}</td>
                  <td className={styles.typed}>{entry.affected}</td>
                  <td>{[...entry.audiences.map((audience) => AUDIENCES[audience]), ...entry.characteristics.map((each) => CHARACTERISTICS[each].name)].join('; ')}</td>
                  <td className={styles.typed}>{entry.approach}</td>
                  {personal && <><td className={styles.typed}>{entry.contact}</td><td className={styles.typed}>{entry.notes}</td></>}
                  <td>{checkedInWords(entry)}{warning && <strong className={styles.stale}>{warning}</strong>}</td>
                  <td className={styles.screenOnly}>
                    <div className={styles.actions}>
                      <button type="button" id={`edit-${entry.id}`} className="aw-link-button" onClick={() => onOpened(entry.id)}>Edit<Of entry={entry} /></button>
                      <button type="button" className="aw-link-button" onClick={() => onChecked(entry)}>Checked today<Of entry={entry} /></button>
                      <button type="button" className="aw-link-button" onClick={() => onRemoved(entry.id)}>Remove<Of entry={entry} /></button>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Of({entry}: {entry: Stakeholder}): ReactNode {
  return <span className="aw-visually-hidden">: {nameOf(entry)}</span>;
}

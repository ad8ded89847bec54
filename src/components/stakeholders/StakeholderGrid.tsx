import {useEffect, useId, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {audiencesInWords} from '#core/methods/words.ts';
import {audiencesOf, byQuarter, methodsFor, QUARTERS, quarterOf} from '#core/planning/stakeholderQuarters.ts';
import type {Quarter, SuitableMethod} from '#core/planning/stakeholderQuarters.ts';
import {nameOf} from '#core/planning/stakeholders.ts';
import type {Edit, Stakeholder} from '#core/planning/stakeholders.ts';
import {methodHref} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import {MarkSelect} from './MarkSelect.tsx';
import styles from './styles.module.css';

interface Props {
  entries: readonly Stakeholder[];
  methods: readonly SuitableMethod[];
  linkTo: LinkTo;
  onEdited: (edit: Edit) => void;
}

const ROWS: readonly {head: string; quarters: readonly Quarter[]}[] = [
  {head: 'More influence', quarters: ['meet-needs', 'work-closely']},
  {head: 'Less influence', quarters: ['keep-informed', 'go-out']},
];

/** The grid of influence and interest. An entry is moved by its two selects; focus goes with it. */
export function StakeholderGrid({entries, methods, linkTo, onEdited}: Props): ReactNode {
  const id = useId();
  const grid = byQuarter(entries);
  const moved = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (moved.current !== null) document.getElementById(moved.current)?.focus();
    moved.current = null;
  }, [entries]);
  const move = (entry: Stakeholder, field: 'influence' | 'interest', to: number | null): void => {
    const target = quarterOf({...entry, [field]: to});
    if (target !== quarterOf(entry)) {
      moved.current = `${id}-${entry.id}-${field}`;
      setSaid(`${nameOf(entry)} moved to: ${target === null ? 'Not placed yet' : QUARTERS[target].title}.`);
    }
    onEdited({field, id: entry.id, from: entry[field], to});
  };
  const items = (within: readonly Stakeholder[]): ReactNode => (within.length === 0 ? <p className="aw-hint">Nobody here.</p> : (
    <ul className={styles.items}>
      {within.map((entry) => (
        <li key={entry.id}>
          <strong>{nameOf(entry)}</strong>
          <div className={styles.marks}>
            {(['influence', 'interest'] as const).map((field) => (
              <div key={field}>
                <label htmlFor={`${id}-${entry.id}-${field}`}>{field === 'influence' ? 'Influence' : 'Interest'}<span className="aw-visually-hidden"> of {nameOf(entry)}</span></label>
                <MarkSelect id={`${id}-${entry.id}-${field}`} value={entry[field]} onChosen={(to) => move(entry, field, to)} />
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  ));
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>The grid</h2>
      <p className={styles.screenOnly}>Change influence or interest to move an entry. A mark of 3 or more counts as more, so that people in doubt get more of your time.</p>
      <p role="status" className="aw-visually-hidden">{said}</p>
      <div className="aw-table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
        <table className={`aw-table ${styles.grid}`}>
          <caption id={`${id}-caption`}>Influence and interest</caption>
          <thead><tr><td /><th scope="col">Less interest</th><th scope="col">More interest</th></tr></thead>
          <tbody>
            {ROWS.map(({head, quarters}) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {quarters.map((quarter) => (
                  <td key={quarter}>
                    <h3>{QUARTERS[quarter].title}</h3>
                    <p>{QUARTERS[quarter].advice}</p>
                    {items(grid[quarter])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {grid['not-placed'].length > 0 && (
        <>
          <h3>Not placed yet</h3>
          <p>Give these both marks. For interest: how different will their Monday be? For influence: if they object, who will change course?</p>
          {items(grid['not-placed'])}
        </>
      )}
      <h3>Methods that may suit</h3>
      <p>The method catalogue rates each method for 40 audiences. These suit the audiences you ticked and the way of working of the quarter. See them as a start.</p>
      <dl className={styles.methods}>
        {ROWS.flatMap(({quarters}) => quarters).map((quarter) => <Methods key={quarter} quarter={quarter} within={grid[quarter]} methods={methods} linkTo={linkTo} />)}
      </dl>
      <p>For your purpose, time and money, ask the {linkTo({href: '/method-selector/', children: 'method selector'})}.</p>
    </section>
  );
}

function Methods({quarter, within, methods, linkTo}: {quarter: Quarter; within: readonly Stakeholder[]; methods: readonly SuitableMethod[]; linkTo: LinkTo}): ReactNode {
  const audiences = audiencesOf(within);
  const suited = methodsFor(quarter, audiences, methods);
  return (
    <>
      <dt>{QUARTERS[quarter].title}</dt>
      {suited.length === 0 && <dd>{within.length === 0 ? 'Nobody is here.' : audiences.length === 0 ? 'Tick whom these entries stand for, and methods appear here.' : 'No method in the catalogue suits these audiences and this quarter.'}</dd>}
      {suited.map(({id, title, good, poor}) => (
        <dd key={id}>
          {linkTo({href: methodHref(id), children: title})}: suits {audiencesInWords(good)}.{poor.length > 0 && ` It suits ${audiencesInWords(poor)} badly.`}
        </dd>
      ))}
    </>
  );
}

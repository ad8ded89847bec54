import type {ReactNode} from 'react';
import type {DataTable, MyData} from '#core/privacy/api.ts';
import {writeColumn, writeValue} from '#core/privacy/words.ts';
import styles from './styles.module.css';

/** Rows drawn of one table. The file has all of them; a page with thousands would not open on a phone. */
const MOST_SHOWN = 50;

function Rows({rows}: {rows: DataTable['rows']}): ReactNode {
  return (
    <>
      {rows.slice(0, MOST_SHOWN).map((row, index) => (
        <dl key={index} className={styles.row}>
          {Object.entries(row).map(([name, value]) => {
            const text = writeValue(value);
            return text === null ? null : <div key={name}><dt>{writeColumn(name)}</dt><dd>{text}</dd></div>;
          })}
        </dl>
      ))}
      {rows.length > MOST_SHOWN ? <p>These are {MOST_SHOWN} of {rows.length}. The file has all of them.</p> : null}
    </>
  );
}

const countOf = (tables: readonly DataTable[]): number => tables.reduce((sum, {rows, acted}) => sum + rows.length + acted.length, 0);

/** Everything that is held about a person, folded by what it is about. `isOpen`: all of it unfolded, to print. */
export function HeldData({groups, isOpen}: {groups: MyData['groups']; isOpen: boolean}): ReactNode {
  return (
    <section aria-labelledby="held">
      <h2 id="held">What is held</h2>
      <p>“You” stands for your own number, and a role for anybody else’s. Times are those of London.</p>
      {groups.map(({group, title, tables}) => (
        <details key={`${group} ${isOpen}`} open={isOpen}>
          <summary>{title} ({countOf(tables)})</summary>
          {tables.map(({table, what, why, howLong, rows, acted}) => (
            <section key={table} aria-label={what}>
              <h3>{what}</h3>
              <p>{why}. How long: {howLong}.</p>
              <Rows rows={rows} />
              {acted.length > 0 ? <><p>About somebody else, with your part alone:</p><Rows rows={acted} /></> : null}
            </section>
          ))}
        </details>
      ))}
    </section>
  );
}

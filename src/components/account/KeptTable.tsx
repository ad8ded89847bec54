import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** One thing that is kept: what, where, why and how long. */
export interface KeptThing {what: string; where: string; why: string; howLong: string}

/** What is kept where, in one table. */
export function KeptTable({things}: {things: readonly KeptThing[]}): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="kept-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="kept-caption">What is kept, where, why and for how long</caption>
        <thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">Why</th><th scope="col">How long</th></tr></thead>
        <tbody>
          {things.map(({what, where, why, howLong}) => <tr key={what}><th scope="row">{what}</th><td>{where}</td><td>{why}</td><td>{howLong}</td></tr>)}
        </tbody>
      </table>
    </div>
  );
}

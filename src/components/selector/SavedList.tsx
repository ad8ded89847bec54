import type {ReactNode} from 'react';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** A selection that the device keeps, in words ready to read. */
export interface SavedItem {
  id: string;
  name: string;
  href: string;
  changedOn: string;
}

/** Selections kept on this device, each with a way to open and to delete it. Nothing when there are none. */
export function SavedList({items, linkTo, onDeleted}: {items: readonly SavedItem[]; linkTo: LinkTo; onDeleted: (id: string) => void}): ReactNode {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="saved">
      <h4 id="saved">Saved on this device</h4>
      <ul className={styles.saved}>
        {items.map(({id, name, href, changedOn}) => (
          <li key={id}>
            {linkTo({href, children: name})}, saved on {changedOn}.{' '}
            <button type="button" className="aw-link-button" onClick={() => onDeleted(id)}>Delete<span className="aw-visually-hidden"> {name}</span></button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {count: number; mine: boolean; onChanged: (mine: boolean) => void}

/** Asks whose the answers on this device are, before somebody signs in. On a shared computer they may be another person's. */
export function UnownedChoice({count, mine, onChanged}: Props): ReactNode {
  const some = count === 1
    ? '1 thing done on this device is not on anybody’s record yet. When you sign in it joins yours.'
    : `${count} things done on this device are not on anybody’s record yet. When you sign in they join yours.`;
  return (
    <fieldset className={`aw-panel ${styles.choice}`}>
      <legend className="aw-visually-hidden">Answers on this device</legend>
      <p id="unowned-words">{some}</p>
      <p className={styles.tick}>
        <input type="checkbox" id="unowned" checked={mine} aria-describedby="unowned-words" onChange={(event) => onChanged(event.target.checked)} />
        <label htmlFor="unowned">{count === 1 ? 'It is mine' : 'They are mine'}</label>
      </p>
      <p className="aw-hint" role="status">
        {mine ? '' : 'They stay on this device, unsent. Nobody’s record gets them until somebody signs in and says they are theirs.'}
      </p>
    </fieldset>
  );
}

import type {ReactNode} from 'react';
import {MOST_COMPARED, waysToTakePart} from '#core/methods/compare.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {costInWords, upperFirst, weekRangeInWords} from '#core/methods/words.ts';
import {compareHref} from './CompareBar.tsx';
import {methodHref} from './link.tsx';
import type {LinkTo} from './link.tsx';
import {methodsIn, TAKE_PART_GROUPS} from './takePart.ts';
import styles from './styles.module.css';

interface Props {
  methods: readonly MethodSummary[];
  /** Ids ticked for comparison; null while nothing can be ticked. */
  chosen: readonly string[] | null;
  onTicked: (id: string, isTicked: boolean) => void;
  linkTo: LinkTo;
}

/** Methods by how people come to take part, a few lines each. */
export function MethodGroups({methods, chosen, onTicked, linkTo}: Props): ReactNode {
  return TAKE_PART_GROUPS.map((group) => {
    const {id, name} = group;
    const members = methodsIn(group, methods);
    return members.length > 0 && (
      <section key={id} aria-labelledby={id} className={styles.takePart}>
        <h2 id={id}>{name}</h2>
        <ul className={styles.index}>
          {members.map((method) => (
            <li key={method.id}>
              {linkTo({href: methodHref(method.id), children: method.title})}
              <div className={styles.compare}>{chosen && <CompareTick method={method} chosen={chosen} onTicked={onTicked} linkTo={linkTo} />}</div>
              <span>{method.description}</span>
              <span className="aw-hint">{upperFirst(weekRangeInWords(method.elapsedWeeks))}. Cost: {costInWords(method.costBand)}. {waysToTakePart(method)}.</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

interface TickProps extends Pick<Props, 'onTicked' | 'linkTo'> {
  method: MethodSummary;
  chosen: readonly string[];
}

/**
 * The tick box of a method. What stands beside it changes and never grows, so that the list does not move under the pointer: with others
 * ticked it is the way to the comparison, so that the keyboard need not go through the rest of the list to reach it; with four ticked
 * elsewhere it is the reason why this one cannot be.
 */
function CompareTick({method: {id, title}, chosen, onTicked, linkTo}: TickProps): ReactNode {
  const isTicked = chosen.includes(id);
  const isFull = !isTicked && chosen.length >= MOST_COMPARED;
  const box = <input type="checkbox" checked={isTicked} disabled={isFull} onChange={(event) => onTicked(id, event.target.checked)} />;
  if (isTicked && chosen.length > 1) {
    return (
      <div className={styles.tick}>
        <label>{box}<span className="aw-visually-hidden">Compare {title}</span></label>
        {linkTo({href: compareHref(chosen), children: <>See {chosen.length === 2 ? 'both' : `all ${chosen.length}`}<span className="aw-visually-hidden"> side by side</span></>})}
      </div>
    );
  }
  return (
    <div className={styles.tick}>
      <label>
        {box}
        {isFull ? <span>Four ticked<span className="aw-visually-hidden"> already, untick one to compare {title}</span></span>
          : <span>Compare<span className="aw-visually-hidden"> {title}</span></span>}
      </label>
    </div>
  );
}

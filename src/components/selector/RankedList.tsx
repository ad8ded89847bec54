import type {ReactNode} from 'react';
import type {MethodSummary} from '#core/methods/method.ts';
import type {RankedMethod, RejectedMethod} from '#core/methods/recommend.ts';
import {lowerFirst} from '#core/methods/words.ts';
import {methodHref} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface ListProps<T> {
  list: readonly T[];
  methods: readonly MethodSummary[];
  linkTo: LinkTo;
}

interface RankedProps extends ListProps<RankedMethod> {
  /** Ids of the methods in the mix. */
  mix: readonly string[];
  onAdded: (id: string) => void;
}

const FIRST = 5;

/** Every method that fits, best first. The first five are open; the rest are one press away. */
export function RankedList({list, mix, methods, linkTo, onAdded}: RankedProps): ReactNode {
  const rest = list.slice(FIRST);
  return (
    <section aria-labelledby="ranked">
      <h3 id="ranked">All methods that fit, best first</h3>
      <ol className={styles.ranked}>
        {list.slice(0, FIRST).map((each) => <Ranked key={each.id} each={each} isIn={mix.includes(each.id)} methods={methods} linkTo={linkTo} onAdded={onAdded} />)}
      </ol>
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{rest.length === 1 ? '1 more method' : `${rest.length} more methods`}</summary>
          <ol className={styles.ranked} start={FIRST + 1}>
            {rest.map((each) => <Ranked key={each.id} each={each} isIn={mix.includes(each.id)} methods={methods} linkTo={linkTo} onAdded={onAdded} />)}
          </ol>
        </details>
      )}
    </section>
  );
}

type RowProps = Pick<RankedProps, 'methods' | 'linkTo' | 'onAdded'> & {each: RankedMethod; isIn: boolean};

function Ranked({each, isIn, methods, linkTo, onAdded}: RowProps): ReactNode {
  return (
    <li>
      <h4>{linkTo({href: methodHref(each.id), children: titleOf(each.id, methods)})}</h4>
      <p className="aw-hint">Fit: {Math.round(each.score * 100)} out of 100{isIn ? '. In your mix' : ''}</p>
      <Reasons name="For" reasons={each.for} />
      <Reasons name="Against" reasons={each.against} />
      {each.avoidWhen.length > 0 && <Reasons name="Think again when" reasons={each.avoidWhen.map(lowerFirst)} />}
      {!isIn && <p data-print="no"><button type="button" className="aw-link-button" onClick={() => onAdded(each.id)}>Add {titleOf(each.id, methods)} to the mix</button></p>}
    </li>
  );
}

function Reasons({name, reasons}: {name: string; reasons: readonly string[]}): ReactNode {
  if (reasons.length === 0) return null;
  return (
    <>
      <p className={styles.reasons}>{name}</p>
      <ul>{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </>
  );
}

/** Every method ruled out, with each reason. */
export function RejectedList({list, methods, linkTo}: ListProps<RejectedMethod>): ReactNode {
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="rejected">
      <h3 id="rejected">Ruled out</h3>
      <details className={styles.rest}>
        <summary>{list.length === 1 ? '1 method, and why' : `${list.length} methods, and why`}</summary>
        <ul className={styles.rejected}>
          {list.map(({id, why}) => <li key={id}>{linkTo({href: methodHref(id), children: titleOf(id, methods)})} {why.join('; ')}.</li>)}
        </ul>
      </details>
    </section>
  );
}

function titleOf(id: string, methods: readonly MethodSummary[]): string {
  return methods.find((method) => method.id === id)?.title ?? id;
}

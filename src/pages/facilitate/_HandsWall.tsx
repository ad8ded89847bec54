import {useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {HandCount} from '#components/live/HandCount.tsx';
import type {Hands} from '#components/live/HandCount.tsx';
import {useWallKeys} from '#components/live/useWallKeys.ts';
import {WallQuestion} from '#components/live/WallQuestion.tsx';
import styles from '#components/live/styles.module.css';
import {itemBeside, toLiveQuestion} from '#core/live/questions.ts';
import type {LiveItem} from '#core/live/questions.ts';
import {peopleByHand, readHands, toResultRows} from '#core/live/results.ts';

interface Props {
  items: readonly LiveItem[];
  firstId: string;
  areKeysOn: boolean;
  headingRef: Ref<HTMLHeadingElement>;
}

/** What is known of one question while hands are counted. */
interface Counted {
  hands: Hands;
  areResultsShown: boolean;
  areReasonsShown: boolean;
}
const NOTHING: Counted = {hands: {typed: {}, inRoom: ''}, areResultsShown: false, areReasonsShown: false};

/** The wall while hands are counted: all of it on this device, with no service and no sign-in. */
export function HandsWall({items, firstId, areKeysOn, headingRef}: Props): ReactNode {
  const [shownId, setShownId] = useState(firstId);
  const [byQuestion, setByQuestion] = useState<Readonly<Record<string, Counted>>>({});
  const item = items.find(({id}) => id === shownId) ?? items[0];
  const {hands, areResultsShown, areReasonsShown} = byQuestion[item?.id ?? ''] ?? NOTHING;
  const change = (changed: Partial<Counted>): void => {
    if (item) setByQuestion({...byQuestion, [item.id]: {...(byQuestion[item.id] ?? NOTHING), ...changed}});
  };
  const show = (wanted: LiveItem | null): void => {
    if (wanted) setShownId(wanted.id);
  };
  const [next, previous] = item ? [itemBeside(items, item.id, 1), itemBeside(items, item.id, -1)] : [null, null];
  const toggleResults = (): void => change({areResultsShown: !areResultsShown});
  useWallKeys({next: () => show(next), previous: () => show(previous), results: toggleResults}, areKeysOn);
  if (!item) return <p>This course has no question to ask a room. Choose another course.</p>;

  const counts = Object.fromEntries(item.options.map(({id}) => [id, readHands(hands.typed[id] ?? '') ?? 0]));
  const people = peopleByHand(item.type, counts, hands.inRoom === '' ? null : readHands(hands.inRoom));
  return (
    <>
      <p className={styles.place}>Question {items.indexOf(item) + 1} of {items.length}. Raise your hand for one letter at a time.</p>
      <WallQuestion
        question={toLiveQuestion(item)} headingRef={headingRef} reasons={areReasonsShown ? item : null}
        results={areResultsShown ? {rows: toResultRows(item.options, counts, people), people, isByHand: true} : null}
      />
      <HandCount question={toLiveQuestion(item)} hands={hands} areResultsShown={areResultsShown} onTyped={(typed) => change({hands: typed})} onShown={toggleResults} />
      <div className={styles.controls}>
        <button type="button" className="aw-button aw-button--quiet" aria-expanded={areReasonsShown} onClick={() => change({areReasonsShown: !areReasonsShown})}>{areReasonsShown ? 'Hide the reasons' : 'Show the reasons'}</button>
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={!previous} onClick={() => show(previous)}>Previous question</button>
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={!next} onClick={() => show(next)}>Next question</button>
      </div>
    </>
  );
}

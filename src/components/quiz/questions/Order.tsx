import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {inOrder} from './question.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** Things are put in order with buttons. The order first shown is no answer until it is moved or taken as it is. */
export function Order({question, order, response, name, onAnswer}: QuestionProps<'order'>): ReactNode {
  const isTaken = Array.isArray(response);
  const shown = inOrder(question.options, isTaken ? response : order);
  const ids = shown.map(({id}) => id);
  const [said, setSaid] = useState('');
  const pressed = useRef<string | null>(null);
  // A row that is moved in the page loses the focus in some browsers.
  useEffect(() => {
    if (pressed.current) document.getElementById(pressed.current)?.focus();
    pressed.current = null;
  }, [response]);

  const move = (from: number, to: number, button: string): void => {
    const moved = shown[from];
    if (!moved || to < 0 || to >= ids.length) return;
    const next = ids.filter((id) => id !== moved.id);
    next.splice(to, 0, moved.id);
    pressed.current = button;
    setSaid(`“${moved.text}” is now in place ${to + 1} of ${ids.length}.`);
    onAnswer(next);
  };

  return (
    <>
      <ol className={styles.order}>
        {shown.map(({id, text}, index) => (
          <li key={id}>
            <span className={styles.step}>{text}</span>
            <span className={styles.moves}>
              {([['up', index - 1], ['down', index + 1]] as const).map(([way, to]) => (
                <button
                  key={way}
                  type="button"
                  id={`${name}-${id}-${way}`}
                  className={`aw-button aw-button--quiet ${styles.move}`}
                  aria-label={`Move ${way}: ${text}, place ${index + 1} of ${ids.length}`}
                  aria-disabled={to < 0 || to >= ids.length}
                  onClick={() => move(index, to, `${name}-${id}-${way}`)}
                >
                  <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span> {way === 'up' ? 'Up' : 'Down'}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.taken}>
        {isTaken ? <span>You are using this order.</span> : (
          <button type="button" className="aw-button aw-button--quiet" onClick={() => { setSaid('You are using this order.'); onAnswer(ids); }}>Use this order</button>
        )}
      </p>
      <p className="aw-visually-hidden" role="status">{said}</p>
    </>
  );
}

import type {ReactNode} from 'react';
import type {Standard} from '#core/standards/standard.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  standards: readonly Standard[];
  linkTo?: LinkTo;
}

/** The standards, each with the check that proves it and what to keep. */
export function StandardList({standards, linkTo = plainLink}: Props): ReactNode {
  return (
    <ol className={styles.list}>
      {standards.map(({id, title, standard, check, evidence, more}) => (
        <li key={id}>
          <h3 id={id}>{title}</h3>
          <p>{standard}</p>
          <dl>
            <dt>How to check</dt>
            <dd>{check}</dd>
            <dt>Keep as evidence</dt>
            <dd>{evidence}</dd>
          </dl>
          <p>{linkTo({href: more, children: <>How to meet it<span className="aw-visually-hidden">: {title}</span></>})}</p>
        </li>
      ))}
    </ol>
  );
}

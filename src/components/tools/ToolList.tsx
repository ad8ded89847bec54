import type {ReactNode} from 'react';
import {toolsByPart} from '#core/planning/tools.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** Every tool with what it does and when to use it, under the part of the work that it helps with. */
export function ToolList({linkTo}: {linkTo: LinkTo}): ReactNode {
  return toolsByPart().map(({part, title, tools}) => (
    <section key={part} aria-labelledby={part} className={styles.part}>
      <h2 id={part}>{title}</h2>
      <ul className={styles.tools}>
        {tools.map(({id, title: name, href, sentence}) => (
          <li key={id} className="aw-card">
            <h3>{linkTo({href, children: name})}</h3>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  ));
}

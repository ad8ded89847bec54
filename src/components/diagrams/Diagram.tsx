import type {ReactNode} from 'react';
import type {Diagram as DiagramValue} from '#core/diagrams/diagram.ts';
import {WIDTH} from '#core/diagrams/rules.ts';
import styles from './styles.module.css';

interface Props {
  diagram: DiagramValue;
}

/** `<Diagram id="..." />` on a page: the drawing under its name, and all that it says in words below. The build adds `diagram`. */
export function Diagram({diagram}: Props): ReactNode {
  return (
    <figure className={styles.diagram}>
      <figcaption className={styles.name}>{diagram.title}</figcaption>
      {/* The markup comes from a file of this project. parseDiagram wrote it anew from the few elements and attributes that it allows, so it holds no script, link or style. */}
      <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${diagram.height}`} role="img" aria-label={diagram.title} dangerouslySetInnerHTML={{__html: diagram.markup}} />
      <details className={styles.words}>
        <summary>The same in words</summary>
        {diagram.description.map((line, index) => <p key={index}>{line}</p>)}
      </details>
    </figure>
  );
}

import type {ReactNode} from 'react';

/** Draws a heading that can be linked to. A page hands in one that has a link of its own beside it; without it a plain heading does. */
export type HeadingAt = (props: {level: 2 | 3; id: string; children: ReactNode}) => ReactNode;

/** The heading that needs nothing but HTML. */
export const plainHeading: HeadingAt = ({level, id, children}) => (level === 2 ? <h2 id={id}>{children}</h2> : <h3 id={id}>{children}</h3>);

/** The address of a principle. */
export function principleHref(id: string): string {
  return `/code-of-practice/principles/#${id}`;
}

/** The address of a step of the involvement process. */
export function stepHref(id: string): string {
  return `/code-of-practice/involvement-process/#${id}`;
}

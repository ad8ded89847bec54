import type {ReactNode} from 'react';

/** Draws a link. A page hands in one that moves within the site; without it a plain link does. */
export type LinkTo = (props: {href: string; children: ReactNode; className?: string | undefined}) => ReactNode;

/** The link that needs nothing but HTML. */
export const plainLink: LinkTo = ({href, children, className}) => <a href={href} className={className}>{children}</a>;

/** The address of a method's page. */
export function methodHref(id: string): string {
  return `/methods/${id}/`;
}

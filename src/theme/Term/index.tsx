import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {Term as TermMark} from '#components/glossary/Term.tsx';
import type {TermLink} from '#components/glossary/Term.tsx';

const linkTo: TermLink = ({href, className, describedBy, children}) => <Link to={href} className={className} aria-describedby={describedBy}>{children}</Link>;

/** A term in a text. The build writes it and its definition into the page. */
export default function Term({id, definition, children}: {id: string; definition: string; children: ReactNode}): ReactNode {
  return <TermMark id={id} definition={definition} linkTo={linkTo}>{children}</TermMark>;
}

import Link from '@docusaurus/Link';
import type {LinkTo} from '#components/methods/link.tsx';

/** The link that components are handed: it moves within the site without loading a new page. */
export const siteLink: LinkTo = ({href, children, className}) => <Link to={href} className={className}>{children}</Link>;

import type {ComponentProps, ReactNode} from 'react';
import MDXA from '@theme/MDXComponents/A';

/** A link in a text. One that leaves the site opens in the same tab: the stock one opens a new tab and does not say so. */
export function ProseLink(props: ComponentProps<'a'>): ReactNode {
  const {href, children, ...rest} = props;
  if (href && /^https?:\/\//.test(href)) return <a href={href} {...rest}>{children}</a>;
  return <MDXA {...props} />;
}

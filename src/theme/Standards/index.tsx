import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import standards from '@generated/askwell-standards/default/standards.json';
import {StandardList} from '#components/standards/StandardList.tsx';
import {siteLink} from '../siteLink.tsx';

/** The quality standards, which Markdown writes as `<Standards />`. */
export default function Standards(): ReactNode {
  const links = useBrokenLinks();
  for (const {id} of standards) links.collectAnchor(id);
  return <StandardList standards={standards} linkTo={siteLink} />;
}

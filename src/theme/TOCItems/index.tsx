// Ours instead of the stock one: that measures the stock header, which is not here, and follows the reader's scrolling for no gain.
import type {ReactNode} from 'react';
import {useFilteredAndTreeifiedTOC} from '@docusaurus/theme-common/internal';
import type {Props} from '@theme/TOCItems';
import TOCItemTree from '@theme/TOCItems/Tree';

export default function TOCItems({toc, minHeadingLevel = 2, maxHeadingLevel = 3, className = 'table-of-contents', linkClassName = null}: Props): ReactNode {
  const tree = useFilteredAndTreeifiedTOC({toc, minHeadingLevel, maxHeadingLevel});
  return <TOCItemTree toc={tree} className={className} linkClassName={linkClassName} />;
}

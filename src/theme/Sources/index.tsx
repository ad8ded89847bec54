import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {groupId, Sources as SourceList} from '#components/sources/Sources.tsx';
import type {SourceGroup} from '#core/sources/citations.ts';
import {siteLink} from '../siteLink.tsx';

/** `<Sources />`. The build adds `groups`, and learns here which places on the page links may point at. */
export default function Sources({groups}: {groups: SourceGroup[]}): ReactNode {
  const {collectAnchor} = useBrokenLinks();
  for (const group of groups) {
    collectAnchor(groupId(group));
    for (const {key} of group.sources) collectAnchor(key);
  }
  return <SourceList groups={groups} linkTo={siteLink} />;
}

import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {Glossary as GlossaryList, letterId} from '#components/glossary/Glossary.tsx';
import type {Letter} from '#core/glossary/present.ts';
import {siteLink} from '../siteLink.tsx';

/** `<Glossary />`. The build adds `letters`, and learns here which places on the page links may point at. */
export default function Glossary({letters}: {letters: Letter[]}): ReactNode {
  const {collectAnchor} = useBrokenLinks();
  for (const {letter, terms} of letters) {
    collectAnchor(letterId(letter));
    for (const {id} of terms) collectAnchor(id);
  }
  return <GlossaryList letters={letters} linkTo={siteLink} />;
}

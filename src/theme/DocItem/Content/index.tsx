// Ours instead of the stock one: a method's facts stand between its title and its advice, and its evidence after it. A lesson says how
// long it takes.
import type {ReactNode} from 'react';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import MDXContent from '@theme/MDXContent';
import {MethodEvidence} from '#components/methods/MethodEvidence.tsx';
import {MethodFacts} from '#components/methods/MethodFacts.tsx';
import {methodFactsFrom} from './methodFactsFrom.ts';
import {ContentsAbove} from '../Layout/Contents.tsx';
import {useToday} from './useToday.ts';

export default function DocItemContent({children}: {children: ReactNode}): ReactNode {
  const {metadata, frontMatter, contentTitle} = useDoc();
  const facts = methodFactsFrom(frontMatter);
  const minutes = minutesOf(frontMatter);
  const today = useToday();
  return (
    <div className="theme-doc-markdown markdown">
      {contentTitle === undefined && frontMatter.hide_title !== true && <h1>{metadata.title}</h1>}
      {minutes !== undefined && <p className="aw-hint">About {minutes} {minutes === 1 ? 'minute' : 'minutes'} to read</p>}
      <ContentsAbove />
      {facts && <MethodFacts facts={facts} today={today} />}
      <MDXContent>{children}</MDXContent>
      {facts && <MethodEvidence facts={facts} today={today} />}
    </div>
  );
}

/** The reading time that a lesson's author wrote. */
function minutesOf(frontMatter: Record<string, unknown>): number | undefined {
  return typeof frontMatter.minutes === 'number' ? frontMatter.minutes : undefined;
}

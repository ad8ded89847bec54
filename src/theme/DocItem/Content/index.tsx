// Ours instead of the stock one: a method's facts stand between its title and its advice, and its evidence after it. A page of guidance has
// its summary and its duties above the text, and its neighbours and sources below. A lesson says how long it takes, and can be shown to a room.
import type {ReactNode} from 'react';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import journey from '@generated/askwell-guides/default/journey.json';
import MDXContent from '@theme/MDXContent';
import {GuideFoot} from '#components/guides/GuideFoot.tsx';
import {GuideHead, minutesInWords} from '#components/guides/GuideHead.tsx';
import {JourneyRail} from '#components/guides/JourneyRail.tsx';
import {MethodEvidence} from '#components/methods/MethodEvidence.tsx';
import {MethodFacts} from '#components/methods/MethodFacts.tsx';
import type {GuideView} from '#core/guides/view.ts';
import {siteLink} from '../../siteLink.tsx';
import LessonWall from '../../Wall/LessonWall.tsx';
import {methodFactsFrom} from './methodFactsFrom.ts';
import {ContentsAbove} from '../Layout/Contents.tsx';
import {useToday} from './useToday.ts';

export default function DocItemContent({children}: {children: ReactNode}): ReactNode {
  const {metadata, frontMatter, contentTitle} = useDoc();
  const facts = methodFactsFrom(frontMatter);
  const guide = guideFrom(frontMatter);
  const minutes = minutesOf(frontMatter);
  const today = useToday();
  return (
    <div className="theme-doc-markdown markdown">
      {guide?.step !== undefined && <JourneyRail steps={journey} current={guide.step} linkTo={siteLink} />}
      {contentTitle === undefined && frontMatter.hide_title !== true && <h1>{metadata.title}</h1>}
      {minutes !== undefined && <p className="aw-hint">{facts ? 'For people who plan and run consultations. ' : ''}{minutesInWords(minutes)} to read{facts ? '.' : ''}</p>}
      {guide && <GuideHead guide={guide} summary={metadata.description} today={today} />}
      <ContentsAbove />
      {facts && <MethodFacts facts={facts} today={today} />}
      {isLesson(frontMatter) ? <LessonWall title={metadata.title}><MDXContent>{children}</MDXContent></LessonWall> : <MDXContent>{children}</MDXContent>}
      {facts && <MethodEvidence facts={facts} today={today} />}
      {guide && <GuideFoot guide={guide} linkTo={siteLink} />}
    </div>
  );
}

/** Only a lesson says which outcomes of its course it teaches. */
function isLesson({outcomes}: Record<string, unknown>): boolean {
  return Array.isArray(outcomes);
}

/** The reading time: as a lesson's author wrote it, or as the build counted it for a method. */
function minutesOf({minutes, readingMinutes}: Record<string, unknown>): number | undefined {
  if (typeof minutes === 'number') return minutes;
  return typeof readingMinutes === 'number' ? readingMinutes : undefined;
}

/** What the build looked up for a page of guidance; see `src/plugins/guides/frontMatter.ts`. */
function guideFrom({guide}: Record<string, unknown>): GuideView | undefined {
  return guide as GuideView | undefined;
}

import type {ReactNode} from 'react';
import {READERS} from '#core/guides/readers.ts';
import type {GuideView} from '#core/guides/view.ts';
import {ReviewNotice} from '../methods/ReviewNotice.tsx';
import {DutyBox} from './DutyBox.tsx';
import {RuleBox} from './RuleBox.tsx';

interface Props {
  guide: GuideView;
  /** The summary of the page. */
  summary: string;
  /** ISO date of today; left out while it is not known, as on the server. */
  today: string | undefined;
}

/** What stands between the title of a page of guidance and its text: the summary, for whom it is, and the facts it rests on. */
export function GuideHead({guide, summary, today}: Props): ReactNode {
  return (
    <>
      <ReviewNotice reviewBy={guide.reviewBy} owner={guide.owner} today={today} />
      <p className="aw-lede">{summary}</p>
      <p className="aw-hint">For {listOf(guide.readers.map((reader) => READERS[reader]))}. {minutesInWords(guide.minutes)} to read.</p>
      {guide.duty && <DutyBox duty={guide.duty} sources={guide.sources} />}
      {guide.rule && <RuleBox rule={guide.rule} />}
    </>
  );
}

/** "About 4 minutes". */
export function minutesInWords(minutes: number): string {
  return `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

import type {DutyFacts, RuleFacts} from './guide.ts';
import type {Reader} from './readers.ts';

/** A source as a page shows it. */
export interface ShownSource {
  key: string;
  title: string;
  url?: string;
}

/** What the head and the foot of a page of guidance show, with names and titles looked up when the site is built. */
export interface GuideView {
  readers: Reader[];
  /** Time to read the page, in minutes. */
  minutes: number;
  related: {address: string; title: string}[];
  /** Empty: practice judgement. */
  sources: ShownSource[];
  owner: string;
  reviewed: string;
  reviewBy: string;
  step?: number;
  duty?: DutyFacts;
  rule?: RuleFacts;
}

/** A step of the planning journey, as the rail shows it. */
export interface JourneyStep {
  step: number;
  title: string;
  address: string;
}

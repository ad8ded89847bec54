import {MARKS_KEPT_UNDER, parseKeptRegister, parseWaiting, REGISTERS_KEPT_UNDER} from '../attendance/kept.ts';
import {parseDebriefDraft} from '../points/draft.ts';
import {DRAFTS_KEPT_UNDER, parseKeptPoint, POINTS_KEPT_UNDER} from '../points/kept.ts';
import {KEPT_UNDER as SELECTIONS, nameOf as nameOfSelection, parseKept as parseSelection, selectionHref} from '../methods/savedSelection.ts';
import {assessmentHref, KEPT_UNDER as ASSESSMENTS, parseKept as parseAssessment} from './keptAssessments.ts';
import {draftHref, KEPT_UNDER as DRAFTS, nameOf as nameOfDraft, parseKept as parseDraft} from './openingParagraph.ts';
import {nameOf as nameOfFigures, parseRepresentativeness, REPRESENTATIVENESS_KEY} from './representativeness.ts';
import {KEPT_AS as CALCULATION, parseKept as parseCalculation} from './sampleSize.ts';
import {writeSampleCode} from './sampleSizeCode.ts';
import {nameOf as nameOfCalculation} from './sampleSizeReport.ts';
import {nameOf as nameOfAssessment} from './selfAssessment.ts';
import {KEPT_UNDER as STAKEHOLDERS, keyToOpen, parseKept as parseStakeholders} from './stakeholders.ts';
import {parsePlan, planName, TIMELINES_KEPT_UNDER, timelineToOpen} from './timelinePlan.ts';

/** A row that a device keeps, as much of it as is needed here. */
interface Row {
  key: string;
  owner: string | null;
  /** A moment in ISO 8601. */
  changedAt: string;
  value: unknown;
}

/** Something that a tool keeps on the device. */
export interface KeptThing {
  /** Its key on the device. */
  id: string;
  /** What sort of thing it is, in words. */
  kind: string;
  name: string;
  /** The page that opens it. */
  href: string;
  /** A moment in ISO 8601. */
  changedAt: string;
}

interface Kind {
  /** In words, as it stands beside the name. */
  kind: string;
  /** How the keys begin under which a device keeps things of this kind. */
  start: string;
  /** Takes what was stored and the rest of its key. Null: empty, or not in a form that this version of the site can read. */
  read: (value: unknown, id: string) => {name: string; href: string} | null;
  /** The one key that the page opens for this person, where it opens only one. Another row of the kind is out of reach, so it is not listed. */
  opens?: (rows: readonly Row[], personId: string | null) => string;
}

/** Everything that tools keep on a device, a line for each kind. */
const KINDS: readonly Kind[] = [
  {
    kind: 'Register of a course run', start: REGISTERS_KEPT_UNDER,
    read: (value) => named(parseKeptRegister(value), ({register}) => register.run.title, '/attendance/'),
  },
  {
    kind: 'Marks of a register, not sent', start: MARKS_KEPT_UNDER,
    read: (value) => (parseWaiting(value).length > 0 ? {name: 'Marks', href: '/attendance/'} : null),
  },
  {
    kind: 'Self-assessment', start: ASSESSMENTS,
    read: (value, id) => named(parseAssessment(value), nameOfAssessment, assessmentHref(id)),
  },
  {
    kind: 'Opening paragraph', start: DRAFTS,
    read: (value, id) => named(parseDraft(value), nameOfDraft, draftHref(id)),
  },
  {
    kind: 'Method selection', start: SELECTIONS,
    read: (value) => {
      const selection = parseSelection(value);
      return selection && {name: nameOfSelection(selection), href: selectionHref(selection)};
    },
  },
  {
    kind: 'Timeline', start: TIMELINES_KEPT_UNDER, opens: timelineToOpen,
    read: (value) => named(parsePlan(value), planName, '/tools/timeline/'),
  },
  {
    kind: 'Stakeholder list', start: STAKEHOLDERS, opens: keyToOpen,
    read: (value) => {
      const list = parseStakeholders(value);
      // The page leaves an empty list behind when somebody starts again.
      return list && list.entries.length === 0 && list.title.trim() === '' ? null : named(list, ({title}) => title.trim() || 'List without a name', '/tools/stakeholders/');
    },
  },
  {
    kind: 'Sample size calculation', start: CALCULATION,
    read: (value) => {
      const calculation = parseCalculation(value);
      // The page makes an empty one as soon as it is opened.
      return calculation && writeSampleCode(calculation) === '' ? null : named(calculation, nameOfCalculation, '/tools/sample-size/');
    },
  },
  {
    kind: 'Figures of who took part', start: REPRESENTATIVENESS_KEY,
    read: (value) => named(parseRepresentativeness(value), nameOfFigures, '/tools/representativeness/'),
  },
  {
    kind: 'Report, not sent', start: POINTS_KEPT_UNDER,
    read: (value) => named(parseKeptPoint(value), ({point}) => point.text.slice(0, 60), '/learning-points/new/'),
  },
  {
    kind: 'Lessons of a debrief', start: `${DRAFTS_KEPT_UNDER}debrief#`,
    read: (value) => named(parseDebriefDraft(value), ({title}) => title.trim() || 'Debrief without a name', '/learning-points/new/'),
  },
];

function named<T>(value: T | null, nameOf: (value: T) => string, href: string): {name: string; href: string} | null {
  return value === null ? null : {name: nameOf(value), href};
}

/**
 * Takes the rows that a device keeps and may show to a person, and who that is (null: nobody signed in). Gives what tools keep among
 * them, in the same order. Rows of other kinds, empty ones and those that cannot be read are left out.
 */
export function keptThings(rows: readonly Row[], personId: string | null): KeptThing[] {
  return rows.flatMap(({key, changedAt, value}) => {
    const found = KINDS.find(({start}) => key.startsWith(start));
    if (!found) return [];
    const {kind, start, read, opens} = found;
    if (opens && key !== opens(rows.filter((row) => row.key.startsWith(start)), personId)) return [];
    const thing = read(value, key.slice(start.length));
    return thing ? [{id: key, kind, ...thing, changedAt}] : [];
  });
}

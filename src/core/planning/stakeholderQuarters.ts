import type {MethodSummary} from '../methods/method.ts';
import type {Audience, Level} from '../methods/vocabulary.ts';
import type {Stakeholder} from './stakeholders.ts';

/** The lowest mark that counts as more. Practice judgement: in doubt, people get more of your time and not less. */
export const MORE_FROM = 3;

interface QuarterWords {
  title: string;
  where: string;
  advice: string;
  /** What people there should be asked to do, at least. Practice judgement. */
  levels: readonly Level[];
}

/** The four quarters of the grid, in the words of the drawing `influence-interest` in the guide. Order: top left to bottom right. */
export const QUARTERS = {
  'meet-needs': {
    title: 'Meet their needs', where: 'more influence, less interest', levels: ['consult', 'involve'],
    advice: 'Brief them early. Ask what would worry them.',
  },
  'work-closely': {
    title: 'Work closely with them', where: 'more influence, more interest', levels: ['involve', 'collaborate', 'empower'],
    advice: 'Plan together. Meet often, at each stage.',
  },
  'keep-informed': {
    title: 'Keep them informed', where: 'less influence, less interest', levels: ['inform', 'consult'],
    advice: 'Tell them where to look, and how to join in.',
  },
  'go-out': {
    title: 'Go out to them', where: 'less influence, more interest', levels: ['consult', 'involve', 'collaborate'],
    advice: 'They may lose most. Make it easy to speak.',
  },
} as const satisfies Readonly<Record<string, QuarterWords>>;
export type Quarter = keyof typeof QUARTERS;
export const QUARTER_IDS = Object.keys(QUARTERS) as Quarter[];

/** Where an entry stands; null while it lacks a mark. */
export function quarterOf({influence, interest}: Pick<Stakeholder, 'influence' | 'interest'>): Quarter | null {
  if (influence === null || interest === null) return null;
  if (influence >= MORE_FROM) return interest >= MORE_FROM ? 'work-closely' : 'meet-needs';
  return interest >= MORE_FROM ? 'go-out' : 'keep-informed';
}

/** The entries by quarter, and those that stand nowhere yet. Keeps their order. */
export function byQuarter(entries: readonly Stakeholder[]): Record<Quarter | 'not-placed', Stakeholder[]> {
  const grid: Record<Quarter | 'not-placed', Stakeholder[]> = {'meet-needs': [], 'work-closely': [], 'keep-informed': [], 'go-out': [], 'not-placed': []};
  for (const entry of entries) grid[quarterOf(entry) ?? 'not-placed'].push(entry);
  return grid;
}

/** The audiences that these entries stand for, each once. */
export function audiencesOf(entries: readonly Pick<Stakeholder, 'audiences'>[]): Audience[] {
  return [...new Set(entries.flatMap(({audiences}) => audiences))];
}

/** A method for a quarter, with which of its audiences it suits and which it suits badly. */
export interface SuitedMethod {
  id: string;
  title: string;
  good: Audience[];
  poor: Audience[];
}

export type SuitableMethod = Pick<MethodSummary, 'id' | 'title' | 'audiences' | 'level' | 'councilCanCommission' | 'staffEffort'>;

/**
 * The methods that suit a quarter's audiences, best first: those with the most audiences suited less those suited badly, then the least
 * work. Only methods that a public body can start and that ask of people what the quarter needs. Facts are the catalogue's.
 */
export function methodsFor(quarter: Quarter, audiences: readonly Audience[], methods: readonly SuitableMethod[], most = 4): SuitedMethod[] {
  const levels: readonly Level[] = QUARTERS[quarter].levels;
  return methods.filter(({councilCanCommission, level}) => councilCanCommission && level.some((each) => levels.includes(each)))
    .map(({id, title, staffEffort, audiences: {goodFor, poorFor}}) => ({
      id, title, staffEffort, good: audiences.filter((audience) => goodFor.includes(audience)), poor: audiences.filter((audience) => poorFor.includes(audience)),
    }))
    .filter(({good}) => good.length > 0)
    .sort((a, b) => (b.good.length - b.poor.length) - (a.good.length - a.poor.length) || a.staffEffort - b.staffEffort || (a.id < b.id ? -1 : 1))
    .slice(0, most).map(({id, title, good, poor}) => ({id, title, good, poor}));
}

/** Where a browser keeps something. */
export type DevicePlace = 'cookie' | 'local storage' | 'session storage' | 'IndexedDB' | 'cache';

/**
 * Why it may be kept without asking (Privacy and Electronic Communications Regulations 2003, schedule A1, as the Data (Use and Access) Act 2025 put
 * it in from 5 February 2026). Strictly necessary: the reader asked for what cannot work without it. Appearance: it shows the site as the reader chose.
 */
export type DeviceGround = 'strictly necessary' | 'appearance';

/** Something that this site keeps in the reader's browser. */
export interface DeviceFacts {
  place: DevicePlace;
  /** Names of cookies, keys of storage or how they begin, or names of stores. A test holds that none that the code uses is missing. */
  names: readonly string[];
  what: string;
  why: string;
  howLong: string;
  ground: DeviceGround;
}

const UNTIL_CLEARED = 'Until you delete it or clear this device';
const UNTIL_STARTED_AGAIN = 'Until you start again or clear this device';

/** All that this site keeps on a device. The privacy page and its note on cookies are made from it. IndexedDB is the browser's database “askwell”. */
export const DEVICE: readonly DeviceFacts[] = [
  {place: 'cookie', names: ['__Host-session', 'session'], what: 'A number made by chance, which the service knows scrambled', why: 'To keep you signed in', howLong: 'Until you sign out, after 2 hours without use, or after 12 hours', ground: 'strictly necessary'},
  {place: 'cookie', names: ['__Host-sign-in', 'sign-in'], what: 'Another such number', why: 'So that a code works only in the browser that asked for it', howLong: 'Minutes, while you sign in', ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['attempts', 'responses', 'outbox', 'results'], what: 'Attempts, answers, what waits to be sent, and results', why: 'So that no answer is lost when the network or the service is away', howLong: 'Until you clear it. Signing out removes what your record already holds', ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['kept', 'self-assessment/'], what: 'Self-assessments of consultations', why: 'So that you can go on with them later', howLong: UNTIL_CLEARED, ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['sample-size/calculation'], what: 'Figures in the sample size calculator, also in the address of its page', why: 'So that you can go on with them, and share them by sending the address', howLong: UNTIL_STARTED_AGAIN, ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['representativeness/current'], what: 'Counts by group that you typed to compare with the population', why: 'So that your figures are there when you come back', howLong: UNTIL_STARTED_AGAIN, ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['stakeholders/'], what: 'Stakeholder lists, with the contacts you write in them', why: 'So that your list is there when you come back. It is never sent', howLong: 'Until you remove the entries, start again or clear this device', ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['selection/'], what: 'Selections of methods that you save, with your answers', why: 'So that you can come back to them. The address of the selector’s page holds the same answers', howLong: UNTIL_CLEARED, ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['timeline/'], what: 'Timelines of consultations', why: 'So that your dates are there when you come back', howLong: UNTIL_STARTED_AGAIN, ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['opening-paragraph/'], what: 'Drafts of opening paragraphs, with the named contact you write in them', why: 'So that your draft is there when you come back', howLong: UNTIL_CLEARED, ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['learning-point/', 'learning-point-draft/'], what: 'What you report about a page or a question, and lessons of a debrief, while you write them and until they are sent', why: 'So that nothing you typed is lost without a network', howLong: 'Until they are sent, or until you delete them or clear this device', ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['task-draft/', 'judgement-draft/'], what: 'Judged tasks and judgements while you write them', why: 'So that your text survives a closed tab', howLong: 'Until they are handed in, or until you clear this device', ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['register/', 'register-marks/'], what: 'For trainers: the names of a course run’s register, and marks not sent yet', why: 'So that a register works without a network', howLong: 'Names 7 days at most, and until you sign out once all is sent', ground: 'strictly necessary'},
  {place: 'IndexedDB', names: ['network-visit/'], what: 'When you were last on the network’s page “For you”', why: 'To show what changed since then', howLong: 'Until you clear this device', ground: 'strictly necessary'},
  {place: 'local storage', names: ['askwell-ticks:'], what: 'What you ticked on a checklist; the key ends with the address of its page', why: 'So that a list stays as you left it', howLong: 'Until you untick it or clear this device', ground: 'strictly necessary'},
  {place: 'local storage', names: ['askwell.person'], what: 'A number without your name', why: 'So that answers given offline keep their owner', howLong: 'Until you sign out or your session ends', ground: 'strictly necessary'},
  {place: 'local storage', names: ['askwell.search-key'], what: 'Whether the search shortcut is off', why: 'To leave a key alone that you need for something else', howLong: 'Until you switch it on again or clear this device', ground: 'appearance'},
  {place: 'local storage', names: ['theme'], what: 'Light or dark', why: 'To show the site in the colours that you chose', howLong: 'Until you change it back or clear this device', ground: 'appearance'},
  {place: 'session storage', names: ['askwell.claim'], what: 'One word: whether the answers on this device are yours', why: 'To remember it while you are at your organisation’s sign-in', howLong: 'Until you are back, or close the tab', ground: 'strictly necessary'},
  {place: 'session storage', names: ['askwell-live'], what: 'Your answers to a live question and its number', why: 'So that no answer is lost when the network drops', howLong: 'Until you close the tab or the trainer ends it', ground: 'strictly necessary'},
  {place: 'cache', names: ['pages of this site'], what: 'Copies of this site’s pages', why: 'So that you can read offline', howLong: 'Until a newer version replaces them or you clear them', ground: 'strictly necessary'},
];

/** Where it stands and under which names, for people: `local storage: theme`. */
export function writeNames({place, names}: Pick<DeviceFacts, 'place' | 'names'>): string {
  return `${place}: ${names.join(', ')}`;
}

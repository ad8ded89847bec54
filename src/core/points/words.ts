/** What a reader can say of a page or a question. */
export const FAULTS = ['wrong', 'unclear', 'out-of-date', 'other'] as const;
export type Fault = (typeof FAULTS)[number];

/** Every kind of learning point: what a reader noticed, and what a debrief taught. */
export const POINT_KINDS = [...FAULTS, 'lesson'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** Where a point stands with the people who keep the page, in the order in which it moves. */
export const POINT_STATES = ['new', 'in-hand', 'done', 'not-a-fault'] as const;
export type PointState = (typeof POINT_STATES)[number];

export const KIND_WORDS: Record<PointKind, string> = {
  wrong: 'Wrong', unclear: 'Unclear', 'out-of-date': 'Out of date', other: 'Something else', lesson: 'Lesson of a debrief',
};
export const STATE_WORDS: Record<PointState, string> = {new: 'New', 'in-hand': 'In hand', done: 'Done', 'not-a-fault': 'Not a fault'};

/** Characters in one box. */
export const LONGEST_TEXT = 1000;
/** Characters in the name of a consultation. */
export const LONGEST_TITLE = 120;
/** Lessons that go in at once. More than that is a report, and nobody reads it as a list. */
export const MOST_LESSONS = 10;

/** Whether somebody who sets this state must say why. Whoever raised the point is owed a reason. */
export function needsNote(state: PointState): boolean {
  return state === 'done' || state === 'not-a-fault';
}

/** Whether a text from an address or a form is a state. */
export function isPointState(text: string): text is PointState {
  return POINT_STATES.some((each) => each === text);
}

/** Whether a text from an address or a form is a kind. */
export function isPointKind(text: string): text is PointKind {
  return POINT_KINDS.some((each) => each === text);
}

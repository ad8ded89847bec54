/** The kinds of part that a session is made of, as a running order names them. In a file of its own, so that pages need not load the schema. */
export const PART_KINDS = {welcome: 'Welcome', case: 'Case', talk: 'Talk', exercise: 'Exercise', question: 'Question', break: 'Break', close: 'Close'} as const;
export type PartKind = keyof typeof PART_KINDS;

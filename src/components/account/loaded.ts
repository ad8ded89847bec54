/** Why a screen cannot show what it is about. */
export type Trouble =
  | {kind: 'unreachable'; retryAfterSeconds: number | null}
  | {kind: 'no-service'}
  | {kind: 'refused'; status: number; sentence: string};

/** What a screen knows of something that it asked the service for. */
export type Loaded<T> = {kind: 'loading'} | {kind: 'ready'; value: T} | Trouble;

/** A fault in a form, in words, and the id of the field to mend. An empty id: the form as a whole. */
export interface FieldError {field: string; message: string}

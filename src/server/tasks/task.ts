import type {Parts} from '../parts.ts';

/** What a task works with: the service's own parts, whether it runs inside the service or on the command line. */
export type TaskParts = Pick<Parts, 'database' | 'content' | 'organisation' | 'clock' | 'randomBytes'>;

/** What a task did: a sentence for people, and the same as data. `ok` false: it was refused, and the sentence says why. */
export interface TaskResult {
  ok: boolean;
  message: string;
  data: Record<string, unknown>;
}

/** Takes the arguments as they came over the wire or from the command line, so it checks them itself. */
export type Task = (parts: TaskParts, input: unknown) => Promise<TaskResult>;

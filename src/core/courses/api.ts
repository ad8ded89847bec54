import * as z from 'zod';
import {ATTENDANCE_MARKS} from './attendance.ts';

const Moment = z.iso.datetime({offset: true});

/** Somebody's place in one run of a course: its sessions, and the mark that counts for each. */
export const RunFact = z.object({
  id: z.string(),
  courseId: z.string(),
  isCancelled: z.boolean(),
  sessions: z.array(z.object({id: z.string(), title: z.string(), startsAt: Moment, endsAt: Moment, isMandatory: z.boolean(), isCancelled: z.boolean()})),
  marks: z.array(z.object({sessionId: z.string(), mark: z.enum(ATTENDANCE_MARKS), minutes: z.int().nullable(), at: Moment})),
});
export type RunFact = z.infer<typeof RunFact>;

/** Something that became of a judged task, and when: handed in (and not withdrawn), or decided. */
export const TaskFact = z.object({courseId: z.string(), taskId: z.string(), state: z.enum(['handed-in', 'competent', 'not-yet']), at: Moment});
export type TaskFact = z.infer<typeof TaskFact>;

/** Another body's certificate that was recognised as a completion of a course, for as long as that body says. */
export const CertificateFact = z.object({courseId: z.string(), from: Moment, until: Moment.nullable()});
export type CertificateFact = z.infer<typeof CertificateFact>;

/** What is known of somebody besides their attempts and completions, for the courses that ask for it. */
export const Training = z.object({runs: z.array(RunFact), tasks: z.array(TaskFact), certificates: z.array(CertificateFact)});
export type Training = z.infer<typeof Training>;

/** `cannot`: this run can no longer meet it, whatever the person does. */
export const CONDITION_STATES = ['met', 'missing', 'cannot'] as const;
export const ConditionState = z.enum(CONDITION_STATES);
export type ConditionState = z.infer<typeof ConditionState>;

/** Where everybody in a course run stands, condition by condition. */
export const RunStandings = z.object({
  run: z.object({id: z.string(), title: z.string(), courseId: z.string(), courseTitle: z.string()}),
  /** What the course asks for, each as a few words. In the order of each person's `states`. */
  conditions: z.array(z.string()),
  people: z.array(z.object({
    /** The name they gave, or their address where they gave none. */
    name: z.string(),
    completedAt: Moment.nullable(),
    /** When a completion was last withdrawn after a correction; null where none was, or where there is one again. */
    withdrawnAt: Moment.nullable(),
    states: z.array(z.object({state: ConditionState, metAt: Moment.nullable(), sentences: z.array(z.string())})),
  })),
});
export type RunStandings = z.infer<typeof RunStandings>;

import * as z from 'zod';

/** What stands in a learning record in place of its questions and answers once those have had their time: the marks that were counted from them. */
export const Emptied = z.object({
  got: z.int(), of: z.int(), percent: z.int(), passed: z.boolean().nullable(),
  /** Lessons that this record was the first to show as known. */
  known: z.array(z.object({courseId: z.string(), lessonId: z.string()})),
});
export type Emptied = z.infer<typeof Emptied>;

/** The marks of a record whose answers were taken out; null for a record that still has them. Takes the record as it stands in the database. */
export function emptiedOf(record: {body: object}): Emptied | null {
  return 'emptied' in record.body ? Emptied.parse(record.body.emptied) : null;
}

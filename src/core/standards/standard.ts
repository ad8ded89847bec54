import * as z from 'zod';

/** A standard that every consultation keeps, and the check that proves it. Written in `docs/toolkit/standards/standards.yml`. */
export const Standard = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {message: 'Write the id in small letters with hyphens.'}),
  title: z.string().min(1),
  /** What every consultation does. */
  standard: z.string().min(1),
  /** How anybody can prove it: what to look at, and what counts as met. */
  check: z.string().min(1),
  /** What to keep. */
  evidence: z.string().min(1),
  /** The page that helps. */
  more: z.string().regex(/^\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/, {message: 'Write an address on this site with a slash at both ends.'}),
});
export type Standard = z.infer<typeof Standard>;

/** The whole file. */
export const Standards = z.array(Standard).min(1).superRefine((standards, context) => {
  const seen = new Set<string>();
  standards.forEach(({id}, index) => {
    if (seen.has(id)) context.addIssue({code: 'custom', path: [index, 'id'], message: `\`${id}\` stands here twice. Give each standard an id of its own.`});
    seen.add(id);
  });
});

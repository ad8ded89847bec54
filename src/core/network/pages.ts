import * as z from 'zod';
import {READERS} from '../guides/readers.ts';
import type {Reader} from '../guides/readers.ts';

/** What the facts at the head of a page, or of a course, say that guidance needs. Other fields are other people's business. */
export const GuidedFacts = z.looseObject({
  title: z.string().min(1),
  reviewed: z.iso.date(),
  audience: z.array(z.enum(Object.keys(READERS) as [Reader, ...Reader[]])).default([]),
  slug: z.string().optional(),
});

import * as z from 'zod';
import {OUTLOOKS} from '../targets/forecast.ts';
import {CURRENCY, QUARTERLY} from './definitions.ts';
import {Shown} from './protect.ts';

/** The measures as management may have them: small numbers are hidden before they leave the service. */
export const Measures = z.object({
  directorate: z.string().nullable(),
  directorateName: z.string(),
  /** When the quarterly figures were counted. */
  countedAt: z.iso.datetime({offset: true}),
  today: z.iso.date(),
  targets: z.array(z.object({
    id: z.string(), title: z.string(), by: z.iso.date(), percent: z.int(),
    /** Null: nobody has said how many people count. The outlook is left out where few are needed. */
    trained: Shown.nullable(), outlook: z.enum(OUTLOOKS).nullable(),
  })),
  quarterly: z.array(z.object({
    measure: z.enum(QUARTERLY),
    quarters: z.array(z.object({
      first: z.iso.date(), shown: Shown,
      /** For learning points: the median days to close one; null where none was closed. */
      days: z.int().nullable(),
    })),
  })),
  currency: z.array(z.object({measure: z.enum(CURRENCY), shown: Shown})),
});
export type Measures = z.infer<typeof Measures>;
export type QuarterlyFigures = Measures['quarterly'][number];

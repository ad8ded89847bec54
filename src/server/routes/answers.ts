import type * as z from 'zod';
import {ProblemDetails} from '#core/records/api.ts';

/** The answers of a route by status, with the refusal that every route may give. */
export function answers<T extends Record<number, z.ZodType>>(byStatus: T): T & {default: typeof ProblemDetails} {
  return {...byStatus, default: ProblemDetails};
}

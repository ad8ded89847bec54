import * as z from 'zod';
import type {Checked, Problem, SourceText} from '../problem.ts';
import {checkYaml, problemAt} from '../problem.ts';
import type {NextStep} from './stepsFor.ts';
import {AUDIENCES, DUTIES, termsOf} from './vocabulary.ts';

/** The lessons, checklists, templates and tools to go on to, as written in `docs/methods/_next-steps.yml`. */
export const NextSteps = z.array(z.strictObject({
  kind: z.enum(['lesson', 'checklist', 'template', 'tool']),
  /** Address on this site, with a slash at both ends. */
  href: z.string().regex(/^\/.*\/$/, {message: 'Write the address of a page on this site, with a slash at both ends.'}),
  title: z.string().min(1),
  /** One sentence: what the person or the methods have to do with it. */
  because: z.string().regex(/\.$/, {message: 'Write one sentence, with a full stop.'}),
  /** Ids of the methods that ask for it, or `all`. */
  methods: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  /** Only where the person answered one of these. */
  duty: z.array(z.enum(termsOf(DUTIES))).min(1).optional(),
  /** Only where one of these is to be heard. */
  audiences: z.array(z.enum(termsOf(AUDIENCES))).min(1).optional(),
}));

/** Takes the file, the ids of all methods and every address of the site. Gives the steps, or every problem with its line. */
export function checkNextSteps(source: SourceText, ids: ReadonlySet<string>, addresses: ReadonlySet<string>): Checked<NextStep[]> {
  const checked = checkYaml(NextSteps, source);
  if (!checked.ok) return checked;
  const problems = checked.value.flatMap(({href, methods}, index): Problem[] => [
    ...(addresses.has(href) ? [] : [problemAt(source, [index, 'href'], `\`${href}\` is no page of this site. Correct the address, or take the step out.`)]),
    ...(methods === 'all' ? [] : methods.flatMap((id, place) => (ids.has(id) ? [] : [problemAt(source, [index, 'methods', place], `\`${id}\` is not a method. Use the name of a file in docs/methods/, without .md.`)]))),
  ]);
  return problems.length > 0 ? {ok: false, problems} : {ok: true, value: checked.value};
}

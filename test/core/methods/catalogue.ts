import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {MethodFacts, summariseMethod} from '#core/methods/method.ts';
import type {Method, MethodSummary} from '#core/methods/method.ts';
import {AUDIENCES, COMPLEXITIES, DECISION_STAGES, DUTIES, GEOGRAPHIES, KNOWLEDGE, LEVELS, PURPOSES, SENSITIVITIES, termsOf} from '#core/methods/vocabulary.ts';
import {checkYaml, formatProblem, splitFrontMatter} from '#core/problem.ts';
import type {Brief} from '#core/methods/brief.ts';

const FOLDER = path.join(process.cwd(), 'docs/methods');

/** Every method of the real catalogue, read from its page. */
export const catalogue: Method[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && !name.startsWith('_') && name !== 'index.md')
  .sort()
  .map((name) => {
    const file = `docs/methods/${name}`;
    const checked = checkYaml(MethodFacts, {file, text: splitFrontMatter(readFileSync(path.join(FOLDER, name), 'utf8')).frontMatter, linesBefore: 1});
    if (!checked.ok) throw new Error(checked.problems.map(formatProblem).join('\n'));
    return {...checked.value, id: name.slice(0, -3)};
  });

export const methods: MethodSummary[] = catalogue.map(summariseMethod);

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, {nil: undefined});

/** Any brief that a person could give. */
export const anyBrief: fc.Arbitrary<Brief> = fc.record({
  canChange: optional(fc.boolean()),
  duty: optional(fc.constantFrom(...termsOf(DUTIES))),
  known: optional(fc.constantFrom(...termsOf(KNOWLEDGE))),
  level: optional(fc.constantFrom(...LEVELS)),
  purpose: fc.constantFrom(...termsOf(PURPOSES)),
  audience: optional(fc.uniqueArray(fc.constantFrom(...termsOf(AUDIENCES)), {maxLength: 8})),
  decisionStage: optional(fc.constantFrom(...termsOf(DECISION_STAGES))),
  weeksAvailable: optional(fc.integer({min: 1, max: 60})),
  budgetBand: optional(fc.integer({min: 1, max: 5})),
  staffEffort: optional(fc.integer({min: 1, max: 5})),
  sensitivity: optional(fc.constantFrom(...termsOf(SENSITIVITIES))),
  complexity: optional(fc.constantFrom(...termsOf(COMPLEXITIES))),
  geography: optional(fc.constantFrom(...termsOf(GEOGRAPHIES))),
  numberAffected: optional(fc.integer({min: 1, max: 500_000})),
});

import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {checkNextSteps} from '#core/methods/nextSteps.ts';
import type {NextStep} from '#core/methods/stepsFor.ts';
import type {Checked} from '#core/problem.ts';
import {readAddresses} from './readGuides.ts';
import {readKnown} from './readKnown.ts';
import {idOf, readFiles} from './readFiles.ts';

/** The file of steps, below the project's folder. */
export const NEXT_STEPS_FILE = 'docs/methods/_next-steps.yml';

/** Reads the steps that the selector offers after a choice. Gives them, or every problem. */
export async function readNextSteps(root: string): Promise<Checked<NextStep[]>> {
  const known = await readKnown(root);
  if (!known.ok) return known;
  const [text, methods, addresses] = await Promise.all([
    readFile(path.join(root, NEXT_STEPS_FILE), 'utf8'), readFiles(root, 'docs/methods', '.md'), readAddresses(root, known.value),
  ]);
  return checkNextSteps({file: NEXT_STEPS_FILE, text, linesBefore: 0}, new Set(methods.map(idOf)), addresses);
}

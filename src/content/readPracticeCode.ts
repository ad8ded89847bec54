import {PracticeCode} from '#core/planning/practiceCode.ts';
import {checkYaml} from '#core/problem.ts';
import type {Checked} from '#core/problem.ts';
import {readFiles} from './readFiles.ts';

const FILE = 'docs/code-of-practice/code.yml';

/** Reads `docs/code-of-practice/code.yml`. Gives the code of practice, or every problem. */
export async function readPracticeCode(root: string): Promise<Checked<PracticeCode>> {
  const source = (await readFiles(root, 'docs/code-of-practice', 'code.yml')).find(({file}) => file === FILE);
  if (!source) return {ok: false, problems: [{file: FILE, line: 1, field: 'file', message: 'The file is missing. Write the principles and the steps of the code there.'}]};
  return checkYaml(PracticeCode, source);
}

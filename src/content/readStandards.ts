import {checkYaml} from '#core/problem.ts';
import type {Checked} from '#core/problem.ts';
import {Standards} from '#core/standards/standard.ts';
import type {Standard} from '#core/standards/standard.ts';
import {readFiles} from './readFiles.ts';

/** Reads `docs/toolkit/standards/standards.yml`. Gives the standards in the order written, or every problem. */
export async function readStandards(root: string): Promise<Checked<Standard[]>> {
  const [source] = await readFiles(root, 'docs/toolkit/standards', 'standards.yml');
  if (!source) return {ok: false, problems: [{file: 'docs/toolkit/standards/standards.yml', line: 1, field: 'file', message: 'The file is missing. Write the standards there.'}]};
  return checkYaml(Standards, source);
}

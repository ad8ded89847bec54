import {checkCatalogue} from '#core/methods/catalogue.ts';
import {MethodFacts} from '#core/methods/method.ts';
import type {Method} from '#core/methods/method.ts';
import {checkYaml, splitFrontMatter} from '#core/problem.ts';
import type {Checked, Problem, SourceText} from '#core/problem.ts';
import {idOf, readFiles} from './readFiles.ts';

/** Reads `docs/methods/*.md`. Gives every method, or every problem in any of them. `index.md` and files that begin with `_` are no methods. */
export async function readMethods(root: string): Promise<Checked<Method[]>> {
  const problems: Problem[] = [];
  const entries: {method: Method; source: SourceText}[] = [];
  for (const file of await readFiles(root, 'docs/methods', '.md')) {
    const id = idOf(file);
    if (id === 'index' || id.startsWith('_')) continue;
    const source = {file: file.file, text: splitFrontMatter(file.text).frontMatter, linesBefore: 1};
    const checked = checkYaml(MethodFacts, source);
    if (checked.ok) entries.push({method: {...checked.value, id}, source});
    else problems.push(...checked.problems);
  }
  if (problems.length === 0) problems.push(...checkCatalogue(entries));
  return problems.length > 0 ? {ok: false, problems} : {ok: true, value: entries.map(({method}) => method)};
}

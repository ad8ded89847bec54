import {checkYaml, problemAt, splitFrontMatter} from '#core/problem.ts';
import type {Checked, Problem, SourceText} from '#core/problem.ts';
import {adviseOnKey, isJudgement, isSourceKey, NamedSources, SourceFile} from '#core/sources/source.ts';
import type {Source} from '#core/sources/source.ts';
import {idOf, readFiles} from './readFiles.ts';

/** Sources that only a method's own page names stand with those of the other methods. */
const METHODS = 'methods';

interface Found extends Source {
  file: string;
}

/**
 * Reads `docs/toolkit/sources/*.yml` and the sources in the front matter of `docs/methods/*.md`. Gives every source once, or every problem:
 * a key or an address in the wrong form, and a key that stands for two titles.
 */
export async function readSources(root: string): Promise<Checked<Source[]>> {
  const problems: Problem[] = [];
  const found = new Map<string, Found>();
  const add = (source: Source, text: SourceText, path: PropertyKey[]): void => {
    const known = found.get(source.key);
    if (!known) found.set(source.key, {...source, file: text.file});
    else if (known.title !== source.title) {
      problems.push(problemAt(text, path, `\`${source.key}\` is "${known.title}" in ${known.file}. Write the same title here, or use another key.`));
    }
  };
  for (const text of await readFiles(root, 'docs/toolkit/sources', '.yml')) {
    const checked = checkYaml(SourceFile, text);
    if (!checked.ok) problems.push(...checked.problems);
    else for (const [key, {title, url}] of Object.entries(checked.value)) add({key, title, ...(url !== undefined && {url}), group: idOf(text)}, text, [key]);
  }
  await addMethodSources(root, problems, add);
  return problems.length > 0
    ? {ok: false, problems}
    : {ok: true, value: [...found.values()].map(({key, title, url, group}) => ({key, title, ...(url !== undefined && {url}), group}))};
}

async function addMethodSources(root: string, problems: Problem[], add: (source: Source, text: SourceText, path: PropertyKey[]) => void): Promise<void> {
  for (const file of await readFiles(root, 'docs/methods', '.md')) {
    if (idOf(file).startsWith('_')) continue;
    const text = {file: file.file, text: splitFrontMatter(file.text).frontMatter, linesBefore: 1};
    const checked = checkYaml(NamedSources, text);
    if (!checked.ok) continue;
    checked.value.sources?.forEach(({key, title, url}, index) => {
      if (isJudgement(title)) return;
      if (!isSourceKey(key)) problems.push(problemAt(text, ['sources', index, 'key'], adviseOnKey(key)));
      else add({key, title, ...(url !== undefined && {url}), group: METHODS}, text, ['sources', index]);
    });
  }
}

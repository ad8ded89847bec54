import type {Checked, Problem} from '#core/problem.ts';
import {checkTemplate} from '#core/templates/template.ts';
import type {Template} from '#core/templates/template.ts';
import {idOf, readFiles} from './readFiles.ts';

/** Folder, from the top of the project, with a page for each template. */
export const TEMPLATE_FOLDER = 'docs/toolkit/templates';

/** Reads `docs/toolkit/templates/*.md`. Gives every template, or every problem in any of them. `index.md` and files that begin with `_` are none. */
export async function readTemplates(root: string): Promise<Checked<Template[]>> {
  const problems: Problem[] = [];
  const templates: Template[] = [];
  for (const file of await readFiles(root, TEMPLATE_FOLDER, '.md')) {
    const id = idOf(file);
    if (id === 'index' || id.startsWith('_')) continue;
    const checked = checkTemplate(id, file);
    if (checked.ok) templates.push(checked.value);
    else problems.push(...checked.problems);
  }
  return problems.length > 0 ? {ok: false, problems} : {ok: true, value: templates};
}

import {parseDiagram} from '#core/diagrams/diagram.ts';
import type {Diagram} from '#core/diagrams/diagram.ts';
import type {Checked} from '#core/problem.ts';
import {idOf, readFiles} from './readFiles.ts';

/** Folder, from the top of the project, that holds one SVG file for each diagram. */
export const DIAGRAM_FOLDER = 'docs/diagrams';

/** Reads `docs/diagrams/*.svg`. Gives every diagram in the order of their ids, or every problem in any of the files. */
export async function readDiagrams(root: string): Promise<Checked<Diagram[]>> {
  const checked = (await readFiles(root, DIAGRAM_FOLDER, '.svg')).map((source) => parseDiagram(idOf(source), source));
  const problems = checked.flatMap((each) => (each.ok ? [] : each.problems));
  return problems.length > 0 ? {ok: false, problems} : {ok: true, value: checked.flatMap((each) => (each.ok ? [each.value] : []))};
}

/** The ids that an author may name, in order, whether or not their files are right. */
export async function listDiagramIds(root: string): Promise<string[]> {
  return (await readFiles(root, DIAGRAM_FOLDER, '.svg')).map(idOf);
}

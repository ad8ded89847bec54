import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {FrameworkFile} from '#core/courses/framework.ts';
import type {Framework} from '#core/courses/framework.ts';
import {checkYaml} from '#core/problem.ts';
import type {Checked, SourceText} from '#core/problem.ts';

/** The competency framework, below the project's folder. */
export const FRAMEWORK_FILE = 'docs/learn/framework.yml';

/** Reads the competency framework. Gives it with the text it came from, or every problem in its form; `readCourses` checks it against the courses. */
export async function readFramework(root: string): Promise<Checked<{framework: Framework; source: SourceText}>> {
  const source: SourceText = {file: FRAMEWORK_FILE, text: await readFile(path.join(root, FRAMEWORK_FILE), 'utf8'), linesBefore: 0};
  const checked = checkYaml(FrameworkFile, source);
  return checked.ok ? {ok: true, value: {framework: checked.value, source}} : checked;
}

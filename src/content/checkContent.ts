import type {Checked, Problem} from '#core/problem.ts';
import {readContent} from './readContent.ts';
import type {Content} from './readContent.ts';
import {readDiagrams} from './readDiagrams.ts';
import {readGlossary} from './readGlossary.ts';
import {readGuides} from './readGuides.ts';
import {readKnown} from './readKnown.ts';
import {readNextSteps} from './readNextSteps.ts';
import {readPracticeCode} from './readPracticeCode.ts';
import {readSessions} from './readSessions.ts';
import {readStandards} from './readStandards.ts';
import {readTemplates} from './readTemplates.ts';

/** How much of each kind of content there is. */
export interface ContentCounts {
  methods: number;
  courses: number;
  quizzes: number;
  guides: number;
  terms: number;
  diagrams: number;
  templates: number;
  standards: number;
}

/** Checks everything that authors write, as the build does. Gives the counts, or the problems of all files in the order of files and lines. */
export async function checkContent(root: string): Promise<Checked<ContentCounts>> {
  const known = await readKnown(root);
  const [content, guides, terms, diagrams, templates, standards, code, steps] = await Promise.all([
    readContent(root), known.ok ? readGuides(root, known.value) : known, readGlossary(root), readDiagrams(root), readTemplates(root), readStandards(root), readPracticeCode(root), readNextSteps(root),
  ]);
  const sessions = content.ok ? await readSessions(root, content.value.courses, content.value.quizzes) : content;
  const all: Checked<unknown>[] = [content, sessions, guides, terms, diagrams, templates, standards, code, steps];
  const problems = all.flatMap((checked) => (checked.ok ? [] : checked.problems));
  if (problems.length > 0) return {ok: false, problems: inOrder(problems)};
  const count = (checked: Checked<readonly unknown[]>): number => (checked.ok ? checked.value.length : 0);
  const {methods, courses, quizzes} = content.ok ? content.value : ({methods: [], courses: [], quizzes: []} satisfies Content);
  return {
    ok: true,
    value: {
      methods: methods.length, courses: courses.length, quizzes: quizzes.length, guides: count(guides), terms: count(terms), diagrams: count(diagrams),
      templates: count(templates), standards: count(standards),
    },
  };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

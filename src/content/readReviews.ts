import path from 'node:path';
import {addressOf} from '#core/guides/guide.ts';
import {ReviewFacts} from '#core/guides/review.ts';
import type {ReviewedPage} from '#core/guides/review.ts';
import {checkYaml, splitFrontMatter} from '#core/problem.ts';
import type {Problem, SourceText} from '#core/problem.ts';
import {readFiles} from './readFiles.ts';

/** Pages with the days by which they must be read again. */
export interface PagesToReview {
  pages: ReviewedPage[];
  /** Addresses of pages that say nothing about a review. */
  undated: string[];
  problems: Problem[];
}

/** Reads every page below `docs/`. A course says in `course.yml` when its lessons are due, so lessons need no date of their own. */
export async function readReviews(root: string): Promise<PagesToReview> {
  const texts = (await readFiles(root, 'docs', '.md')).filter(({file}) => !path.posix.basename(file).startsWith('_'));
  const courses = await readFiles(root, 'docs', 'course.yml');
  const inCourse = new Set(courses.map(({file}) => path.posix.dirname(file)));
  const found: PagesToReview = {pages: [], undated: [], problems: []};
  for (const source of [...courses, ...texts.map(frontMatterOf)]) {
    const checked = source.text.trim() === '' ? undefined : checkYaml(ReviewFacts, source);
    if (checked?.ok === false) {
      found.problems.push(...checked.problems);
      continue;
    }
    const {title = '', owner = '', reviewBy, slug} = checked?.value ?? {};
    const address = slug ?? addressOf(source.file.replace(/\/course\.yml$/, '/index.md'));
    if (reviewBy !== undefined) found.pages.push({address, title, owner, reviewBy});
    else if (!inCourse.has(path.posix.dirname(source.file))) found.undated.push(address);
  }
  return found;
}

function frontMatterOf({file, text}: SourceText): SourceText {
  return {file, text: splitFrontMatter(text).frontMatter, linesBefore: 1};
}

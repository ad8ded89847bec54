import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {inlineScripts, policyOf} from '#plugins/headers/index.ts';
import {projectRoot, realContent} from './support/project.ts';

const build = path.join(projectRoot, 'build');
let texts: {file: string; text: string; bare: string}[];
let assessed: Quiz[];

beforeAll(async () => {
  texts = readdirSync(build, {recursive: true, encoding: 'utf8'})
    .filter((file) => !/\.(br|gz|png|woff2?|ico)$/.test(file) && statSync(path.join(build, file)).isFile())
    .map((file) => {
      const text = readFileSync(path.join(build, file), 'utf8');
      return {file, text, bare: bare(text)};
    });
  assessed = (await realContent()).quizzes.filter((quiz) => quiz.mode === 'assessed');
});

/** The bare words of a text, whatever stands round them in HTML, JavaScript or JSON inside JavaScript: no escapes, entities or quotation marks. */
function bare(text: string): string {
  return text
    .replace(/\\+(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g, (_, long?: string, short?: string) => String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)))
    .replace(/&quot;|&#x27;|&#39;/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    .replace(/\\+n/g, ' ').replace(/["'\\]/g, '').replace(/\s+/g, ' ');
}

function explanationsOf(quiz: Quiz): string[] {
  return quiz.items.flatMap((item) => {
    switch (item.type) {
      case 'single': case 'multi': case 'order': return item.options.map((option) => option.why);
      case 'match': return item.rows.map((row) => row.why);
      case 'true-false': return [item.why.true, item.why.false];
      case 'gap': return item.gaps.flatMap((gap) => ('options' in gap ? gap.options.map((option) => option.why) : [gap.why]));
      case 'numeric': case 'short-text': return [item.why, ...item.mistakes.map(({why}) => why)];
      case 'scenario': return item.steps.flatMap((step) => step.options.map((option) => option.why));
      case 'reflection': return item.points;
    }
  });
}

describe('the built site', () => {
  it('holds the questions of every assessment, so that the search below means something', () => {
    for (const item of assessed.flatMap((quiz) => quiz.items)) {
      expect(texts.some((each) => each.bare.includes(bare(item.stem))), item.id).toBe(true);
    }
  });

  it('holds no explanation of any assessed question, anywhere', () => {
    const found = assessed.flatMap(explanationsOf).flatMap((why) => texts.filter((each) => each.bare.includes(bare(why))).map(({file}) => `${file}: ${why}`));
    expect(assessed.flatMap(explanationsOf).length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it('marks no option of any assessed question as right', () => {
    const ids = assessed.flatMap((quiz) => quiz.items.map((item) => item.id));
    const leaks = texts.filter(({file}) => /\.(js|json|html)$/.test(file)).flatMap(({file, text}) =>
      ids.flatMap((id) => {
        const at = [...text.matchAll(new RegExp(`["']${id}\\\\*["']`, 'g'))].map((match) => match.index);
        return at.filter((index) => /\bright\b\\*["']?:|\banswer\\*["']?:/.test(itemAround(text, index))).map(() => `${file}: ${id}`);
      }));
    expect(leaks).toEqual([]);
  });

  it('asks nobody else for anything: no script, style, font or picture from another address', () => {
    const outside = texts.filter(({file}) => file.endsWith('.html')).flatMap(({file, text}) =>
      [...text.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*\s(?:src|href)=["']?(https?:)?\/\/[^"'\s>]+/g)]
        .map((match) => match[0]).filter((tag) => !/rel=["']?(canonical|alternate)/.test(tag)).map((tag) => `${file}: ${tag}`));
    expect(outside).toEqual([]);
  });

  it('has a policy that names every inline script by its hash and allows no other', () => {
    const policy = (JSON.parse(readFileSync(path.join(projectRoot, 'build-headers.json'), 'utf8')) as Record<string, string>)['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect(policy.split(';').find((part) => part.trim().startsWith('script-src '))).not.toMatch(/unsafe/);
    expect(policy).toBe(policyOf(policy.match(/'sha256-[^']+'/g) ?? []));
    expect(new Set(texts.filter(({file}) => file.endsWith('.html')).flatMap(({text}) => inlineScripts(text))).size).toBe(1);
  });
});

/** The JSON object around an id, by counting brackets outwards, so that a neighbour's key is not taken for this one's. */
function itemAround(text: string, index: number): string {
  let depth = 0;
  let start = index;
  while (start > 0 && depth < 1) {
    start -= 1;
    if (text[start] === '}') depth -= 1;
    if (text[start] === '{') depth += 1;
  }
  depth = 1;
  let end = start + 1;
  while (end < text.length && depth > 0) {
    if (text[end] === '{') depth += 1;
    if (text[end] === '}') depth -= 1;
    end += 1;
  }
  return text.slice(start, Math.min(end, start + 20_000));
}

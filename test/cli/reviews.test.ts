import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {main} from '#cli/main.ts';
import {run} from '#cli/reviews.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'askwell-reviews-'));
});
afterEach(() => {
  rmSync(root, {recursive: true});
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
  writeFileSync(path.join(root, file), text);
}

const front = (title: string, reviewBy: string, owner = 'Consultation team', more = ''): string =>
  `---\ntitle: ${title}\nowner: ${owner}\nreviewed: 2026-11-22\nreviewBy: ${reviewBy}\n${more}---\n\nText.\n`;

async function call(...args: string[]): Promise<{code: number; out: string; err: string}> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {out: (text) => out.push(text), err: (text) => err.push(text)}, root);
  return {code, out: out.join('\n'), err: err.join('\n')};
}

describe('askwell reviews', () => {
  it('lists what is late and what is near by owner, and gives 1', async () => {
    write('docs/toolkit/duties/fairness.md', front('Fairness', '2027-05-22', 'Legal team'));
    write('docs/methods/focus-group.md', front('Focus group', '2027-11-30'));
    write('docs/toolkit/index.md', front('Toolkit', '2027-12-31'));
    write('docs/toolkit/far.md', front('Far', '2029-12-31'));
    const {code, out} = await call('--on', '2027-12-01');
    expect(code).toBe(1);
    expect(out).toBe([
      'Past their review date on 1 December 2027: 2 pages',
      '  Consultation team',
      '    30 November 2027 (1 day late)  Focus group  /methods/focus-group/',
      '  Legal team',
      '    22 May 2027 (193 days late)  Fairness  /toolkit/duties/fairness/',
      '',
      'Due within 60 days: 1 page',
      '  Consultation team',
      '    31 December 2027 (in 30 days)  Toolkit  /toolkit/',
      '',
      'Every page has a review date.',
    ].join('\n'));
  });

  it('gives 0 when nothing is late, though something is due today', async () => {
    write('docs/a.md', front('A', '2027-12-01'));
    const {code, out} = await call('--on=2027-12-01');
    expect(code).toBe(0);
    expect(out).toContain('1 December 2027 (today)  A  /a/');
  });

  it('gives JSON with the day, both lists and the pages without a date', async () => {
    write('docs/a.md', front('A', '2027-11-01', 'Legal team', 'slug: /elsewhere/\n'));
    write('docs/b.md', '---\ntitle: B\n---\nText.\n');
    write('docs/c.md', 'No front matter.\n');
    const {code, out} = await call('--json', '--on', '2027-12-01');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      on: '2027-12-01', overdue: [{address: '/elsewhere/', title: 'A', owner: 'Legal team', reviewBy: '2027-11-01', days: 30}], soon: [], undated: ['/b/', '/c/'],
    });
  });

  it('takes a course for its lessons, and leaves templates of pages out', async () => {
    write('docs/learn/intro/course.yml', 'title: Introduction\nowner: Trainers\nreviewed: 2026-11-22\nreviewBy: 2027-11-01\n');
    write('docs/learn/intro/lesson.md', '---\ntitle: Lesson\n---\n');
    write('docs/methods/_template.md', front('Name of the method', '2020-01-01'));
    const {out} = await call('--json', '--on', '2027-12-01');
    expect(JSON.parse(out)).toMatchObject({overdue: [{address: '/learn/intro/', title: 'Introduction'}], soon: [], undated: []});
  });

  it('names the line of a date that cannot be read or of a page that nobody owns, and gives 2', async () => {
    write('docs/a.md', front('A', 'next year'));
    write('docs/b.md', '---\ntitle: B\nreviewBy: 2027-01-01\n---\n');
    const {code, err} = await call('--on', '2027-12-01');
    expect(code).toBe(2);
    expect(err).toMatch(/docs\/a\.md:5 reviewBy: .*Write a date as 2026-11-22/);
    expect(err).toMatch(/docs\/b\.md:\d owner: This is missing/);
  });

  it.each([[['--on', 'tomorrow']], [['--on', '2027-02-30']], [['--on']], [['--when', '2027-01-01']], [['docs']]])('gives 2 and says why for %j', async (args) => {
    const {code, err} = await call(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^(`.*` is not a day|There is no option `)/);
    expect(err).toContain('reviews [--json]');
  });

  it('can read the real pages, today', async () => {
    const lines: string[] = [];
    const code = await main(['reviews', '--json'], {out: (text) => lines.push(text), err: (text) => lines.push(text)});
    const {overdue, soon} = JSON.parse(lines.join('\n')) as {overdue: unknown[]; soon: unknown[]};
    expect(code).toBe(overdue.length > 0 ? 1 : 0);
    expect([...overdue, ...soon].every((each) => typeof (each as {owner: unknown}).owner === 'string')).toBe(true);
  });
});

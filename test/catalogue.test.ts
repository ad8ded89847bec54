import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Content} from '#content/readContent.ts';
import {proseOf} from '#core/checker/prose.ts';
import {sentencesOf} from '#core/checker/sentences.ts';
import {splitFrontMatter} from '#core/problem.ts';
import {AUDIENCES, PURPOSES} from '#core/methods/vocabulary.ts';
import {QUESTION_TYPES} from '#core/quizzes/questions/index.ts';
import {projectRoot, realContent} from './support/project.ts';

const HEADINGS = [
  'What it is', 'When it fits', 'When not to use it', 'What it will and will not deliver', 'Steps', 'People and skills', 'Cost and time',
  'Who it reaches and leaves out', 'With and without the internet', 'Pitfalls', 'How to tell it worked', 'Works well with', 'Example',
];
const methodFiles = readdirSync(path.join(projectRoot, 'docs/methods')).filter((name) => name.endsWith('.md') && !/^(index|_)/.test(name));
const bodyOf = (file: string) => splitFrontMatter(readFileSync(path.join(projectRoot, file), 'utf8')).body;

let content: Content;
beforeAll(async () => {
  content = await realContent();
});

describe('the method catalogue', () => {
  it.each(methodFiles)('%s is a full page of advice', (file) => {
    const body = bodyOf(`docs/methods/${file}`);
    expect([...body.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(HEADINGS);
    for (const section of body.split(/^## .+$/m).slice(1)) expect(section.trim().length).toBeGreaterThan(60);
    expect(body.split(/\s+/).length).toBeGreaterThan(450);
  });

  it('has a method that suits each audience that the selector offers', () => {
    expect(Object.keys(AUDIENCES).filter((audience) => !content.methods.some((method) => method.audiences.goodFor.some((each) => each === audience)))).toEqual([]);
  });

  it('has a method for each purpose that the selector offers', () => {
    expect(Object.keys(PURPOSES).filter((purpose) => !content.methods.some((method) => method.purposes.some((each) => each === purpose)))).toEqual([]);
  });
});

describe('the toolkit', () => {
  const files = (folder: string) => readdirSync(path.join(projectRoot, folder)).filter((name) => name.endsWith('.md') && name !== 'index.md');
  const headingsOf = (file: string) => [...bodyOf(file).matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');

  it.each(files('docs/toolkit/journey'))('%s is a whole step of the journey', (file) => {
    expect(headingsOf(`docs/toolkit/journey/${file}`)).toEqual(['Why this step matters', 'Do', 'Avoid', 'Example', 'Checklist', 'Where to go next']);
    expect(bodyOf(`docs/toolkit/journey/${file}`)).toMatch(/<Checklist>[\s\S]+<\/Checklist>/);
  });

  it('has a guide to each audience that the selector offers, and no other', () => {
    expect(files('docs/toolkit/people/audiences').map((file) => file.replace('.md', '')).sort()).toEqual(Object.keys(AUDIENCES).sort());
  });

  it.each(files('docs/toolkit/people/audiences'))('%s says what gets in the way, what works and whom to ask', (file) => {
    expect(headingsOf(`docs/toolkit/people/audiences/${file}`)).toEqual(['What gets in their way', 'What works', 'Whom to ask', 'Adjustments to plan and pay for', 'Words to use']);
  });

  it.each(files('docs/writing/rules'))('%s is a rule with a reason and an example of both kinds', (file) => {
    expect(headingsOf(`docs/writing/rules/${file}`).slice(0, 4)).toEqual(['The rule', 'Why', 'Not this', 'This']);
    expect(readFileSync(path.join(projectRoot, 'docs/writing/rules', file), 'utf8')).toMatch(new RegExp(`\\bid: ${file.replace('.md', '')}\\b`));
  });

  it('says no sentence twice on different pages', () => {
    const pages = ['docs/toolkit', 'docs/code-of-practice', 'docs/writing', 'docs/methods', 'docs/learn'].flatMap((folder) =>
      readdirSync(path.join(projectRoot, folder), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md') && !/(^|\/)_|templates\//.test(name)).map((name) => `${folder}/${name}`));
    const seen = new Map<string, string>();
    expect(pages.flatMap((page) => proseOf(bodyOf(page)).flatMap(sentencesOf).filter(({text, whole}) => whole && text.length > 45).flatMap(({text}) => {
      const other = seen.get(text);
      seen.set(text, page);
      return other && other !== page ? [`${page} and ${other}: ${text}`] : [];
    }))).toEqual([]);
  });
});

describe('question types', () => {
  const fileOf = (type: string) => type.replace(/-./g, (match) => match.slice(1).toUpperCase());
  it.each(QUESTION_TYPES)('%s has its rules, its component, its sample and its marking tests', (type) => {
    const name = fileOf(type);
    const component = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    expect([
      `src/core/quizzes/questions/${name}.ts`, `src/components/quiz/questions/${component}.tsx`, `quizzes/_samples/${type}.yml`,
    ].filter((file) => !existsSync(path.join(projectRoot, file)))).toEqual([]);
    expect(readFileSync(path.join(projectRoot, 'docs/developers/question-types.md'), 'utf8')).toContain(`\n## ${type}\n`);
    expect(content.quizzes.find((quiz) => quiz.id === `sample-${type}`)?.items.map((item) => item.type)).toEqual([type]);
  });
});

describe('courses', () => {
  it('introduce a new officer in five lessons of three to six minutes and an assessment of twelve from at least 24', () => {
    const course = content.courses.find((each) => each.id === 'introduction-to-consultation');
    expect(course?.lessons.map((lesson) => lesson.minutes >= 3 && lesson.minutes <= 6)).toEqual([true, true, true, true, true]);
    const assessment = content.quizzes.find((quiz) => quiz.id === course?.assessment);
    expect(assessment?.draw.reduce((sum, rule) => sum + rule.take, 0)).toBe(12);
    expect(assessment?.items.length).toBeGreaterThanOrEqual(24);
    for (const outcome of course?.outcomes ?? []) expect(assessment?.items.filter((item) => item.outcome === outcome.id).length, outcome.id).toBeGreaterThanOrEqual(3);
  });

  it('end each lesson with its practice question', async () => {
    for (const course of content.courses) {
      for (const lesson of course.lessons) {
        expect(bodyOf(`docs/learn/${course.id}/${lesson.id}.md`).trimEnd(), lesson.id).toMatch(new RegExp(`<Quiz id="${lesson.practice}" ?/>$`));
      }
    }
  });

  it('have a bank of 30 or more behind each assessment, a case with branches in each lesson, a summary and a plan for teaching', () => {
    for (const course of content.courses) {
      const assessment = content.quizzes.find((quiz) => quiz.id === course.assessment);
      if (course.assessment !== undefined) expect(assessment?.items.length, course.id).toBeGreaterThanOrEqual(30);
      for (const {practice} of course.lessons) {
        const types = content.quizzes.find((quiz) => quiz.id === practice)?.items.map(({type}) => type);
        expect(types?.at(-1), practice).toBe('scenario');
        expect(types, practice).toHaveLength(4);
      }
      for (const file of ['summary.md', 'session.yml']) expect(existsSync(path.join(projectRoot, 'docs/learn', course.id, file)), `${course.id}/${file}`).toBe(true);
    }
  });

  it('practise every type of question', () => {
    const practised = content.quizzes.filter(({mode, id}) => mode === 'practice' && !id.startsWith('sample-')).flatMap(({items}) => items.map(({type}) => type));
    expect(QUESTION_TYPES.filter((type) => !practised.includes(type))).toEqual([]);
  });

  it('take about as long to read as they say, at 200 words a minute', () => {
    for (const course of content.courses) {
      for (const lesson of course.lessons) {
        const minutes = bodyOf(`docs/learn/${course.id}/${lesson.id}.md`).split(/\s+/).length / 200;
        expect(Math.abs(minutes - lesson.minutes), `${lesson.id} reads in ${minutes.toFixed(1)} minutes`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('draw assessments only from questions that say where the answer can be read', () => {
    const bare = content.quizzes.filter((quiz) => quiz.mode === 'assessed').flatMap((quiz) => quiz.items).filter((item) => !item.source);
    expect(bare.map((item) => item.id)).toEqual([]);
  });
});

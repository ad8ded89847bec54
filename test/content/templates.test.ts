import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {valueOrThrow} from '#content/readContent.ts';
import {readTemplates, TEMPLATE_FOLDER} from '#content/readTemplates.ts';
import type {Block} from '#core/templates/blocks.ts';
import {textOf} from '#core/templates/phrases.ts';
import type {Template} from '#core/templates/template.ts';
import {projectRoot} from '../support/project.ts';

const IDS = [
  'alternative-format-statement', 'consent-and-privacy-notice', 'consultation-brief', 'consultation-plan', 'debrief-form', 'decision-report-section', 'eia-screening', 'feedback-notice',
  'invitation-letter', 'monitoring-questions', 'questionnaire-shell', 'risk-log', 'running-order', 'stakeholder-list', 'standard-opening-paragraph', 'timetable',
];
/** What the public gets in its hands: it needs a person to ask and the offer of other formats. */
const FOR_THE_PUBLIC = [
  'alternative-format-statement', 'consent-and-privacy-notice', 'feedback-notice', 'invitation-letter', 'monitoring-questions', 'questionnaire-shell', 'standard-opening-paragraph',
];

const templates = valueOrThrow(await readTemplates(projectRoot));
const templateOf = (id: string): Template => templates.find((template) => template.id === id) ?? expect.fail(`no template ${id}`);
const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'list': return block.items.map(textOf);
    case 'table': return [...block.header, ...block.rows.flat()].map(textOf);
    default: return [textOf(block.phrases)];
  }
};
const allTextOf = (id: string) => templateOf(id).blocks.flatMap(textsOf).join('\n');
const scalesOf = (id: string) => templateOf(id).blocks.flatMap((block) => (block.kind === 'list' && block.style === 'tick' ? [block.items.map(textOf)] : []));

describe('the templates', () => {
  it('are the sixteen that the site promises', () => {
    expect(templates.map(({id}) => id)).toEqual(IDS);
  });

  it.each(IDS)('%s stands in the list with its link and what it is for', (id) => {
    const list = readFileSync(path.join(projectRoot, TEMPLATE_FOLDER, 'index.md'), 'utf8');
    const {title, template} = templateOf(id);
    expect(list).toContain(`| [${title}](/toolkit/templates/${id}/) | ${template.for} |`);
  });

  it.each(IDS)('%s is long enough to be used as it is, and has something to fill in', (id) => {
    expect(allTextOf(id).split(/\s+/).length).toBeGreaterThan(180);
    expect(allTextOf(id)).toMatch(/\[[^\]]+\]/);
  });

  it.each(FOR_THE_PUBLIC)('%s says whom to ask by phone, by e-mail and by post, and offers other formats', (id) => {
    const text = allTextOf(id);
    for (const way of [/phone/i, /e-mail/i, /post|write/i, /large print|another format/i]) expect(text).toMatch(way);
  });

  it('report a problem by file, line and remedy', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'askwell-templates-'));
    try {
      cpSync(path.join(projectRoot, TEMPLATE_FOLDER), path.join(root, TEMPLATE_FOLDER), {recursive: true});
      const file = path.join(root, TEMPLATE_FOLDER, 'risk-log.md');
      writeFileSync(file, readFileSync(file, 'utf8').replace('</Template>', '> Quote\n\n</Template>'));
      const checked = await readTemplates(root);
      const line = readFileSync(file, 'utf8').split('\n').indexOf('> Quote') + 1;
      expect(checked).toMatchObject({ok: false, problems: [{file: `${TEMPLATE_FOLDER}/risk-log.md`, line, field: 'template'}]});
    } finally {
      rmSync(root, {recursive: true, force: true});
    }
  });
});

describe('the questionnaire', () => {
  it('has as many good as bad answers on every scale, and a middle one', () => {
    const good = /^(Strongly agree|Agree|Very satisfied|Fairly satisfied|Very good for me|Fairly good for me)$/;
    const bad = /^(Strongly disagree|Disagree|Very dissatisfied|Fairly dissatisfied|Very bad for me|Fairly bad for me)$/;
    const scales = scalesOf('questionnaire-shell').filter((items) => items.some((item) => good.test(item.trim())));
    expect(scales).toHaveLength(3);
    for (const items of scales) {
      const count = (kind: RegExp) => items.filter((item) => kind.test(item.trim())).length;
      expect([count(good), count(bad), items.length]).toEqual([2, 2, 6]);
    }
  });

  it('lets people say that they do not know or would rather not say', () => {
    const ways = /do not know|do not remember|cannot tell|have no view|rather not say|Somebody else|Send me|Tell me/;
    for (const items of scalesOf('questionnaire-shell')) expect(items.join('\n')).toMatch(ways);
  });
});

describe('the monitoring questions', () => {
  it('let people keep each answer to themselves', () => {
    const sets = scalesOf('monitoring-questions').filter((items) => items.some((item) => /^\s*(Yes|No|Female|15 or under|Christian|Bisexual|English|Arab)\b/.test(item)));
    expect(sets.length).toBeGreaterThanOrEqual(9);
    expect(sets.filter((items) => !/Prefer not to say/.test(items.join('\n')))).toEqual([expect.arrayContaining([expect.stringContaining('English, Welsh, Scottish')])]);
  });
});

describe('the decision report', () => {
  it.each([
    ['who was asked', 'Whom we asked and how'], ['who answered against the population', 'Who answered, against the population'], ['what they said', 'What people said'],
    ['options ruled out', 'Options ruled out before, and why people were told'], ['what equality work found', 'What we found about equality'],
    ['how answers were taken into account', 'How the answers were taken into account'], ['what changed', 'What changed'], ['the legal check', 'Legal check'],
  ])('tells those who decide %s', (_what, words) => {
    expect(allTextOf('decision-report-section')).toContain(words);
  });
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatProblem} from '#core/problem.ts';
import {readBlocks} from '#core/templates/blocks.ts';
import {readPhrases, textOf} from '#core/templates/phrases.ts';
import {checkTemplate} from '#core/templates/template.ts';

const HEAD = `---
title: Invitation letter
description: One page.
reviewed: 2026-11-22
template:
  for: Asking somebody to take part
---
`;
/** Its opening mark is on line 11, and the first line of the template on line 13. */
const page = (template: string, head = HEAD) => `${head}\nWhen to use it.\n\n<Template>\n\n${template}\n\n</Template>\n\n## Tips\n\nSome *tips* with [a link](/writing/).\n`;
const check = (text: string) => checkTemplate('invitation-letter', {file: 'letter.md', text});
const problemsOf = (text: string) => {
  const checked = check(text);
  return checked.ok ? [] : checked.problems.map(formatProblem);
};

describe('a template', () => {
  it('is what stands between its marks, with the facts of its page', () => {
    const checked = check(page(`## Would you help with [topic]?

Dear **all**, come on [date]
or write.

### What you need

- ☐ A lift from: [place]
- ☐ Nothing

1. First
2. Second,
   in two lines

- Bread
- Tea

[Your answer]

| Step | Date |
| --- | --- |
| Open | [Date] |
| Close | |`));
    expect(checked).toMatchObject({ok: true, value: {
      id: 'invitation-letter', title: 'Invitation letter', reviewed: '2026-11-22', template: {for: 'Asking somebody to take part'},
      blocks: [
        {kind: 'heading', level: 2, phrases: [{kind: 'plain', text: 'Would you help with '}, {kind: 'blank', text: '[topic]'}, {kind: 'plain', text: '?'}]},
        {kind: 'paragraph', phrases: [{text: 'Dear '}, {kind: 'strong', text: 'all'}, {text: ', come on '}, {kind: 'blank', text: '[date]'}, {text: ' or write.'}]},
        {kind: 'heading', level: 3},
        {kind: 'list', style: 'tick', items: [[{text: 'A lift from: '}, {kind: 'blank', text: '[place]'}], [{text: 'Nothing'}]]},
        {kind: 'list', style: 'number', items: [[{text: 'First'}], [{text: 'Second, in two lines'}]]},
        {kind: 'list', style: 'bullet', items: [[{text: 'Bread'}], [{text: 'Tea'}]]},
        {kind: 'answer', phrases: [{kind: 'blank', text: '[Your answer]'}]},
        {kind: 'table', header: [[{text: 'Step'}], [{text: 'Date'}]], rows: [[[{text: 'Open'}], [{kind: 'blank', text: '[Date]'}]], [[{text: 'Close'}], []]]},
      ],
    }});
  });

  it.each([
    ['has no marks', `${HEAD}\n## Letter\n`, 'letter.md:8 template: The template stands once on its page'],
    ['is not closed', `${HEAD}\n<Template>\n\n## Letter\n`, 'letter.md:9 template: The template stands once'],
    ['is there twice', page('## Letter\n\n</Template>\n\n<Template>\n\n## Letter'), 'letter.md:11 template: The template stands once'],
    ['has a mark with something beside it', page('## Letter').replace('<Template>', '<Template id="x">'), 'letter.md:11 template: The template stands once'],
    ['touches its mark', page('## Letter').replace('<Template>\n\n', '<Template>\n'), 'letter.md:12 template: Leave an empty line'],
    ['begins with a lower heading', page('### Letter'), 'letter.md:13 template: The first heading of a template is its title. Write it with ##.'],
    ['has two titles', page('## Letter\n\n## Second'), 'letter.md:15 template: A template has one title.'],
    ['leaves out a level', page('## Letter\n\n#### Deep'), 'letter.md:15 template: This heading leaves out a level.'],
    ['has a heading too high', page('## Letter\n\n# Letter'), 'letter.md:15 template: A heading of level 1'],
    ['holds a link', page('## Letter\n\nSee [the plan](/toolkit/).'), 'letter.md:15 template: A template holds no links'],
    ['holds a tag', page('## Letter\n\nA <b>word</b>.'), 'letter.md:15 template: A template holds no tags'],
    ['uses italics', page('## Letter\n\nA *word*.'), 'letter.md:15 template: A template uses no italics'],
    ['leaves a bracket open', page('## Letter\n\nCome on [date.'), 'letter.md:15 template: A square bracket has no partner.'],
    ['leaves strong text open', page('## Letter\n\nCome **now.'), 'letter.md:15 template: Strong text is not closed'],
    ['has a list inside a list', page('## Letter\n\n- One\n  - Two'), 'letter.md:16 template: A list inside a list'],
    ['numbers from the middle', page('## Letter\n\n1. One\n\n2. Two'), 'letter.md:17 template: A numbered list begins with 1.'],
    ['ticks only some items', page('## Letter\n\n- ☐ One\n- Two'), 'letter.md:15 template: Some items of this list begin with ☐'],
    ['has a quote', page('## Letter\n\n> Quote'), 'letter.md:15 template: A template is made of headings'],
    ['has a table without a header', page('## Letter\n\n| One | Two |\n| Three | Four |'), 'letter.md:15 template: This table has no header row'],
    ['has a nameless column', page('## Letter\n\n| One | |\n| --- | --- |\n| Three | Four |'), 'letter.md:15 template: Every column needs a heading'],
    ['has a short row', page('## Letter\n\n| One | Two |\n| --- | --- |\n| Three | Four |\n| Five |'), 'letter.md:18 template: This row has 1 cells and its table has 2 columns.'],
    ['has too many columns', page('## Letter\n\n| A | B | C | D | E |\n| --- | --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 | 5 |'), 'letter.md:15 template: This table has 5 columns, and 4 fit'],
    ['sets table against table', page('## Letter\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| A | B |\n| --- | --- |\n| 1 | 2 |'), 'letter.md:19 template: Two tables follow one another.'],
    ['gives a contact without an address', page('## Letter\n\n### Your contact\n\n- Name: [Name]\n- Phone: [Number]\n\n### Next'), 'letter.md:15 template: A contact block gives a name, a phone number, an e-mail address and a postal address. Add a list item for: E-mail, Post.'],
    ['does not say what it is for', page('## Letter', HEAD.replace(/template:\n.*\n/, '')), 'letter.md:2 template: This is missing.'],
  ])('that %s is refused with the line and what to do', (_case, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
  });

  it('tells every fault at once, in the order of the lines', () => {
    expect(problemsOf(page('## Letter\n\nA *word*.\n\n> Quote\n\nA [bracket')).map((problem) => problem.split(' ')[0])).toEqual(['letter.md:15', 'letter.md:17', 'letter.md:19']);
  });
});

describe('phrases', () => {
  const words = fc.stringMatching(/^[a-z][a-z ,.?]{0,20}[a-z]$/);
  const phrase = fc.oneof(words, words.map((text) => `**${text}**`), words.map((text) => `[${text}]`));

  it('lose and add no word, whatever marks stand round them', () => {
    fc.assert(fc.property(fc.array(phrase, {minLength: 1, maxLength: 8}), (parts) => {
      const markdown = parts.join(' ');
      const {phrases, faults} = readPhrases(markdown);
      expect(faults).toEqual([]);
      expect(textOf(phrases)).toBe(markdown.replaceAll('**', '').replace(/\s+/g, ' ').trim());
    }));
  });

  it('never throw, whatever an author types', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => {
      const {blocks, faults} = readBlocks(`${one}\n\n- ${other}\n\n| ${one} |`);
      expect(blocks.length + faults.length).toBeGreaterThan(0);
    }));
  });
});

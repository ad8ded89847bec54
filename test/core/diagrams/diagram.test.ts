import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseDiagram} from '#core/diagrams/diagram.ts';
import type {Diagram} from '#core/diagrams/diagram.ts';
import {widthOfText} from '#core/diagrams/textWidth.ts';
import {formatProblem} from '#core/problem.ts';

const HEAD = '<title>Two steps</title>\n  <desc>\n    First ask.\n\n    Then listen &amp; tell.\n  </desc>';
const file = (drawing: string, head = HEAD, box = '0 0 360 200'): string => `<svg viewBox="${box}">\n  ${head}\n  ${drawing}\n</svg>\n`;
const parse = (text: string, id = 'two-steps') => parseDiagram(id, {file: `docs/diagrams/${id}.svg`, text});
const problemsOf = (text: string, id?: string): string[] => {
  const checked = parse(text, id);
  return checked.ok ? [] : checked.problems.map(formatProblem);
};
const valueOf = (text: string): Diagram => {
  const checked = parse(text);
  if (!checked.ok) throw new Error(checked.problems.map(formatProblem).join('\n'));
  return checked.value;
};

describe('a good diagram', () => {
  it('gives its name, its words by line, its height and its markup', () => {
    expect(valueOf(file('<!-- A box -->\n  <rect x="2" y="2" width="80" height="40" rx="6" class="d-accent-soft d-line-accent"/>'))).toEqual({
      id: 'two-steps', title: 'Two steps', description: ['First ask.', 'Then listen & tell.'], height: 200,
      markup: '<rect x="2" y="2" width="80" height="40" rx="6" class="d-accent-soft d-line-accent"/>',
    });
  });

  it('may hold every element of the list, and text in groups, lines and pieces', () => {
    const drawing = [
      '<g font-size="17"><text x="4" y="20">Ask <tspan class="d-strong">first</tspan> &lt;please&gt;</text></g>',
      '<text font-size="17" class="d-ink d-mid">\n<tspan x="180" y="60">One line</tspan>\n<tspan x="180" dy="22">and the next</tspan></text>',
      '<circle cx="20" cy="20" r="8" class="d-warm"/>', '<line x1="0" y1="0" x2="9.5" y2="-3" class="d-line d-dash"/>',
      '<polyline points="0,0 10,10.5" class="d-line-accent"/>', '<polygon points="0,0 10,10 0,10" class="d-paper"/>',
      '<path d="M4 4h10a6 6 0 0 1 6 6z" class="d-soft"/>', '<path d="M20.5 40l-6-10h12z" class="d-head d-accent"/>', '<text x="30" y="90" font-size="13" class="d-tick">100</text>',
    ].join('\n');
    const {markup} = valueOf(file(drawing));
    expect(markup).toContain('<text x="4" y="20">Ask <tspan class="d-strong">first</tspan> &lt;please&gt;</text>');
    expect(markup).toContain('<text font-size="17" class="d-ink d-mid"><tspan x="180" y="60">One line</tspan><tspan x="180" dy="22">and the next</tspan></text>');
  });
});

const box = '<rect x="2" y="2" width="8" height="4" class="d-soft"/>';
const text = (attributes: string, words = 'Ask') => `<text x="4" y="20" ${attributes}>${words}</text>`;

describe('a bad diagram', () => {
  it.each<[what: string, text: string, expected: RegExp]>([
    ['no title', file(box, '<desc>Words.</desc>'), /two-steps\.svg:1 title: There is no `<title>`\. Write one with a short name, first in the file/],
    ['no words', file(box, '<title>Name</title>'), /svg:1 desc: There is no `<desc>`\. Write one with all that the drawing says/],
    ['an empty title', file(box, '<title> </title><desc>Words.</desc>'), /svg:2 title: `<title>` is empty\. Write a short name/],
    ['words before the title', file(box, '<desc>Words.</desc><title>Name</title>'), /svg:2 title: Put `<title>` first/],
    ['two titles', file('<title>Again</title>'), /svg:8 title: There are two of `<title>`/],
    ['elements among the words', file(box, '<title>Name</title><desc>Some <g>words</g></desc>'), /svg:2 desc: `<desc>` holds text alone/],
    ['a wrong width', file(box, HEAD, '0 0 400 200'), /svg:1 svg: `viewBox` is `0 0 400 200`\. Write `0 0 360` and the height/],
    ['no height', file(box, HEAD, '0 0 360 0'), /svg:1 svg: `viewBox` is `0 0 360 0`/],
    ['no box', `<svg>${HEAD}${box}</svg>`, /svg:1 svg: `viewBox` is missing/],
    ['a size of its own', `<svg viewBox="0 0 360 90" width="360">${HEAD}</svg>`, /svg:1 svg: `width` is not for `<svg>`/],
    ['another outer element', `<g>${HEAD}</g>`, /svg:1 g: The file holds `<g>`\. Start it with `<svg/],
    ['a script', file('<script>alert(1)</script>'), /svg:8 script: `<script>` is not for diagrams\. Use one of: g, rect/],
    ['a style sheet', file('<style>text { fill: red }</style>'), /svg:8 style: `<style>` is not for diagrams/],
    ['a picture', file('<image href="https://example.org/a.png"/>'), /svg:8 image: `<image>` is not for diagrams/],
    ['HTML', file('<foreignObject><p>Hello</p></foreignObject>'), /svg:8 foreignObject: `<foreignObject>` is not for diagrams/],
    ['a handler', file('<circle r="4" onclick="alert(1)"/>'), /svg:8 circle: `onclick` is not for `<circle>`\. A diagram does nothing\. Take it out/],
    ['a style', file('<circle r="4" style="fill: red"/>'), /svg:8 circle: `style` is not for `<circle>`\. Use a class from the list/],
    ['a link', file('<g href="/elsewhere/"/>'), /svg:8 g: `href` is not for `<g>`/],
    ['an id', file('<g id="mine"/>'), /svg:8 g: `id` is not for `<g>`\. Two diagrams on one page must not clash/],
    ['a colour', file('<circle r="4" fill="#f00"/>'), /svg:8 circle: `fill` is not for `<circle>`\. Colours come from classes/],
    ['a width of line', file('<line x1="0" stroke-width="5"/>'), /svg:8 line: `stroke-width` is not for `<line>`\. All lines of the family have one width/],
    ['a class outside the list', file('<circle r="4" class="d-accent d-pink"/>'), /svg:8 circle: `d-pink` is not a class for diagrams\. Use: d-paper/],
    ['a class that every object has', file('<circle r="4" class="constructor"/>'), /`constructor` is not a class/],
    ['another corner', file('<rect width="9" height="9" rx="12"/>'), /svg:8 rect: `rx` is 12\. All boxes have one corner: write 6/],
    ['another arrow head', file('<path d="M4 4l-20-8v16z" class="d-head"/>'), /svg:8 path: An arrow head has one shape/],
    ['a unit', file('<circle r="4px"/>'), /svg:8 circle: `r` is `4px`\. Write a plain number/],
    ['a path that is none', file('<path d="url(#x)"/>'), /svg:8 path: `d` holds more than the letters and numbers of a path/],
    ['small text', file(text('font-size="14"')), /svg:8 text: “Ask” is 14 high\. Write 15 or more; only ticks of an axis \(class d-tick\) may be 13/],
    ['small ticks', file(text('font-size="12" class="d-tick"')), /svg:8 text: “Ask” is 12 high\. Write 13 or more\./],
    ['small text in a piece', file(text('font-size="17"', 'Ask <tspan font-size="9">now</tspan>')), /svg:8 tspan: “now” is 9 high/],
    ['text without a size', file(text('class="d-ink"')), /svg:8 text: “Ask” has no `font-size`/],
    ['text past the right edge', file(text('font-size="17"', 'A line of words that goes on and on beyond the paper')), /svg:8 text: “A line of .*” is about \d+ wide and runs past the edge/],
    ['text past the edge with its pieces', file(text('font-size="17"', 'A line of words that <tspan class="d-strong">goes on and on here</tspan>, beyond')), /runs past the edge/],
    ['text past the left edge', file(text('font-size="17" class="d-end"', 'Ask people')), /runs past the edge/],
    ['text below the drawing', file('<text x="4" y="260" font-size="17">Ask</text>'), /svg:8 text: `y` is 260, below the drawing, which is 200 high/],
    ['bare text', file('<g>Ask</g>'), /svg:8 g: Text stands bare in `<g>`/],
    ['a piece outside text', file('<tspan x="1" y="9" font-size="17">Ask</tspan>'), /svg:8 tspan: `<tspan>` stands outside `<text>`/],
    ['an element never closed', file('<g>\n  <g></g>'), /svg:10 file: `<\/svg>` stands where `<\/g>` is due, since `<g>` was opened on line 8/],
    ['a file that breaks off', `<svg viewBox="0 0 360 90">\n${HEAD}`, /svg:1 file: `<svg>` is never closed/],
    ['a closing too many', `${file('')}</g>`, /svg:10 file: `<\/g>` closes nothing/],
    ['two outer elements', `${file('')}<svg></svg>`, /svg:10 file: A second outer element/],
    ['an attribute without quotes', file('<circle r=4/>'), /svg:8 file: This tag is not well-formed/],
    ['an attribute twice', file('<circle r="4" r="5"/>'), /svg:8 file: `r` is there twice/],
    ['a lone ampersand', file(text('font-size="17"', 'You & us')), /svg:8 file: A lone `&` cannot stand here\. Write `&amp;`/],
    ['an ampersand in an attribute', file('<g class="a&b"/>'), /svg:8 file: A lone `&` stands in `class`/],
    ['a lone bracket', file(text('font-size="17"', '4 < 5')), /svg:8 file: This tag is not well-formed/],
    ['a comment without an end', file('<!-- note'), /svg:8 file: This comment does not end/],
    ['a declaration', `<?xml version="1.0"?>\n${file('')}`, /svg:1 file: Declarations are not for diagrams/],
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a "b">]>\n${file('')}`, /svg:1 file: Declarations are not for diagrams/],
    ['a block of raw text', file('<![CDATA[<b>]]>'), /svg:8 file: Declarations are not for diagrams/],
    ['text outside', `Hello ${file('')}`, /svg:1 file: There is text outside `<svg>`/],
    ['nothing', '', /svg:1 file: The file is empty/],
  ])('with %s is refused, with line and advice', (_what, bad, expected) => {
    expect(problemsOf(bad)).toContainEqual(expect.stringMatching(expected));
  });

  it('is refused for a name that is no id', () => {
    expect(problemsOf(file(''), 'Two Steps')).toEqual([expect.stringContaining('`Two Steps` is no id')]);
  });

  it('gives every problem at once, in the order of the lines', () => {
    const found = problemsOf(file('<g id="a"/>\n<circle r="x"/>', '<title>Name</title>', '0 0 100 100'));
    expect(found.map((problem) => problem.split(' ')[0])).toEqual(['docs/diagrams/two-steps.svg:1', 'docs/diagrams/two-steps.svg:1', 'docs/diagrams/two-steps.svg:3', 'docs/diagrams/two-steps.svg:4']);
  });
});

describe('what an author may write by mistake', () => {
  it('never makes the parser throw, nor lets a tag through that is not on the list', () => {
    const scrap = fc.constantFrom('<', '>', '/', '"', '&', '&amp;', '<g>', '</g>', '<text x="1" y="2" font-size="17">', '</text>', '<script>', 'onload="x"', ' class="d-ink"', 'word', '<!--', '-->', '<?', '\n');
    fc.assert(fc.property(fc.array(scrap, {maxLength: 12}), (scraps) => {
      const checked = parse(file(scraps.join('')));
      if (checked.ok) expect(checked.value.markup).not.toMatch(/<(?!\/?(g|text|tspan)\b)/);
      else expect(checked.problems.length).toBeGreaterThan(0);
    }));
  });

  it('keeps any words as they were meant', () => {
    fc.assert(fc.property(fc.string({minLength: 1, maxLength: 20, unit: fc.constantFrom('a', '&', '<', '>', '"', '’')}), (words) => {
      const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;');
      expect(valueOf(file(text('font-size="15"', escaped))).markup).toContain(`>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</text>`);
    }));
  });
});

// Measured in Chromium with Atkinson Hyperlegible Next.
it.each([
  ['Consider what they said', 17, false, 178.5], ['Enough reasons', 19, true, 141], ['1,100', 15, false, 34.4], ['Share of those who took part', 17, false, 215.8],
])('says about how wide “%s” is', (words, size, bold, measured) => {
  expect(Math.abs(widthOfText(words, size, bold) / measured - 1)).toBeLessThan(0.08);
});

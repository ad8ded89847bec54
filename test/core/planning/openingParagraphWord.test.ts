import {inflateRawSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {exampleDraft} from '#core/planning/openingParagraphExample.ts';
import {toBlocks} from '#core/planning/openingParagraphFile.ts';
import {formatPassages} from '#core/planning/openingParagraphOffer.ts';
import {openingPassages} from '#core/planning/openingParagraphText.ts';
import {writeWord} from '#core/word/document.ts';

/** The parts of a zip file as text, by their paths. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const view = Buffer.from(bytes);
  const parts = new Map<string, string>();
  let at = view.readUInt32LE(view.length - 22 + 16);
  for (let left = view.readUInt16LE(view.length - 22 + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment, local] = [view.readUInt32LE(at + 20), view.readUInt16LE(at + 28), view.readUInt16LE(at + 30), view.readUInt16LE(at + 32), view.readUInt32LE(at + 42)];
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    parts.set(view.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(view.subarray(start, start + size)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

let parts: Map<string, string>;
beforeAll(async () => {
  const draft = exampleDraft('2027-01-11');
  parts = unzip(await writeWord({
    title: 'Pools & <baths>', author: 'Sample Council', day: '2027-01-11',
    sections: [
      {blocks: toBlocks(openingPassages({...draft, texts: {...draft.texts, purpose: 'a < b & c \u000B\u0001'}}))},
      {blocks: toBlocks(formatPassages({...draft, texts: {...draft.texts, formatDays: ''}})), isLarge: true},
    ],
  }));
});
const part = (name: string): string => parts.get(name) ?? '';

describe('the Word file of both texts', () => {
  it('is A4 in 14 point Arial and UK English', () => {
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(part('word/styles.xml')).toContain('w:ascii="Arial"');
    expect(part('word/styles.xml')).toContain('<w:sz w:val="28"/>');
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  it('has real headings and lists', () => {
    const styles = [...part('word/document.xml').matchAll(/<w:pStyle w:val="([^"]+)"\/>/g)].map((match) => match[1]);
    expect(styles.filter((style) => style === 'Heading1')).toHaveLength(2);
    expect(styles.filter((style) => style === 'Heading2')).toHaveLength(1);
    expect(styles.filter((style) => style === 'ListBullet').length).toBeGreaterThan(10);
    for (const style of styles) expect(part('word/styles.xml')).toContain(`w:styleId="${style}"`);
  });

  it('sets the offer of formats in 18 point, marks what is still to fill in, and escapes what was typed', () => {
    expect(part('word/document.xml')).toContain('<w:sz w:val="36"/>');
    expect(part('word/document.xml')).toMatch(/<w:rStyle w:val="Prompt"\/>[^]*?\[number\]/);
    expect(part('word/document.xml')).toContain('a &lt; b &amp; c');
    expect(part('word/document.xml')).not.toMatch(/[\u0001\u000B]/);
    expect(part('docProps/core.xml')).toContain('<dc:title>Pools &amp; &lt;baths&gt;</dc:title>');
  });
});

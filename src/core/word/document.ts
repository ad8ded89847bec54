import {AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun} from 'docx';
import {BULLETS, NUMBERS, wordBlocks} from './blocks.ts';
import type {WordBlock} from './blocks.ts';
import {CENTIMETRE, MARGIN, PAGE, STYLES_XML} from './styles.ts';
import {setZipDates} from './zipDates.ts';

/** What a Word file is to hold and to say of itself. */
export interface WordText {
  title: string;
  /** What it is for, in a few words. */
  subject?: string;
  description?: string;
  /** The body that it comes from. May be empty. */
  author: string;
  /** The day it is dated, as `2026-11-22`. The same text of the same day gives the same bytes. */
  day: string;
  /** Each begins a page of its own. */
  sections: readonly WordSection[];
}

/** Some pages of a Word file. */
export interface WordSection {
  blocks: readonly WordBlock[];
  /** True: 18 point in place of 14 (large print; UKAAF G003 asks for 16 to 18). */
  isLarge?: boolean;
}

/** The type of a Word file (Office Open XML, ISO/IEC 29500). */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Takes a text. Gives its Word file: headings, lists, tables with header rows and fill-in marks in real styles, 14 point Arial, A4, in
 * UK English. The package behind it is large: in a browser, load this module only when somebody asks for a file.
 */
export async function writeWord(text: WordText): Promise<Uint8Array<ArrayBuffer>> {
  const properties = {page: {size: PAGE, margin: {top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN}}};
  const document = new Document({
    numbering: {
      config: [
        {reference: BULLETS, levels: [{level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: levelStyle}]},
        {reference: NUMBERS, levels: [{level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: levelStyle}]},
      ],
    },
    sections: text.sections.map(({blocks, isLarge = false}) => ({
      properties,
      footers: {default: new Footer({children: [new Paragraph({style: 'Footer', children: [new TextRun({children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]})]})]})},
      children: wordBlocks(blocks, isLarge),
    })),
  });
  // The package dates a file with the time of writing and has styles of its own: its two parts are replaced.
  const bytes = await Packer.toArrayBuffer(document, undefined, [
    {path: 'word/styles.xml', data: STYLES_XML},
    {path: 'docProps/core.xml', data: corePropertiesOf(text)},
  ]);
  return setZipDates(new Uint8Array(bytes), text.day);
}

const levelStyle = {paragraph: {indent: {left: CENTIMETRE, hanging: CENTIMETRE}}, run: {font: 'Arial'}};

function corePropertiesOf({title, subject = '', description = '', author, day}: WordText): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><dc:description>${escapeXml(description)}</dc:description>`
    + `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${date('created')}${date('modified')}<dc:language>en-GB</dc:language></cp:coreProperties>`;
}

/** Letters below a space, but for tab and line breaks, that XML 1.0 has no way to write (section 2.2): a pasted one would break the file. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escapeXml(text: string): string {
  return text.replace(NOT_IN_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

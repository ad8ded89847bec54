import {AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun} from 'docx';
import type {Template} from '#core/templates/template.ts';
import {BULLETS, NUMBERS, wordBlocks} from './wordBlocks.ts';
import {CENTIMETRE, MARGIN, PAGE, STYLES_XML} from './wordStyles.ts';
import {setZipDates} from './zipDates.ts';

/**
 * Takes a template and the name of the body that publishes it. Gives its Word file (Office Open XML): headings, lists, tables with header
 * rows and fill-in marks in real styles, 14 point Arial, A4, in UK English. The same template gives the same bytes.
 */
export async function writeWord(template: Template, author: string): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {reference: BULLETS, levels: [{level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: levelStyle}]},
        {reference: NUMBERS, levels: [{level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: levelStyle}]},
      ],
    },
    sections: [{
      properties: {page: {size: PAGE, margin: {top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN}}},
      footers: {default: new Footer({children: [new Paragraph({style: 'Footer', children: [new TextRun({children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]})]})]})},
      children: wordBlocks(template.blocks),
    }],
  });
  // The package dates a file with the time of writing and has styles of its own: its two parts are replaced.
  const bytes = await Packer.toBuffer(document, undefined, [
    {path: 'word/styles.xml', data: STYLES_XML},
    {path: 'docProps/core.xml', data: corePropertiesOf(template, author)},
  ]);
  return setZipDates(bytes, template.reviewed);
}

const levelStyle = {paragraph: {indent: {left: CENTIMETRE, hanging: CENTIMETRE}}, run: {font: 'Arial'}};

function corePropertiesOf({title, description, template, reviewed}: Template, author: string): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${reviewed}T00:00:00Z</dcterms:${name}>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(template.for)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><dc:description>${escapeXml(description)}</dc:description>`
    + `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${date('created')}${date('modified')}<dc:language>en-GB</dc:language></cp:coreProperties>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

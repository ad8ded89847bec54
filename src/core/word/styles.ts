/** Sizes in half points, as Word counts them. Clear print takes 12 point at the least and 14 by preference (UKAAF G003): nothing here is below 14. */
const BODY = 28;
const HEADINGS = [44, 36, 32];
/** Colours with their contrast on white (WCAG 2.2): ink 16.5 to 1, line 5.2 to 1, which borders need at 3 to 1. */
export const INK = '1D1F20';
export const LINE = '716C5C';
/** Behind fill-in marks and header rows. Ink on it has 13 to 1 or more. */
export const MARK = 'FFF1CC';
export const HEADER_FILL = 'ECE9E2';
/** 1 centimetre in twips, twentieths of a point. */
export const CENTIMETRE = 567;
/** A4 in twips, with 2.5 centimetres on every side. */
export const PAGE = {width: 11906, height: 16838};
export const MARGIN = 1417;

interface ParagraphStyle {
  id: string;
  name: string;
  basedOn?: string;
  next?: string;
  /** Twips above and below. */
  before?: number;
  after?: number;
  /** Further paragraph properties, in the order of the standard: those before spacing, and those after it. */
  early?: string;
  late?: string;
  run?: string;
}

/** Paragraph styles that Word does not have itself. */
const OUR_OWN = new Set(['TickList', 'AnswerSpace', 'TableText', 'TableHeading']);

/** Children stand in the order that ISO/IEC 29500-1 gives (17.3.1.26), or Word refuses the file. */
function paragraphStyle({id, name, basedOn, next, before, after, early = '', late = '', run = ''}: ParagraphStyle): string {
  const spacing = before === undefined && after === undefined ? '' : `<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}"/>`;
  const kind = id === 'Normal' ? ' w:default="1"' : OUR_OWN.has(id) ? ' w:customStyle="1"' : '';
  return `<w:style w:type="paragraph"${kind} w:styleId="${id}"><w:name w:val="${name}"/>${basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''}`
    + `${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${early}${spacing}${late}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const sizeOf = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const BOLD = '<w:b/><w:bCs/>';
const border = (side: string, space: number) => `<w:${side} w:val="single" w:sz="8" w:space="${space}" w:color="${LINE}"/>`;
const hanging = `<w:ind w:left="${CENTIMETRE}" w:hanging="${CENTIMETRE}"/>`;

const headings = HEADINGS.map((size, index) => paragraphStyle({
  id: `Heading${index + 1}`, name: `heading ${index + 1}`, basedOn: 'Normal', next: 'Normal', before: index === 0 ? 0 : 360 - 60 * index, after: 120,
  early: '<w:keepNext/><w:keepLines/>', late: `<w:outlineLvl w:val="${index}"/>`, run: `${BOLD}${sizeOf(size)}`,
}));

/**
 * The whole `word/styles.xml`. The docx package adds a dozen styles of its own, some in italics, in pale blue or in 9 point, so its file
 * is replaced by this one. Names are Word's own where Word has one: an author finds them in the list of styles.
 */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>`
  + `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="${INK}"/>${sizeOf(BODY)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>`
  + '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="200" w:line="300" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr></w:pPrDefault></w:docDefaults>'
  + [
    paragraphStyle({id: 'Normal', name: 'Normal'}),
    ...headings,
    paragraphStyle({id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', after: 100, late: hanging}),
    paragraphStyle({id: 'ListNumber', name: 'List Number', basedOn: 'Normal', after: 100, late: hanging}),
    paragraphStyle({id: 'TickList', name: 'Tick List', basedOn: 'Normal', after: 100, early: '<w:keepLines/>', late: hanging}),
    paragraphStyle({
      id: 'AnswerSpace', name: 'Answer Space', basedOn: 'Normal', next: 'Normal', before: 120, after: 240,
      early: `<w:keepLines/><w:pBdr>${border('top', 4)}${border('left', 4)}${border('bottom', 4)}${border('right', 4)}</w:pBdr>`, late: '<w:ind w:left="113" w:right="113"/>',
    }),
    paragraphStyle({id: 'TableText', name: 'Table Text', basedOn: 'Normal', before: 40, after: 40}),
    paragraphStyle({id: 'TableHeading', name: 'Table Heading', basedOn: 'TableText', early: '<w:keepNext/>', run: BOLD}),
    paragraphStyle({id: 'Footer', name: 'footer', basedOn: 'Normal', after: 0}),
  ].join('')
  + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
  + `<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr>${BOLD}</w:rPr></w:style>`
  + `<w:style w:type="character" w:customStyle="1" w:styleId="Prompt"><w:name w:val="Prompt"/><w:qFormat/><w:rPr><w:color w:val="${INK}"/><w:shd w:val="clear" w:color="auto" w:fill="${MARK}"/></w:rPr></w:style>`
  + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
  + `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => border(side, 0)).join('')}</w:tblBorders></w:tblPr></w:style>`
  + '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
  + '</w:styles>';

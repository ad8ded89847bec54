import type {XmlElement} from './xml.ts';

/** Every drawing is this wide, so that text of one size is one size in all of them. */
export const WIDTH = 360;

/** In units of the drawing. At 15, text on a phone 320 pixels wide is still about 13 pixels high. */
export const SMALLEST_TEXT = 15;

/** What stands at the ticks of an axis may be this small. */
export const SMALLEST_TICK = 13;

/** The corner of every box that has round corners. */
export const CORNER = '6';

/**
 * What a class says, by name. src/components/diagrams/styles.module.css turns each into colours of the site, of forced colours and of
 * print; a drawing names no colour itself.
 */
export const CLASSES: Record<string, string> = {
  'd-paper': 'fill: as a card', 'd-soft': 'fill: quiet grey', 'd-accent': 'fill: the accent, strong', 'd-accent-soft': 'fill: the accent, pale',
  'd-warm': 'fill: warm, strong', 'd-warm-soft': 'fill: warm, pale',
  'd-line': 'edge or line, grey', 'd-line-accent': 'edge or line in the accent', 'd-line-warm': 'edge or line, warm', 'd-dash': 'makes an edge or line dashed',
  'd-head': 'arrow head', 'd-ink': 'text', 'd-quiet': 'text, quieter', 'd-on-accent': 'text on the strong accent',
  'd-strong': 'text, bold', 'd-mid': 'text centred on its x', 'd-end': 'text that ends at its x', 'd-tick': 'text at a tick of an axis',
};

/** Tip first, then the two other corners: pointing right, left, down and up. */
const HEADS = ['l-10-6v12z', 'l10-6v12z', 'l-6-10h12z', 'l-6 10h12z'];
const NUMBER = /^-?\d+(\.\d+)?$/;
const HEAD = new RegExp(`^M-?[\\d.]+ -?[\\d.]+(${HEADS.join('|')})$`);

/** The elements of a drawing and the attributes each may have besides `class`. What is not here cannot reach a page. */
const ELEMENTS: Record<string, readonly string[]> = {
  g: ['font-size'], rect: ['x', 'y', 'width', 'height', 'rx'], circle: ['cx', 'cy', 'r'], line: ['x1', 'y1', 'x2', 'y2'], path: ['d'],
  polyline: ['points'], polygon: ['points'], text: ['x', 'y', 'font-size'], tspan: ['x', 'y', 'dy', 'font-size'],
};

const WHY_NOT: Record<string, string> = {
  id: 'Two diagrams on one page must not clash.', style: 'Use a class from the list.', fill: 'Colours come from classes, so that they are right in the dark and in print.',
  stroke: 'Colours come from classes, so that they are right in the dark and in print.', 'stroke-width': 'All lines of the family have one width.',
  href: 'A diagram holds all that it shows.', 'xlink:href': 'A diagram holds all that it shows.', transform: 'Write the places themselves.',
};

/** What is wrong with one element by itself, in sentences that say how to mend it. */
export function faultsOfElement({name, attributes}: XmlElement): string[] {
  const allowed = ELEMENTS[name];
  if (!allowed) return [`\`<${name}>\` is not for diagrams. Use one of: ${Object.keys(ELEMENTS).join(', ')}.`];
  return [
    ...Object.entries(attributes).flatMap(([key, value]) => (key === 'class' ? faultsOfClass(value) : allowed.includes(key) ? faultsOfValue(key, value)
      : [`\`${key}\` is not for \`<${name}>\`. ${WHY_NOT[key] ?? (/^on/i.test(key) ? 'A diagram does nothing.' : '')} Take it out; allowed here: ${['class', ...allowed].join(', ')}.`.replace('  ', ' ')])),
    ...(attributes.class?.split(' ').includes('d-head') && !HEAD.test(attributes.d ?? '')
      ? [`An arrow head has one shape. Write its \`d\` as M, the place of the tip, and one of: ${HEADS.join(', ')} (right, left, down, up).`] : []),
  ];
}

function faultsOfClass(value: string): string[] {
  return value.split(/\s+/).filter((name) => !Object.hasOwn(CLASSES, name))
    .map((name) => `\`${name}\` is not a class for diagrams. Use: ${Object.keys(CLASSES).join(', ')}.`);
}

function faultsOfValue(key: string, value: string): string[] {
  if (key === 'd') return /^[MLHVCSQTAZ\d\s,.-]+$/i.test(value) ? [] : ['`d` holds more than the letters and numbers of a path. Write it again.'];
  if (key === 'points') return /^[\d\s,.-]+$/.test(value) ? [] : ['`points` holds more than numbers. Write pairs such as 10,20 30,40.'];
  if (!NUMBER.test(value)) return [`\`${key}\` is \`${value}\`. Write a plain number, without a unit.`];
  return key === 'rx' && value !== CORNER ? [`\`rx\` is ${value}. All boxes have one corner: write ${CORNER}.`] : [];
}

import {contrastOf, mixColours, TEXT_CONTRAST} from './contrast.ts';

/** The colours that an accent must be read on. */
export interface Surfaces {
  paper: string;
  'paper-raised': string;
  ink: string;
}

/** What the style sheets call `--aw-accent`, `--aw-accent-ink` and `--aw-accent-soft`. */
export interface AccentColours {
  accent: string;
  ink: string;
  soft: string;
}

/** How much accent there is in the tint behind panels: enough to be seen, little enough to read on. */
const TINT = 0.1;

/** Takes the accent that an organisation chose and the surfaces of one colour scheme. Gives the three accent colours; text on the accent is white or near black, whichever reads better. */
export function deriveAccent(accent: string, surfaces: Surfaces): AccentColours {
  const ink = ['#ffffff', '#0c1214'].sort((a, b) => contrastOf(b, accent) - contrastOf(a, accent))[0] ?? '#ffffff';
  return {accent, ink, soft: mixColours(accent, surfaces.paper, TINT)};
}

/** Takes an accent and the scheme it is for. Gives one sentence for each place where text could not be read, and none when all is well. */
export function faultsOfAccent(scheme: 'light' | 'dark', accent: string, surfaces: Surfaces): string[] {
  const derived = deriveAccent(accent, surfaces);
  const pairs: [what: string, text: string, ground: string][] = [
    ['on the page', accent, surfaces.paper],
    ['on a card', accent, surfaces['paper-raised']],
    ['on its own tint', accent, derived.soft],
    ['under the text of a button', derived.ink, accent],
  ];
  const poor = pairs.map(([what, text, ground]) => ({what, ratio: contrastOf(text, ground)})).filter(({ratio}) => ratio < TEXT_CONTRAST);
  return poor.map(({what, ratio}) =>
    `askwell.config.ts accent.${scheme}: ${accent} ${what} has a contrast of ${floorTo2(ratio)} to 1, and ${TEXT_CONTRAST} to 1 is needed. `
    + `Choose a ${scheme === 'light' ? 'darker' : 'lighter'} colour.`);
}

/** Rounded down, so that a ratio just short of the limit is never printed as if it met it. */
function floorTo2(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

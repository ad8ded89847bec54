import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {deriveAccent, faultsOfAccent} from '#core/accent.ts';
import type {Surfaces} from '#core/accent.ts';
import {readColours} from '#core/contrast.ts';

export interface AccentOptions {
  accent: {light: string; dark: string};
}

/**
 * Gives the site the organisation's accent colour as a style sheet of its own, so that no page needs an inline style. A colour in which
 * text cannot be read stops the build and says how to mend it.
 */
export default function accentPlugin({siteDir, generatedFilesDir}: LoadContext, {accent}: AccentOptions): Plugin {
  const tokens = path.join(siteDir, 'src/css/tokens.css');
  return {
    name: 'askwell-accent',
    getPathsToWatch: () => [tokens],
    getClientModules: () => [path.join(generatedFilesDir, 'askwell-accent/default/accent.css')],
    async contentLoaded({actions}) {
      await actions.createData('accent.css', accentCss(accent, await readFile(tokens, 'utf8')));
    },
  };
}

/** Takes the accents of both schemes and the style sheet that holds the other colours. Gives a style sheet. Throws every fault of contrast at once. */
export function accentCss(accent: {light: string; dark: string}, css: string): string {
  const light = surfacesOf(css, ':root');
  const dark = surfacesOf(css, "[data-theme='dark']");
  const faults = [...faultsOfAccent('light', accent.light, light), ...faultsOfAccent('dark', accent.dark, dark)];
  if (faults.length > 0) throw new Error(`The accent colour cannot be read:\n${faults.join('\n')}\n`);
  return `${ruleOf(':root', accent.light, light)}\n${ruleOf("[data-theme='dark']", accent.dark, dark)}`;
}

function ruleOf(selector: string, accent: string, surfaces: Surfaces): string {
  const colours = deriveAccent(accent, surfaces);
  return `${selector} {\n  --aw-accent: ${colours.accent};\n  --aw-accent-ink: ${colours.ink};\n  --aw-accent-soft: ${colours.soft};\n}\n`;
}

function surfacesOf(css: string, selector: string): Surfaces {
  const {paper, 'paper-raised': raised, ink} = readColours(css, selector);
  if (!paper || !raised || !ink) throw new Error(`src/css/tokens.css has no --aw-paper, --aw-paper-raised and --aw-ink under ${selector}. Put them back as # and six digits.`);
  return {paper, 'paper-raised': raised, ink};
}

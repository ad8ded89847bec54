import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import type {LoadContext, Plugin} from '@docusaurus/types';

/** Inline scripts that Docusaurus writes: one, which sets the colour mode before the page is drawn. More would be a surprise worth stopping for. */
const INLINE_SCRIPTS_EXPECTED = 1;

/**
 * After the build: works out the Content-Security-Policy from the pages as written, so that no inline script needs `unsafe-inline`,
 * writes it to `build-headers.json` beside the site's folder (the service sends it), and compresses every text file once.
 */
export default function headersPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'askwell-headers',
    async postBuild({outDir}) {
      const names = (await readdir(outDir, {recursive: true})).map((name) => path.join(outDir, name));
      const pages = names.filter((name) => name.endsWith('.html'));
      const hashes = new Set((await Promise.all(pages.map(async (page) => inlineScripts(await readFile(page, 'utf8'))))).flat().map(hashOf));
      if (hashes.size > INLINE_SCRIPTS_EXPECTED) {
        throw new Error(`The pages hold ${hashes.size} different inline scripts, and ${INLINE_SCRIPTS_EXPECTED} was expected. Move the new one into a file, or raise the number here if it must be inline.`);
      }
      const headers = {'content-security-policy': policyOf([...hashes].sort())};
      await writeFile(path.join(siteDir, 'build-headers.json'), `${JSON.stringify(headers, null, 2)}\n`);
      await Promise.all(names.filter((name) => /\.(html|js|css|json|svg|xml|txt|webmanifest)$/.test(name) && !name.endsWith('sw.js')).map(compressFile));
    },
  };
}

/** The text of every script element that has no `src`. Data blocks are not scripts. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*type="?application\/)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').filter((text) => text.trim() !== '');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** Everything from this site's own address, and nothing else: a draft dropped into a checker cannot be sent anywhere. */
export function policyOf(scriptHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.join(' ')}`.trim(),
    "style-src 'self'",
    // Docusaurus sizes a few of its own elements with style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    // The bundler writes small fonts into the style sheet.
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);
/** Smaller files gain nothing on the wire. */
const WORTH_COMPRESSING_BYTES = 1024;

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < WORTH_COMPRESSING_BYTES) return;
  const [br, gzipped] = await Promise.all([brotli(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}), gz(bytes, {level: 9})]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gzipped)]);
}

import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {rspack} from '@docusaurus/faster';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {DATA_PLACE} from '#core/credentials/verifierFile.ts';

/** Where the service finds it. Not called .html: it is no page of the site, and its policy is its own. */
export const VERIFIER_TEMPLATE = 'verifier.template.txt';

/**
 * After the build: bundles the check of certificates, the same code that the page /verify/ runs, into one file that works without a network. The
 * service puts keys and lists into it when somebody downloads it.
 */
export default function verifierPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'askwell-verifier',
    async postBuild({outDir}) {
      await writeFile(path.join(outDir, VERIFIER_TEMPLATE), await writeVerifierTemplate(siteDir));
    },
  };
}

/** The verifier's page with its script inside, and a place for the data. Throws what the bundler found wrong. */
export async function writeVerifierTemplate(siteDir: string): Promise<string> {
  const folder = path.join(siteDir, 'src/plugins/verifier');
  const [script, style] = await Promise.all([bundle(siteDir, path.join(folder, 'page.ts')), readFile(path.join(folder, 'page.css'), 'utf8')]);
  return pageOf(script, style);
}

async function bundle(siteDir: string, entry: string): Promise<string> {
  const out = await mkdtemp(path.join(tmpdir(), 'askwell-verifier-'));
  try {
    await new Promise<void>((resolve, reject) => {
      const compiler = rspack({
        mode: 'production', context: siteDir, entry, target: ['web', 'es2022'], devtool: false,
        output: {path: out, filename: 'verifier.js'},
        module: {rules: [{test: /\.ts$/, loader: 'builtin:swc-loader', options: {jsc: {target: 'es2022', parser: {syntax: 'typescript'}}}, type: 'javascript/auto'}]},
        performance: false,
      });
      compiler.run((error, stats) => compiler.close(() => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({all: false, errors: true})));
        else resolve();
      }));
    });
    return await readFile(path.join(out, 'verifier.js'), 'utf8');
  } finally {
    await rm(out, {recursive: true, force: true});
  }
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function pageOf(bundled: string, style: string): string {
  // A script ends at the first `</script`, wherever that stands in it.
  const script = bundled.replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Certificate verifier</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Check a certificate</h1>
<p>This file works without a network. What you give it stays on this device.</p>
<div id="about"></div>
<form id="form">
<label for="text">The signed certificate</label>
<p id="hint">A long text of letters and figures that begins with “ey”. You can also drop its file here.</p>
<textarea id="text" rows="6" spellcheck="false" autocomplete="off" aria-describedby="hint"></textarea>
<p><label for="file">Or its file</label> <input id="file" type="file" accept=".jwt,.json,.txt,.svg"></p>
<button type="submit">Check it</button>
</form>
<section id="result" aria-label="What was found"></section>
<noscript><p>This file needs JavaScript: the check happens inside it.</p></noscript>
</main>
${DATA_PLACE}
<script>${script}</script>
</body>
</html>
`;
}

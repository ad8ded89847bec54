import {createHash} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {DATA_PLACE} from '#core/credentials/verifierFile.ts';
import {inlineScripts} from '#plugins/headers/index.ts';
import {writeVerifierTemplate} from '#plugins/verifier/index.ts';
import {projectRoot} from '../../support/project.ts';

let file: string;
beforeAll(async () => {
  file = await writeVerifierTemplate(projectRoot);
});

describe('the verifier to keep', () => {
  it('allows its own script and style by their hashes, and nothing else', () => {
    const [policy = ''] = /(?<=http-equiv="Content-Security-Policy" content=")[^"]+/.exec(file) ?? [];
    const style = /<style>([\s\S]*?)<\/style>/.exec(file)?.[1] ?? '';
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(inlineScripts(file)).toHaveLength(1);
    expect(policy).toBe(`default-src 'none'; script-src ${hash(inlineScripts(file)[0] ?? '')}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`);
  });

  it('has one place for its data, fetches nothing and is small', () => {
    expect(file.split(DATA_PLACE)).toHaveLength(2);
    expect(file).not.toMatch(/\bfetch\(|XMLHttpRequest|sendBeacon|importScripts|\bsrc=|innerHTML/);
    expect(gzipSync(file).length).toBeLessThan(20_000);
  });

  it('holds the check that the site itself makes', () => {
    expect(file).toContain('It was changed after signing, or signed by somebody else.');
  });
});

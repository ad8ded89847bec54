import {existsSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {checkProse} from '#core/guides/checkProse.ts';
import {withCacheVersion} from '#plugins/glossary/index.ts';
import {loadNames} from '#plugins/glossary/loadNames.ts';
import type {SiteNames} from '#plugins/glossary/loadNames.ts';
import {METHOD_NAMES} from '#plugins/glossary/methodNames.ts';
import {projectRoot} from '../../support/project.ts';

let site: SiteNames;
beforeAll(async () => {
  site = await loadNames(projectRoot);
});

describe('the glossary of this project', () => {
  it('explains at least 90 terms, and those that an officer meets first', () => {
    expect(site.terms.length).toBeGreaterThanOrEqual(90);
    const ids = site.terms.map(({id}) => id);
    expect(ids).toEqual(expect.arrayContaining([
      'consultation', 'consultee', 'engagement', 'co-production', 'deliberation', 'stakeholder', 'seldom-heard', 'due-regard', 'protected-characteristic', 'judicial-review',
      'legitimate-expectation', 'statutory-consultation', 'pre-election-period', 'data-protection-impact-assessment', 'privacy-notice', 'margin-of-error', 'confidence-level', 'sample',
      'quota', 'sortition', 'weighting', 'response-rate', 'coding', 'thematic-analysis', 'easy-read', 'british-sign-language', 'hearing-loop', 'cohort', 'credential',
    ]));
  });

  it('is in plain English', () => {
    const body = site.terms.map(({definition}) => definition).join('\n\n');
    expect(checkProse({file: 'glossary.yml', body, linesBefore: 0, exceptions: []})).toEqual([]);
  });

  it('has no name that could stand for two things', () => {
    const targets = new Map<string, Set<string>>();
    for (const {name} of [...site.names.values()].flat()) {
      const folded = name.text.toLowerCase();
      targets.set(folded, (targets.get(folded) ?? new Set()).add(`${name.target.kind} ${name.target.id}`));
    }
    expect([...targets].filter(([, of]) => of.size > 1).map(([text, of]) => `${text}: ${[...of].join(', ')}`)).toEqual([]);
  });

  it('names in the hand-kept list only methods that there are', () => {
    expect(Object.keys(METHOD_NAMES).filter((id) => !existsSync(path.join(projectRoot, `docs/methods/${id}.md`)))).toEqual([]);
  });

  it('is read once while its files stay as they are', async () => {
    expect(await loadNames(projectRoot)).toBe(site);
  });
});

describe('what the bundler keeps', () => {
  it('counts for these names only', () => {
    expect(withCacheVersion({experiments: {cache: {version: 'client-1'}}}, 'abc')).toEqual({experiments: {cache: {version: 'client-1-names-abc'}}});
  });

  it.each([[{}], [{experiments: {}}], [{experiments: {cache: {}}}]])('is left as it is where nothing is kept: %j', (config) => {
    expect(withCacheVersion(config, 'abc')).toEqual({});
  });
});

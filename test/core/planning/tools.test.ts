import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {PARTS, TOOLS, toolsByPart} from '#core/planning/tools.ts';
import {SITE_PAGES} from '#core/search/sitePages.ts';
import {projectRoot} from '../../support/project.ts';

const titles = new Map(SITE_PAGES.map(({url, title}) => [url, title]));

describe('the list of tools', () => {
  it('holds every page under /tools/', () => {
    const pages = readdirSync(path.join(projectRoot, 'src/pages/tools')).filter((name) => /^[^_].*\.tsx$/.test(name) && name !== 'index.tsx');
    expect(TOOLS.map(({href}) => href).filter((href) => href.startsWith('/tools/')).sort()).toEqual(pages.map((name) => `/tools/${name.replace('.tsx', '')}/`).sort());
  });

  it.each(TOOLS.filter(({href}) => !href.startsWith('/code-of-practice/')))('calls $href what search calls it', ({href, title}) => {
    expect(titles.get(href)).toBe(title);
  });

  it('has each tool once, under one part, and no part without a tool', () => {
    expect(new Set(TOOLS.map(({id}) => id)).size).toBe(TOOLS.length);
    expect(toolsByPart().map(({part}) => part)).toEqual(Object.keys(PARTS));
    expect(toolsByPart().every(({tools}) => tools.length > 0)).toBe(true);
    expect(toolsByPart().flatMap(({tools}) => tools.map(({id}) => id)).sort()).toEqual(TOOLS.map(({id}) => id).sort());
  });

  it.each(TOOLS)('says of $id what it does and when to use it', ({sentence}) => {
    expect(sentence).toMatch(/^[A-Z].*\. (Use|Begin) it .*\.$/);
  });
});

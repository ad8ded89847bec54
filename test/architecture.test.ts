import {readdirSync, readFileSync, existsSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';

/**
 * Which rooms a room may open, and which packages it may use. A room that is not
 * in the table does not exist. The same table stands in docs/developers/architecture.md for people.
 */
const ROOMS: Record<string, {rooms: string[]; packages: RegExp}> = {
  core: {rooms: [], packages: /^(zod|yaml|parse-english|docx|uqr)$/},
  machines: {rooms: ['core'], packages: /^xstate$/},
  content: {rooms: ['core'], packages: /^node:/},
  plugins: {rooms: ['core', 'content'], packages: /^(@docusaurus\/.+|node:.+|react)$/},
  browser: {rooms: ['core'], packages: /^(fuse\.js|idb|@simplewebauthn\/browser)$/},
  components: {rooms: ['core', 'machines'], packages: /^(react|@xstate\/react|xstate)$/},
  theme: {rooms: ['core', 'machines', 'components', 'browser', 'config'], packages: /^(react|@docusaurus\/.+|@theme.*|@generated\/.+|@xstate\/react|xstate|clsx)$/},
  pages: {rooms: ['core', 'machines', 'components', 'browser', 'config'], packages: /^(react|@docusaurus\/.+|@theme.*|@generated\/.+|@xstate\/react|xstate)$/},
  css: {rooms: [], packages: /^$/},
  server: {rooms: ['core', 'content', 'config'], packages: /^(fastify|@fastify\/.+|fastify-type-provider-zod|zod|pg|@electric-sql\/pglite.*|nodemailer|jose|openid-client|@simplewebauthn\/server|prom-client|node:.+)$/},
  cli: {rooms: ['core', 'content', 'server', 'config'], packages: /^node:/},
};

const root = path.resolve(__dirname, '..');
const files = readdirSync(path.join(root, 'src'), {recursive: true, encoding: 'utf8'})
  .map((file) => file.split(path.sep).join('/')).filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, 'src', file), 'utf8');
  const found = text.matchAll(/^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

describe('the house', () => {
  it('has only the rooms that the table names', () => {
    expect(readdirSync(path.join(root, 'src'), {withFileTypes: true}).filter((entry) => entry.isDirectory()).map((entry) => entry.name).filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it.each(files)('%s opens only doors that its room may open', (file) => {
    const room = file.split('/')[0] ?? '';
    const allowed = ROOMS[room];
    const faults = importsOf(file).flatMap((specifier) => {
      if (specifier.startsWith('.')) {
        const target = path.posix.join('src', path.posix.dirname(file), specifier);
        return target.startsWith(`src/${room}/`) ? [] : [`${specifier} leaves the room: import it as #folder/...`];
      }
      if (specifier === '#config') return allowed?.rooms.includes('config') ? [] : [`${specifier} is not for ${room}`];
      if (specifier.startsWith('#')) {
        const target = specifier.slice(1).split('/')[0] ?? '';
        if (!existsSync(path.join(root, 'src', specifier.slice(1)))) return [`${specifier} does not exist; write the ending too`];
        return allowed?.rooms.includes(target) ? [] : [`${room} may not open ${target}`];
      }
      const name = specifier.startsWith('@') || specifier.startsWith('node:') ? specifier : specifier.split('/')[0] ?? '';
      return allowed?.packages.test(name) ? [] : [`${room} may not use ${specifier}`];
    });
    expect(faults).toEqual([]);
  });

  it('keeps SQL in the repositories and migrations', () => {
    const sql = /\b(SELECT\s+[\s\S]{1,200}?\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/;
    const outside = files.filter((file) => !/^server\/(repositories|migrations)\//.test(file) && sql.test(readFileSync(path.join(root, 'src', file), 'utf8')));
    expect(outside).toEqual([]);
  });

  it('has no room for things without a home', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.)/.test(file))).toEqual([]);
  });

  it('keeps package.json without a type, which would break the build of the site', () => {
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).not.toHaveProperty('type');
  });

  it('names no registry host in the lockfile', () => {
    expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":\s*"https?:/);
  });
});

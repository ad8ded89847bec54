import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ANSWERS, answerTo, startAssessment} from '#core/planning/selfAssessment.ts';
import {fileNameOf, fromJson, LONGEST_FILE, toCsv, toJson} from '#core/planning/selfAssessmentFile.ts';
import {anyAssessment} from './anyAssessment.ts';
import {sampleCode} from './sampleCode.ts';

const code = sampleCode();
const started = startAssessment('Library hours', '2026-11-22');

/** Reads CSV by the grammar of RFC 4180, so that the writer is not tested with itself. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const rest = csv.replace(/^\uFEFF/, '');
  for (let at = 0; at < rest.length; at += 1) {
    const letter = rest[at] ?? '';
    if (quoted && letter === '"' && rest[at + 1] === '"') { cell += '"'; at += 1; }
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') { row.push(cell); cell = ''; }
    else if (!quoted && letter === '\r' && rest[at + 1] === '\n') { rows.push([...row, cell]); row = []; cell = ''; at += 1; }
    else cell += letter;
  }
  expect(quoted).toBe(false);
  expect([...row, cell]).toEqual(['']);
  return rows;
}

describe('the CSV file', () => {
  it('has a row for each step and one for each answer that the code has no step for', () => {
    const rows = readCsv(toCsv({...started, answers: {'step-2': {answer: 'partly', evidence: 'Notes', action: 'Ask'}, 'step-99': {answer: 'yes', evidence: '', action: ''}}}, code));
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual(['Consultation', 'Started', 'Step', 'Phase', 'What to do', 'Question', 'Answer', 'Evidence or reason', 'Action']);
    expect(rows[1]).toEqual(['Library hours', '2026-11-22', '1', 'Plan', 'Do 1', 'Did you do 1?', 'No answer', '', '']);
    expect(rows[2]).toEqual(['Library hours', '2026-11-22', '2', 'Plan', 'Do 2', 'Did you do 2?', 'Partly', 'Notes', 'Ask']);
    expect(rows[19]).toEqual(['Library hours', '2026-11-22', '', '', 'step-99', '', 'Yes', '', '']);
  });

  it.each([['=1+1'], ['+1'], ['-1'], ['@x'], ['\tx'], ['\rx'], [' =1'], ['|x'], ['＝1']])('makes text of a cell that begins as a formula: %j', (evidence) => {
    const rows = readCsv(toCsv({...started, answers: {'step-1': {answer: 'yes', evidence, action: ''}}}, code));
    expect(rows[1]?.[7]).toBe(`'${evidence}`);
  });

  it('reads back to what was written, with an apostrophe before what could run, whatever was typed', () => {
    fc.assert(fc.property(anyAssessment(code), (assessment) => {
      const rows = readCsv(toCsv(assessment, code));
      const same = (cell: string | undefined, typed: string): void => expect([typed, `'${typed}`]).toContain(cell);
      for (const [index, step] of code.steps.entries()) {
        const {answer, evidence, action} = answerTo(assessment, step.id);
        const row = rows[index + 1] ?? [];
        expect(row).toHaveLength(9);
        same(row[0], assessment.name);
        expect(row[6]).toBe(answer ? ANSWERS[answer] : 'No answer');
        same(row[7], evidence);
        same(row[8], action);
      }
      expect(rows.flat().filter((cell) => /^\s*[=+\-@|\t\r\n]/.test(cell))).toEqual([]);
    }));
  });
});

describe('the JSON file', () => {
  it('reads back whole, with the steps that the code does not have', () => {
    fc.assert(fc.property(anyAssessment(code), (assessment) => {
      expect(fromJson(toJson(assessment))).toEqual({ok: true, assessment});
    }));
  });

  it('is read with the mark that some editors put before it', () => {
    expect(fromJson(`\uFEFF${toJson(started)}`)).toEqual({ok: true, assessment: started});
  });

  const changed = (change: object): string => JSON.stringify({...(JSON.parse(toJson(started)) as object), ...change});
  it.each([
    ['no JSON', 'Library hours', /cannot be read as JSON.*Choose the file/],
    ['half a file', toJson(started).slice(0, 40), /cannot be read as JSON/],
    ['an empty file', '', /cannot be read as JSON/],
    ['nothing', 'null', /is not a self-assessment/],
    ['a list', '[]', /is not a self-assessment/],
    ['a record of learning', '{"kind": "record"}', /is not a self-assessment/],
    ['a newer version', changed({version: 2}), /newer version of the site.*Reload/],
    ['an answer that is none', changed({answers: {'step-1': {answer: 'maybe', evidence: '', action: ''}}}), /“answers\.step-1\.answer”.*Nothing was loaded/],
    ['a name that is a number', changed({name: 5}), /“name”/],
    ['a day that is none', changed({started: '2026-13-45'}), /“started”/],
    ['a field from elsewhere', changed({colour: 'red'}), /“colour”/],
    ['a text that never ends', changed({answers: {'step-1': {answer: 'yes', evidence: 'x'.repeat(20_001), action: ''}}}), /“answers\.step-1\.evidence”/],
    ['a file as big as a film', 'x'.repeat(LONGEST_FILE + 1), /too big/],
  ])('refuses %s and says what to do', (_, text, sentence) => {
    const read = fromJson(text);
    expect(read.ok ? '' : read.sentence).toMatch(sentence);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(typeof fromJson(text).ok).toBe('boolean');
    }));
  });

  it('cannot reach the prototype of objects', () => {
    const read = fromJson(toJson(started).replace('"answers": {}', '"answers": {"__proto__": {"answer": "yes", "evidence": "x", "action": ""}}'));
    expect(read.ok && answerTo(read.assessment, 'evidence')).toEqual({answer: null, evidence: '', action: ''});
    expect(Object.hasOwn(Object.prototype, 'evidence')).toBe(false);
  });
});

it.each([
  ['Library hours 2027', 'self-assessment-library-hours-2027.csv'], ['Canolfan Gymunedol Tŷ Gwyn', 'self-assessment-canolfan-gymunedol-ty-gwyn.csv'],
  ['../../etc', 'self-assessment-etc.csv'], ['图书馆', 'self-assessment-consultation.csv'],
])('names the file of %s', (name, file) => {
  expect(fileNameOf({...started, name}, 'csv')).toBe(file);
});

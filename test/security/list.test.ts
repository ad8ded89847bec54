import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';

const root = path.resolve(__dirname, '../..');
const rows = [...readFileSync(path.join(root, 'docs/developers/security.md'), 'utf8').matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|([^|]*)\|$/gm)]
  .map(([, number = '', title = '', state = '', files = '']) => ({number: Number(number), title, state, files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)}));

describe('the list of what the tests try to break', () => {
  test('has the 28 groups, each once and in order', () => {
    expect(rows.map(({number}) => number)).toEqual(Array.from({length: 28}, (_, index) => index + 1));
  });

  test.each(rows)('$number, $title: what it says of its tests is so', ({number, state, files}) => {
    expect(state).toMatch(/^(Held|Partly: .+|Not applicable yet: .+)$/);
    if (state.startsWith('Not applicable')) {
      expect(files).toEqual([]);
      return;
    }
    for (const file of files) expect(existsSync(path.join(root, file)), file).toBe(true);
    const own = files.filter((file) => file.startsWith('test/security/'));
    expect(own).toHaveLength(1);
    expect(readFileSync(path.join(root, own[0] ?? ''), 'utf8')).toMatch(new RegExp(`^describe\\('${number} [^']+', \\(\\) => \\{$`, 'm'));
  });
});

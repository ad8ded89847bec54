import {writeCsv} from '../csv.ts';
import {wordsForFile} from './ownFile.ts';
import {nameOf, titleOf} from './representativeness.ts';
import type {Characteristic, Representativeness} from './representativeness.ts';
import type {Measured} from './representativenessMeasure.ts';
import {planRefresh} from './representativenessPlan.ts';
import {publishAll} from './representativenessProtect.ts';
import type {Shown} from './representativenessProtect.ts';
import {readTable} from './representativenessTable.ts';
import type {CountTable} from './representativenessTable.ts';
import {explainFit, writeWithheld} from './representativenessWords.ts';

/** A characteristic whose figures can be read. */
export interface ReadCharacteristic {
  characteristic: Characteristic;
  table: CountTable;
}

/** The characteristics whose figures can be read, in order. */
export function readAll(record: Representativeness): ReadCharacteristic[] {
  return record.characteristics.flatMap((characteristic) => {
    const {table} = readTable(characteristic.text);
    return table ? [{characteristic, table}] : [];
  });
}

/** A name for a file, made of the name of the work. */
export function fileNameOf(record: Representativeness, start: string, ending: string): string {
  const words = wordsForFile(nameOf(record));
  return `${start}${words === '' ? '' : `-${words}`}.${ending}`;
}

const round = (value: number): number => Math.round(value * 10) / 10 + 0;
const figures = ({share, populationShare, points, index, toMatch}: Measured): (number | null)[] =>
  [round(100 * share), round(100 * populationShare), round(points), index === null ? null : Math.round(index), toMatch];

/** The report as a table, small numbers protected: a row for each group, and one each for those together, apart and in all. */
export function toReportCsv(record: Representativeness): string {
  const read = readAll(record);
  const write = (shown: Shown): string | number => (typeof shown === 'number' ? shown : writeWithheld(shown, record.threshold));
  const published = publishAll(read.map(({table}) => table), record.threshold);
  const rows = read.flatMap(({characteristic}, at) => {
    const report = published[at];
    if (!report) return [];
    const start = [nameOf(record), titleOf(characteristic)];
    const {figures: test, sentences} = explainFit(report.fit);
    const blank = [null, null, null, null, null];
    return [
      ...report.groups.map(({name, populationShare, measured, withheld}) => (measured ? [...start, name, measured.count, ...figures(measured), null]
        : [...start, name, write(withheld ?? 'hidden'), null, round(100 * populationShare), null, null, null, null])),
      ...(report.together ? [[...start, report.together.name, report.together.count, ...figures(report.together), null]] : []),
      [...start, 'All who gave an answer', write(report.base), ...blank, [...(test === null ? [] : [`${test}.`]), ...sentences].join(' ')],
      ...(report.apart === null ? [] : [[...start, 'Preferred not to say', write(report.apart), ...blank, 'Outside the shares']]),
    ];
  });
  return writeCsv(['Name', 'Characteristic', 'Group', 'Took part', 'Share of those who took part (%)', 'Share of the population (%)',
    'Difference (percentage points)', 'Index (100 = same share)', 'More (+) or fewer (−) people to match', 'Note'], rows);
}

/** The refresh plan as a table, with the real numbers: for the people who recruit, and not for publication. */
export function toPlanCsv(record: Representativeness, size: number): string {
  return writeCsv(['Not for publication: real numbers', 'Characteristic', 'Group', 'Stay', 'Wanted', 'Recruit', 'Ask to rest', 'Members after', 'What to do'],
    readAll(record).flatMap(({characteristic, table}) => planRefresh(table, size, record.surplus).groups.map((group) =>
      [nameOf(record), titleOf(characteristic), group.name, group.stay, group.wanted, group.recruit, group.rest, group.after, adviceOn(group)])));
}

/** What to do about a group, in two or three words. */
export function adviceOn({recruit, rest}: {recruit: number; rest: number}): string {
  return recruit > 0 ? 'Recruit' : rest > 0 ? 'Stop recruiting, ask some to rest' : 'Stop recruiting';
}

/** What was typed, as a text to paste again. */
export function toTypedText(record: Representativeness): string {
  return [nameOf(record), ...record.characteristics.flatMap((each) => ['', titleOf(each), each.text.trim()])].join('\r\n');
}

import {appoint} from './appoint.ts';
import {audit} from './audit.ts';
import {backup} from './backup.ts';
import {erasures} from './erasures.ts';
import {keys} from './keys.ts';
import {rebuild} from './rebuild.ts';
import {makeSampleData} from './sampleData.ts';
import type {Task} from './task.ts';

/** Work that the command line asks for, by command. It runs inside the service while that holds the embedded database. */
export const TASKS: Readonly<Record<string, Task>> = {
  appoint,
  audit,
  backup,
  erasures,
  keys,
  rebuild,
  'sample-data': makeSampleData,
};

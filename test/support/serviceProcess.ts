import path from 'node:path';
import organisation from '#config';
import {runService} from '#server/run.ts';
import {makeContent} from './smallContent.ts';

/** The real service in a process of its own, with the small content of the tests. */
void runService({
  env: process.env, root: path.resolve(__dirname, '..', '..'), organisation, loadContent: async () => makeContent(),
  print: (line) => void process.stdout.write(`${line}\n`),
});

import path from 'node:path';
import organisation from '#config';
import {readContent, valueOrThrow} from '#content/readContent.ts';
import {runService} from './run.ts';

// package.json has no "type", so this is compiled to CommonJS and has no top-level await.
const root = path.resolve(__dirname, '..', '..');
void runService({env: process.env, root, organisation, loadContent: async () => valueOrThrow(await readContent(root)), print: (line) => void process.stdout.write(`${line}\n`)});

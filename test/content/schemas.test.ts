import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {SCHEMA_FOLDER} from '#content/schemas.ts';
import {jsonSchemas} from '#core/schemas.ts';
import {projectRoot} from '../support/project.ts';

it.each(Object.entries(jsonSchemas()))('%s is what the build checks with; write it anew with `npm run -s askwell -- schemas`', (name, text) => {
  expect(readFileSync(path.join(projectRoot, SCHEMA_FOLDER, name), 'utf8')).toBe(text);
});

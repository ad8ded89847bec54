import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {SCHEMA_FOLDER} from '#content/schemas.ts';
import {jsonSchemas} from '#core/schemas.ts';

export const usage = 'schemas                 Write the JSON Schemas that editors check YAML with.';

interface Output {
  out: (text: string) => void;
}

/** Writes the JSON Schemas anew; a test fails while they are out of date. Gives 0. */
export async function run(_args: readonly string[], io: Output): Promise<number> {
  await mkdir(SCHEMA_FOLDER, {recursive: true});
  for (const [name, text] of Object.entries(jsonSchemas())) {
    await writeFile(path.join(SCHEMA_FOLDER, name), text);
    io.out(path.join(SCHEMA_FOLDER, name));
  }
  return 0;
}

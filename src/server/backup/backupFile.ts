import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {Readable, Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGunzip, createGzip} from 'node:zlib';
import * as z from 'zod';

/** First line of a backup. */
export const BackupHead = z.object({
  format: z.literal('askwell-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.object({name: z.string().regex(/^\d{3}-[a-z0-9-]+\.sql$/), checksum: z.string().regex(/^[0-9a-f]{64}$/)})).min(1),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** A backup that cannot be used, with the sentence for whoever runs the service. */
export class BackupFault extends Error {}

/** What follows the head: the name of a table, or rows of the table that was named last. */
export type BackupPart = {table: string} | {rows: string[]};

const LINES_AT_ONCE = 500;
/** Far above any row here; a line that is longer was not written by us. */
const LONGEST_LINE = 16 * 1024 * 1024;
const PREFIX = {table: '#table ', end: '#end '} as const;

/**
 * Writes a backup: packed text, one line a row, the tables named between them, and at the end a SHA-256 over all lines. It is written
 * beside its place, flushed and renamed, so that a file of that name is always whole. Only the user who runs the service may read it.
 */
export async function writeBackup(file: string, head: BackupHead, parts: AsyncIterable<BackupPart>): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await pipeline(Readable.from(linesOf(head, parts)), createGzip({level: 6}), async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) await handle.appendFile(chunk);
    });
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(draft, {force: true});
    throw error;
  }
  await handle.close();
  await rename(draft, file);
}

async function* linesOf(head: BackupHead, parts: AsyncIterable<BackupPart>): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const note = (text: string): string => {
    digest.update(text);
    return text;
  };
  yield note(`${JSON.stringify(head)}\n`);
  for await (const part of parts) yield note('table' in part ? `${PREFIX.table}${part.table}\n` : part.rows.map((row) => `${row}\n`).join(''));
  yield `${PREFIX.end}${digest.digest('hex')}\n`;
}

/**
 * Reads a backup: its head, then its parts. Throws a BackupFault for a file that is not one, was cut short or was changed; the last is
 * known only at the end, so whoever reads must keep nothing until then.
 */
export async function readBackup(file: string): Promise<{head: BackupHead; parts: AsyncGenerator<BackupPart>}> {
  const lines = readLines(file);
  const first = await lines.next();
  const head = first.done ? undefined : BackupHead.safeParse(parseJson(first.value));
  if (!head?.success) throw new BackupFault(`${file} is not a backup that this version of Askwell can read. Choose a file that \`askwell backup\` wrote.`);
  return {head: head.data, parts: partsOf(file, first.value ?? '', lines)};
}

async function* partsOf(file: string, first: string, lines: AsyncGenerator<string, void>): AsyncGenerator<BackupPart> {
  const digest = createHash('sha256').update(`${first}\n`);
  let rows: string[] = [];
  for await (const line of lines) {
    if (line.startsWith(PREFIX.end)) {
      if (rows.length > 0) yield {rows};
      if (line.slice(PREFIX.end.length) !== digest.digest('hex')) throw new BackupFault(`${file} was changed after it was written, so nothing was restored. Use another backup.`);
      return;
    }
    digest.update(`${line}\n`);
    const isTable = line.startsWith(PREFIX.table);
    if (!isTable) rows.push(line);
    if (rows.length > 0 && (isTable || rows.length >= LINES_AT_ONCE)) {
      yield {rows};
      rows = [];
    }
    if (isTable) yield {table: line.slice(PREFIX.table.length)};
  }
  throw cutShort(file);
}

const cutShort = (file: string): BackupFault => new BackupFault(`${file} ends before its end, so nothing was restored. Use another backup.`);

async function* readLines(file: string): AsyncGenerator<string, void> {
  const packed = createReadStream(file);
  const unpacked = packed.pipe(createGunzip());
  const bounded = unpacked.pipe(refuseLongLines(file));
  packed.on('error', (error) => unpacked.destroy(error));
  unpacked.on('error', (error) => bounded.destroy(error));
  try {
    yield* createInterface({input: bounded, crlfDelay: Infinity});
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupFault(`There is no file ${file}.`);
    if (code === 'Z_BUF_ERROR') throw cutShort(file);
    if (code?.startsWith('Z_')) throw new BackupFault(`${file} is not a backup that this version of Askwell can read. Choose a file that \`askwell backup\` wrote.`);
    throw error;
  } finally {
    unpacked.destroy();
    packed.destroy();
  }
}

/** A small file can unpack to a line without end, which must not fill the memory. */
function refuseLongLines(file: string): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const last = chunk.lastIndexOf(10);
      length = last < 0 ? length + chunk.length : chunk.length - last;
      if (length > LONGEST_LINE) done(new BackupFault(`${file} holds a line that is too long for a backup, so nothing was restored.`));
      else done(null, chunk);
    },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

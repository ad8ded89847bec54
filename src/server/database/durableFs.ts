import {fsyncSync} from 'node:fs';
import {NodeFS} from '@electric-sql/pglite/nodefs';


/** The part of Emscripten's file system that is changed here. It is internal, which is why the version of PGlite is pinned. */
interface NodeStreams {
  stream_ops: {fsync?: (stream: {nfd: number}) => number};
}
interface Internals {
  FS: {filesystems?: {NODEFS: NodeStreams}};
  NODEFS?: NodeStreams;
}

type Init = NodeFS['init'];
type Options = Awaited<ReturnType<Init>>['emscriptenOpts'];
type PreRun = Extract<NonNullable<Options['preRun']>, readonly unknown[]>[number];

/**
 * PGlite's folder on disk, with the one call it lacks: flushing. As shipped, PGlite's file system ignores fsync, so that a power
 * cut loses every commit or leaves a folder that does not open (electric-sql/pglite#1107).
 */
export class DurableNodeFS extends NodeFS {
  /** How many flushes reached the disk. Start-up refuses to go on when a commit made none. */
  flushes = 0;
  readonly #flush: (handle: number) => void;

  /** `folder`: where the files are. `flush`: puts an open file on the disk; tests that ask nothing of the disk pass one that does less. */
  constructor(folder: string, flush: (handle: number) => void = fsyncSync) {
    super(folder);
    this.#flush = flush;
  }

  override async init(...args: Parameters<Init>): ReturnType<Init> {
    const {emscriptenOpts} = await super.init(...args);
    const addFlush: PreRun = (module: object): void => {
      const {FS, NODEFS} = module as Internals;
      const streams = FS.filesystems?.NODEFS ?? NODEFS;
      // Without a place to put it, the proof at start-up finds no flush and says so.
      if (!streams) return;
      streams.stream_ops.fsync = (stream) => {
        this.#flush(stream.nfd);
        this.flushes += 1;
        return 0;
      };
    };
    return {emscriptenOpts: {...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFlush]}};
  }
}

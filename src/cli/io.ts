/** Where a command writes to. Each call is one line or one block; the line end is added. */
export interface CommandIo {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** A command: one line on how to use it, and what it does with its arguments. Exit codes: 0 fine, 1 findings or refused, 2 bad use. */
export interface Command {
  usage: string;
  run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

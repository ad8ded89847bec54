import type {Tally} from '#core/records/mergeDevice.ts';

/** One column of the counts, added up. */
export function sumOf(tallies: readonly Tally[], column: Exclude<keyof Tally, 'what'>): number {
  return tallies.reduce((sum, tally) => sum + tally[column], 0);
}

/** What was done with each kind of thing, a line each in words. Kinds with which nothing was done share the last line. */
export function reportOf(tallies: readonly Tally[]): string[] {
  const lines = tallies.flatMap(({what, added, updated}) => {
    const parts = [...(added > 0 ? [`${added} new`] : []), ...(updated > 0 ? [`${updated} brought up to date`] : [])];
    return parts.length > 0 ? [`${what}: ${parts.join(', ')}`] : [];
  });
  const left = sumOf(tallies, 'there') + sumOf(tallies, 'olderHere');
  return left > 0 ? [...lines, `Left as ${left === 1 ? 'it was' : 'they were'}: ${left}`] : lines;
}

/** Type ids of PostgreSQL (pg_type.dat); they never change. */
const INT8 = 20;
const JSON_TYPE = 114;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const JSONB = 3802;

/**
 * How values that differ between the two drivers are read, so that they come out the same on both.
 * Bigints stay exact up to 2^53, far above any count here.
 */
export const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
  [JSON_TYPE]: (text) => JSON.parse(text) as unknown,
  [JSONB]: (text) => JSON.parse(text) as unknown,
};

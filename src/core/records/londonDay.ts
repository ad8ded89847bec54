const DAY = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit'});
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;
const TIME = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hourCycle: 'h23'});

const part = (parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';

/** The calendar day in London (as 2026-11-22) of a moment in ISO 8601 with an offset. Throws a RangeError when it is no moment. */
export function toLondonDay(moment: string): string {
  const parts = DAY.formatToParts(new Date(moment));
  return `${part(parts, 'year').padStart(4, '0')}-${part(parts, 'month')}-${part(parts, 'day')}`;
}

/** Writes a calendar day (2026-11-22) as people in the UK read it: 22 November 2026. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
}

/** Writes a moment as its day in London: 22 November 2026. */
export function writeDayOf(moment: string): string {
  return writeDay(toLondonDay(moment));
}

/** Writes the time of day of a moment in London: 3:04pm, as the GOV.UK style guide does. */
export function writeTimeOf(moment: string): string {
  const parts = TIME.formatToParts(new Date(moment));
  const hour = Number(part(parts, 'hour'));
  return `${hour % 12 || 12}:${part(parts, 'minute')}${hour < 12 ? 'am' : 'pm'}`;
}

import {hrefOf} from './place.ts';
import type {NewPoint} from './point.ts';
import {KIND_WORDS} from './words.ts';

/** Mail programs on Windows are handed at most about 2,000 characters of an address. */
const LONGEST_MAILTO = 1900;

/** Points as plain text, for a mail or a file. `siteAddress`: of the site, without a slash at the end. */
export function writePoints(points: readonly Pick<NewPoint, 'kind' | 'path' | 'heading' | 'question' | 'debrief' | 'text' | 'nextTime'>[], siteAddress: string): string {
  return points.map(({kind, path, heading, question, debrief, text, nextTime}) => [
    `What kind: ${KIND_WORDS[kind]}`,
    ...(debrief === null ? [] : [`Consultation: ${debrief}`]),
    ...(path === null ? [] : [`Page: ${siteAddress}${hrefOf({path, heading})}`]),
    ...(question === null ? [] : [`Question: ${question.id} (version ${question.version})`]),
    `${debrief === null ? 'What was noticed' : 'What happened'}: ${text}`,
    ...(nextTime === null ? [] : [`Next time: ${nextTime}`]),
  ].join('\n')).join('\n\n');
}

/** The address that opens a mail with this text. `isWhole` is false when the text is too long for one, and must be pasted. */
export function mailHref(address: string, subject: string, text: string): {href: string; isWhole: boolean} {
  const start = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
  // Half of a pair of code units, left where a text was cut, cannot be encoded.
  const whole = `${start}&body=${encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll('%0A', '%0D%0A')}`;
  return whole.length <= LONGEST_MAILTO ? {href: whole, isWhole: true} : {href: start, isWhole: false};
}

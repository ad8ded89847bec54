/**
 * Words that people type, and the words this site uses. A query that holds the first is searched with the second as well.
 * Add a line when somebody could not find a page: what they typed, then what the page is called.
 */
export const SYNONYMS: readonly (readonly [typed: string, used: string])[] = [
  ['eia', 'equality impact'],
  ['eqia', 'equality impact'],
  ['psed', 'equality duty'],
  ['hard to reach', 'seldom heard'],
  ['harder to reach', 'seldom heard'],
  ['bme', 'minority ethnic'],
  ['bame', 'minority ethnic'],
  ['bsl', 'british sign language deaf'],
  ['sign language', 'deaf'],
  ['vcs', 'voluntary community'],
  ['vcse', 'voluntary community'],
  ['questionnaire', 'survey'],
  ['poll', 'survey'],
  ['town hall', 'public meeting'],
  ['roadshow', 'exhibition drop-in'],
  ['charrette', 'workshop'],
  ['sms', 'text messaging'],
  ['webinar', 'online event'],
  ['zoom', 'online event'],
  ['teams call', 'online event'],
  ['interview', 'depth interview'],
  ['co-production', 'co-design'],
  ['coproduction', 'co-design'],
  ['employee', 'staff'],
  ['workforce', 'staff'],
  ['price', 'cost'],
  ['budget', 'cost'],
  ['how long', 'time weeks'],
  ['gunning', 'gunning principles law'],
  ['judicial review', 'law'],
  ['legal', 'law'],
  ['gdpr', 'data protection privacy'],
  ['exam', 'assessment'],
  ['test', 'assessment'],
  ['certificate', 'assessment course'],
  ['training', 'course learn'],
  ['e-learning', 'course learn'],
  ['log in', 'sign in'],
  ['login', 'sign in'],
];

/** Takes what somebody typed. Gives it with the words this site uses added, all in small letters. */
export function addSynonyms(query: string): string {
  const typed = query.toLowerCase().replace(/\s+/g, ' ').trim();
  const padded = ` ${typed} `;
  const added = SYNONYMS.filter(([words]) => padded.includes(` ${words} `) || padded.includes(` ${words}s `)).map(([, used]) => used);
  return [typed, ...added].join(' ').trim();
}

/** Words that ask and say nothing of what is wanted. "Who has run a citizens' jury?" is about a citizens' jury. */
const ASKING = new Set((
  'a about all am an and any anybody anyone are as at be been can colleague colleagues could did do does doing done ever experience experienced find for from had has have having '
  + 'help helped i in into is know knows like me my need needs of on or our people person please ran run running should show some somebody someone that the their them there they to us used want wants we '
  + 'what when where which who whom whose will with worked would you your'
).split(' '));

/** Small letters without accents or apostrophes, cut at everything that is no letter or figure. */
function cut(text: string): string[] {
  // Most text has no other letters, and this way is many times faster. A search cuts the names and notes of thousands of people.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/['`]/g, '').split(/[^a-z0-9]+/).filter(Boolean);
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’‘`]/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * A text as words to compare, with the endings of the plural taken off. Rough, and the same for what is typed and for what is looked
 * through, so that "citizens juries" finds "Citizens' jury".
 */
export function toWords(text: string): string[] {
  return cut(text).map(stem);
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The words of a query that say what is wanted, each once, in the order typed. Empty when nothing but asking is left. */
export function wantedWords(query: string): string[] {
  // Left out before endings are taken off: "has" is a word that asks, and "ha" is none.
  return [...new Set(cut(query).filter((word) => !ASKING.has(word)).map(stem))];
}

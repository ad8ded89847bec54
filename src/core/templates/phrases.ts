/** A stretch of text: plain, strong, or a fill-in mark such as `[Name of the consultation]`, which keeps its brackets. */
export interface Phrase {
  kind: 'plain' | 'strong' | 'blank';
  text: string;
}

/** A fill-in mark is text in square brackets; strong text stands between pairs of asterisks. */
const MARKS = /\*\*([^*[\]]+)\*\*|(\[[^[\]]+\])/g;

/** Marks of Markdown that a template may not use, each with what to do instead. The first that fits is told. */
const REFUSED: readonly [RegExp, string][] = [
  [/!\[|\]\(|\]\[|^\[[^\]]*\]:/, 'A template holds no links and no pictures, since its Word file leaves the site. Write the address out, or put the link above or below the template.'],
  [/[<>{}]/, 'A template holds no tags and none of the signs < > { }. Say it in words.'],
  [/`/, 'A template holds no code marks. Take the backticks out.'],
  [/\\/, 'A template holds no backslashes. Choose words that need none.'],
  [/(?<!\*)\*(?!\*)|\*{3,}|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|~~/, 'A template uses no italics and no struck-out text, which are hard to read in print. Use ** round a few strong words, or none.'],
];

/** Takes one run of Markdown words. Gives its phrases in order, and every fault with what to do. Spaces and line breaks become one space. */
export function readPhrases(markdown: string): {phrases: Phrase[]; faults: string[]} {
  const text = markdown.replace(/\s+/g, ' ').trim();
  const refused = REFUSED.find(([pattern]) => pattern.test(text));
  if (refused) return {phrases: [], faults: [refused[1]]};
  const phrases: Phrase[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) phrases.push({kind: 'plain', text: text.slice(end, match.index)});
    phrases.push(match[1] === undefined ? {kind: 'blank', text: match[0]} : {kind: 'strong', text: match[1]});
    end = match.index + match[0].length;
  }
  if (end < text.length) phrases.push({kind: 'plain', text: text.slice(end)});
  const plain = phrases.filter(({kind}) => kind === 'plain').map((phrase) => phrase.text).join(' ');
  const faults: string[] = [];
  if (/[[\]]/.test(plain)) faults.push('A square bracket has no partner. A fill-in mark opens with [ and closes with ], with no other bracket and no asterisks inside.');
  if (plain.includes('**')) faults.push('Strong text is not closed, or holds a fill-in mark. Put ** at both ends, and the mark outside.');
  return {phrases, faults};
}

/** The words of phrases as they are read, fill-in marks with their brackets. */
export function textOf(phrases: readonly Phrase[]): string {
  return phrases.map(({text}) => text).join('');
}

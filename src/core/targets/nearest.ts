/** How many letters must be put in, taken out or changed to make one text of another (Levenshtein, 1965). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let at = 0; at < b.length; at += 1) {
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === b[at] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The name that is meant by a misspelt or shortened one; undefined when none is near. Near: up to a third of its letters differ, or one begins the other. */
export function nearestOf(text: string, names: readonly string[]): string | undefined {
  const typed = text.trim().toLowerCase().slice(0, 120);
  if (typed === '') return undefined;
  const marked = names.map((name) => {
    const known = name.toLowerCase();
    const begins = typed.length > 2 && (known.startsWith(typed) || typed.startsWith(known));
    return {name, distance: begins ? 0 : editDistance(typed, known), most: Math.max(1, Math.floor(known.length / 3))};
  });
  return marked.filter(({distance, most}) => distance <= most).sort((a, b) => a.distance - b.distance)[0]?.name;
}

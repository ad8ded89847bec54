/** A place on the site that a search can find: a page, or a heading on one. */
export interface Section {
  /** Path of the page with the heading's id, for instance `/methods/focus-group/#steps`. */
  url: string;
  /** Title of the page it stands on. */
  title: string;
  /** The heading; for a page as a whole, its title. */
  heading: string;
  /** 1 for a page, 2 or 3 for a heading on it. */
  level: number;
  /** Other words that people search for. Only pages carry them. */
  keywords: string[];
  /** One sentence about the page, shown under its title. Only pages carry it, and no query looks into it. */
  about?: string;
}

/** A page as its author wrote it. */
export interface PageText {
  url: string;
  title: string;
  keywords: readonly string[];
  about?: string;
  /** The Markdown below the front matter. */
  body: string;
}

/** How the site gives a heading its id. It remembers the headings of one page, since a second "Steps" is `steps-1`. */
export type HeadingIds = (heading: string) => {text: string; id: string};

/** Headings deeper than this are details of a section, not places of their own. */
const DEEPEST = 3;

/** Takes a page and the site's own way of making ids. Gives the page and then its sections, in reading order. */
export function sectionsOf(page: PageText, idOf: HeadingIds): Section[] {
  const {url, title, about} = page;
  const whole: Section = {url, title, heading: title, level: 1, keywords: [...page.keywords], ...(about ? {about} : {})};
  const headings = headingsOf(page.body).map(({level, raw}) => ({level, ...idOf(plainText(raw))}));
  return [
    whole,
    ...headings
      .filter(({level}) => level > 1 && level <= DEEPEST)
      .map(({level, text, id}): Section => ({url: `${url}#${id}`, title, heading: text, level, keywords: []})),
  ];
}

/** The headings of a Markdown text, without those that only look like one inside a block of code. */
function headingsOf(body: string): {level: number; raw: string}[] {
  const found: {level: number; raw: string}[] = [];
  let fence: string | undefined;
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined;
    const heading = fence === undefined ? /^ {0,3}(#{1,6})\s+(.+?)(?:\s+#+)?\s*$/.exec(line) : null;
    if (heading) found.push({level: heading[1]?.length ?? 1, raw: heading[2] ?? ''});
  }
  return found;
}

/** A heading as it is read: the words of links, emphasis and code without their marks. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|\b_|_\b/g, '')
    .trim();
}

/** The sections of one page that answer a query, with the page they stand on. */
export interface PageResults {
  url: string;
  title: string;
  about?: string;
  sections: Section[];
}

/**
 * Takes sections with the best first. Gives them by page, the page with the best section first. `pages` and `perPage` say how many of
 * each are kept. A section that is the page itself is the title, not a line below it.
 */
export function groupByPage(sections: readonly Section[], pages: number, perPage: number): PageResults[] {
  const groups = new Map<string, PageResults>();
  for (const section of sections) {
    const url = section.url.split('#')[0] ?? section.url;
    const group = groups.get(url) ?? {url, title: section.title, sections: []};
    if (section.level === 1) group.about = section.about;
    else if (group.sections.length < perPage) group.sections.push(section);
    groups.set(url, group);
  }
  return [...groups.values()].slice(0, pages);
}

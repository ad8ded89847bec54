/** Marks what is hidden here, so that nothing else is ever shown by mistake. */
const MARK = 'data-off-wall';

/** The parts of a text between its headings of level 2. What stands before the first heading is a part of its own. */
function partsOf(text: Element): Element[][] {
  const parts: Element[][] = [[]];
  for (const element of text.children) {
    if (element.tagName === 'H2') parts.push([element]);
    else parts.at(-1)?.push(element);
  }
  return parts.filter((part) => part.length > 0);
}

/** The headings of the parts of a text, '' for what stands before the first of them. */
export function sectionTitles(text: Element): string[] {
  return partsOf(text).map(([first]) => (first?.tagName === 'H2' ? (first.firstChild?.textContent ?? '').trim() : ''));
}

/** Shows one part of a text, counted from 1, and hides the rest from eyes and screen readers alike. */
export function showSection(text: Element, at: number): void {
  partsOf(text).forEach((part, index) => {
    for (const element of part) {
      if (index === at - 1) unhide(element);
      else if (!element.hasAttribute('hidden')) {
        element.setAttribute('hidden', '');
        element.setAttribute(MARK, '');
      }
    }
  });
}

/** Shows the whole text again. */
export function showWholeText(text: Element): void {
  for (const element of text.querySelectorAll(`[${MARK}]`)) unhide(element);
}

function unhide(element: Element): void {
  if (!element.hasAttribute(MARK)) return;
  element.removeAttribute('hidden');
  element.removeAttribute(MARK);
}

/** Calls `changed` when parts of a text are put in place of others, as a quiz is when its answers have been read. Returns the way to stop. */
export function watchText(text: Element, changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(text, {childList: true});
  return () => watch.disconnect();
}

/** The heading that the wall shows now: of the section, or of the page. */
export function focusSectionHeading(text: Element): void {
  const heading = text.querySelector<HTMLElement>(':scope > h2:not([hidden])') ?? document.querySelector<HTMLElement>('[data-wall] h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({preventScroll: true});
}

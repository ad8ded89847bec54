import {Children, isValidElement} from 'react';
import type {ComponentProps, ReactNode} from 'react';

/** A table in a text. One that is wider than the screen stands in a named region that takes focus, so that the arrow keys can move it. */
export function WideTable(props: ComponentProps<'table'>): ReactNode {
  return (
    <div ref={nameWhenWide} className="aw-table-scroll" data-columns={headingsOf(props.children).join(', ')}>
      <table {...props} />
    </div>
  );
}

/** A region that scrolls has to take focus, or the keyboard cannot reach what is out of sight (WCAG 2.2, 2.1.1). One that fits must not be a stop for nothing. */
function nameWhenWide(region: HTMLDivElement | null): (() => void) | undefined {
  if (!region) return undefined;
  const watch = new ResizeObserver(() => {
    const wide = region.scrollWidth > region.clientWidth;
    const attributes = {tabindex: '0', role: 'region', 'aria-label': `Table: ${region.dataset.columns ?? ''}${underHeading(region)}`};
    for (const [name, value] of Object.entries(attributes)) {
      if (wide) region.setAttribute(name, value);
      else region.removeAttribute(name);
    }
  });
  watch.observe(region);
  return () => watch.disconnect();
}

/** The heading that a table stands under. Tables of one page often have the same columns, and regions need names of their own. */
function underHeading(region: Element): string {
  for (let before = region.previousElementSibling; before; before = before.previousElementSibling) {
    if (/^H[1-6]$/.test(before.tagName)) return `, under ${(before.firstChild?.textContent ?? '').trim()}`;
  }
  return '';
}

/** The column headings of a table: the text of the cells of its first row. */
function headingsOf(children: ReactNode): string[] {
  const head = Children.toArray(children)[0];
  const row = isValidElement<{children?: ReactNode}>(head) ? Children.toArray(head.props.children)[0] : undefined;
  const cells = isValidElement<{children?: ReactNode}>(row) ? Children.toArray(row.props.children) : [];
  return cells.map(textOf).filter((text) => text !== '');
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  return isValidElement<{children?: ReactNode}>(node) ? textOf(node.props.children) : '';
}

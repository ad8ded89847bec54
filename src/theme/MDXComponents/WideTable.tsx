import {Children, isValidElement} from 'react';
import type {ComponentProps, ReactNode} from 'react';

/** A table in a text. It stands in a named region that takes focus, so that the arrow keys can move a table wider than a phone. */
export function WideTable(props: ComponentProps<'table'>): ReactNode {
  return (
    <div ref={takeFocusWhenWide} className="aw-table-scroll" role="region" aria-label={`Table: ${headingsOf(props.children).join(', ')}`}>
      <table {...props} />
    </div>
  );
}

/** A region that scrolls has to take focus, or the keyboard cannot reach what is out of sight (WCAG 2.2, 2.1.1). One that fits must not be a stop for nothing. */
function takeFocusWhenWide(region: HTMLDivElement | null): (() => void) | undefined {
  if (!region) return undefined;
  const watch = new ResizeObserver(() => {
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  });
  watch.observe(region);
  return () => watch.disconnect();
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

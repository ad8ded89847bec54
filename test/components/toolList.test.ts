import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {expect, it} from 'vitest';
import {plainLink} from '#components/methods/link.tsx';
import {ToolList} from '#components/tools/ToolList.tsx';
import {PARTS, TOOLS} from '#core/planning/tools.ts';

const html = renderToStaticMarkup(createElement(ToolList, {linkTo: plainLink}));

it('draws a heading for each part and a link with a sentence for each tool', () => {
  expect([...html.matchAll(/<section aria-labelledby="([^"]+)"[^>]*><h2 id="([^"]+)">/g)].map(([, by, id]) => [by, id])).toEqual(Object.keys(PARTS).map((part) => [part, part]));
  for (const {href, title, sentence} of TOOLS) expect(html).toContain(`<h3><a href="${href}">${title}</a></h3><p>${sentence}</p>`);
  expect(html.match(/<li/g)).toHaveLength(TOOLS.length);
});

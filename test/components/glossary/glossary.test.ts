import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {Glossary} from '#components/glossary/Glossary.tsx';
import {Term} from '#components/glossary/Term.tsx';
import {Sources} from '#components/sources/Sources.tsx';

const attribute = (html: string, name: string): string | undefined => new RegExp(`${name}="([^"]*)"`).exec(html)?.[1];

describe('a term in a text', () => {
  const html = renderToStaticMarkup(createElement(Term, {id: 'quota', definition: 'A target.', children: 'quotas'}));

  it('is a link to the glossary without any script', () => {
    expect(html).toContain('href="/toolkit/glossary/#quota"');
    expect(html).toMatch(/>quotas<\/a>/);
  });

  it('is described by its definition, which stands in the page', () => {
    const id = attribute(html, 'aria-describedby');
    expect(id).toBeTruthy();
    expect(html).toContain(`<span id="${id}" role="tooltip"`);
    expect(html).toContain('>A target.</span>');
  });

  it('has an id of its own wherever it stands', () => {
    const two = renderToStaticMarkup(createElement('p', null, createElement(Term, {id: 'quota', definition: 'One.', children: 'a'}), createElement(Term, {id: 'quota', definition: 'Two.', children: 'b'})));
    const ids = [...two.matchAll(/aria-describedby="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('can be linked by whoever draws it', () => {
    const own = renderToStaticMarkup(createElement(Term, {
      id: 'quota', definition: 'A target.', children: 'quotas', linkTo: ({href, describedBy, children}) => createElement('a', {'href': `/base${href}`, 'aria-describedby': describedBy}, children),
    }));
    expect(own).toContain('href="/base/toolkit/glossary/#quota"');
  });
});

describe('the glossary', () => {
  const html = renderToStaticMarkup(createElement(Glossary, {letters: [
    {letter: 'M', terms: [{id: 'margin-of-error', name: 'Margin of error', abbreviation: 'MOE', definition: 'How far.', see: [{id: 'sample', name: 'Sample'}], more: '/writing/sample-size/', source: {key: 'ACT-1', title: 'An Act'}, also: []}]},
    {letter: 'S', terms: [{id: 'sample', name: 'Sample', definition: 'People.', see: [], also: []}]},
  ]}));

  it('is a list of definitions by letter, whole without a script', () => {
    expect(html).toContain('<h2 id="letter-m">M</h2><dl');
    expect(html).toContain('<dt id="margin-of-error">Margin of error (MOE)</dt><dd>How far.</dd>');
    expect(html).not.toContain('hidden=""');
    expect(html).toContain('2 terms.');
  });

  it('leads to its letters, to other terms, to the page that says more and to the source', () => {
    for (const href of ['#letter-m', '#letter-s', '#sample', '/writing/sample-size/', '/toolkit/sources/#ACT-1']) expect(html).toContain(`href="${href}"`);
    expect(html).toContain('>More about: Margin of error</a>');
  });

  it('keeps its filter shut until it can work', () => {
    expect(html).toMatch(/<input[^>]*id="glossary-filter"[^>]*disabled=""/);
  });
});

describe('the sources', () => {
  const html = renderToStaticMarkup(createElement(Sources, {groups: [{id: 'law', name: 'Law', sources: [
    {key: 'ACT-1', title: 'An Act', url: 'https://example.org/', pages: [{url: '/toolkit/duties/', title: 'Duties'}, {url: '/toolkit/', title: 'Toolkit'}]},
    {key: 'ACT-2', title: 'Another Act', pages: []},
  ]}]}));

  it('stand by group with their keys as places to link to', () => {
    expect(html).toContain('href="#group-law"');
    expect(html).toContain('<h2 id="group-law">Law</h2>');
    expect(html).toContain('<li id="ACT-1"');
  });

  it('say which pages cite them, and nothing where none does', () => {
    expect(html).toContain('<a href="/toolkit/duties/">Duties</a>');
    expect(html.match(/Cited by/g)).toHaveLength(1);
  });

  it('are links only where an address is known', () => {
    expect(html).toContain('<a href="https://example.org/">An Act</a>');
    expect(html).toContain('>Another Act <span');
  });
});

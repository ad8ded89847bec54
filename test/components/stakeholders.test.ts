import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {plainLink} from '#components/methods/link.tsx';
import {StakeholderPreview} from '#components/stakeholders/StakeholderImport.tsx';
import {StakeholderMapper} from '#components/stakeholders/StakeholderMapper.tsx';
import {StakeholderTable} from '#components/stakeholders/StakeholderTable.tsx';
import {exampleEntries} from '#core/planning/stakeholderExample.ts';
import {EMPTY_LIST, newStakeholder} from '#core/planning/stakeholders.ts';
import type {StakeholderList} from '#core/planning/stakeholders.ts';

const nothing = (): void => undefined;
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
let count = 0;
const EXAMPLE: StakeholderList = {...EMPTY_LIST, title: 'Library hours', entries: exampleEntries(() => `e${count++}`, '2026-11-22')};
const METHOD = {id: 'briefing', title: 'Briefing', level: ['consult' as const], councilCanCommission: true, staffEffort: 1, audiences: {goodFor: ['councillors' as const], poorFor: []}};
const draw = (list: StakeholderList, openId: string | null = null): string => renderToStaticMarkup(createElement(StakeholderMapper, {
  list, methods: [METHOD], today: '2026-11-22', openId, preview: null, fileFault: '', status: null, note: null, linkTo: plainLink, onAdded: nothing, onOpened: nothing, onEdited: nothing,
  onRemoved: nothing, onExample: nothing, onFileChosen: nothing, onImported: nothing, onPreviewClosed: nothing, onSavedAsCsv: nothing, onSavedAsJson: nothing, onPrinted: nothing, onStartedAgain: nothing,
}));

describe('the stakeholder mapper', () => {
  it('teaches where to start while the list is empty, and offers an example', () => {
    const html = draw(EMPTY_LIST);
    expect(html).toContain('Start with the people who will feel the change most');
    expect(html).toContain('Load an example');
    expect(html).not.toContain('<table');
  });

  it('is a table of four quarters with headings both ways, and two labelled selects for each entry', () => {
    const html = draw(EXAMPLE);
    expect(all(html, /<h3>((?:Meet|Work|Keep them|Go)[^<]*)<\/h3>/g)).toEqual(['Meet their needs', 'Work closely with them', 'Keep them informed', 'Go out to them']);
    for (const head of ['<th scope="col">Less interest</th>', '<th scope="col">More interest</th>', '<th scope="row">More influence</th>', '<th scope="row">Less influence</th>']) expect(html).toContain(head);
    const selects = all(html, /<select id="([^"]+)"/g);
    expect(selects).toHaveLength(12);
    for (const select of selects) expect(html).toContain(`<label for="${select}">`);
    expect(html).toContain('Not placed yet</h3>');
    expect(html).toContain('<a href="/methods/briefing/">Briefing</a>: suits councillors and other elected members.');
  });

  it('names whom nobody stands for, with their guides', () => {
    const html = draw(EXAMPLE);
    expect(html).toContain('href="/toolkit/people/audiences/faith-communities/"');
    expect(html).toContain('Nobody stands for 8 of the 9 protected characteristics');
    expect(html).toContain('Nobody yet');
  });

  it('says by each entry and above the list what has to be checked', () => {
    const html = draw(EXAMPLE);
    expect(html).toContain('3 of them need a check');
    expect(html).toContain('Not checked for 12 months');
    expect(html).toContain('<th scope="col" aria-sort="ascending">');
  });

  it('hides contacts until they are asked for', () => {
    const table = (personal: boolean): string => renderToStaticMarkup(createElement(StakeholderTable, {entries: EXAMPLE.entries, today: '2026-11-22', personal, headingRef: null, onPersonal: nothing, onOpened: nothing, onChecked: nothing, onRemoved: nothing}));
    expect(draw(EXAMPLE)).not.toContain('friends@example.org');
    expect(table(true)).toContain('friends@example.org');
  });

  it('opens an entry with a labelled field for everything, 40 audiences and 9 characteristics', () => {
    const html = draw(EXAMPLE, EXAMPLE.entries[0]?.id);
    const editor = html.slice(html.indexOf('Edit: Example: Friends'), html.indexOf('Close this entry'));
    expect(all(editor, /(<input type="checkbox")/g)).toHaveLength(49);
    for (const field of all(editor, /<(?:input|select|textarea) id="([^"]+)"/g)) expect(editor).toContain(`for="${field}"`);
    expect(editor).toContain('friends@example.org');
  });

  it('lets nobody’s text become part of the page', () => {
    expect(draw({...EMPTY_LIST, entries: [newStakeholder('x', {name: '<img src=x>', affected: '<script>'})]})).not.toMatch(/<img|<script/);
  });
});

it('the preview says what is ready, what is wrong by row, what is there already, and that nothing is added yet', () => {
  const html = renderToStaticMarkup(createElement(StakeholderPreview, {
    list: {...EMPTY_LIST, entries: [newStakeholder('a', {name: 'Scouts'})]}, onConfirmed: nothing, onClosed: nothing,
    preview: {title: '', ready: [{row: 2, draft: {name: 'scouts'}}], problems: [{row: 3, name: 'Shop', sentences: ['Influence is “9”.']}], unused: ['Shoe']},
  }));
  for (const words of ['1 entry is ready. 1 row has a problem and is left out. Nothing has been added yet.', '<th scope="row">3</th>', 'These columns are not used: Shoe.', '1 entry is in your list already', 'Import 1 entry']) expect(html).toContain(words);
});

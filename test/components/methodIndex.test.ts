import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {adviceFor, compareHref} from '#components/methods/CompareBar.tsx';
import {CompareForm} from '#components/methods/CompareForm.tsx';
import {CompareTable} from '#components/methods/CompareTable.tsx';
import {countInWords} from '#components/methods/FilterOutcome.tsx';
import {MethodIndex, readListState, writeListState} from '#components/methods/MethodIndex.tsx';
import type {ListState} from '#components/methods/MethodIndex.tsx';
import {methodsIn, TAKE_PART_GROUPS} from '#components/methods/takePart.ts';
import {compareMethods, detailsOf} from '#core/methods/compare.ts';
import {catalogue, methods} from '../core/methods/catalogue.ts';

const listed = methods.map((method) => ({...method, aka: catalogue.find(({id}) => id === method.id)?.aka ?? []}));
const draw = (query: string, ready: boolean): string =>
  renderToStaticMarkup(createElement(MethodIndex, {methods: listed, state: readListState(query, methods), ready, onChanged: () => {}}));
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;
const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/&#x27;/g, "'");
const linkedIn = (html: string): string[] => [...html.matchAll(/<li><a href="\/methods\/([a-z0-9-]+)\/">/g)].map((match) => match[1] ?? '').sort();
const ids = methods.map(({id}) => id).sort();

describe('the list of methods as the server writes it', () => {
  const html = draw('', false);

  it('names and links every method once', () => {
    expect(linkedIn(html)).toEqual(ids);
  });

  it('offers nothing that needs a script', () => {
    expect(html).not.toContain('Compare<');
    expect(count(html, /<(input|select)\b/g)).toBe(count(html, /<(input|select)\b[^>]*\sdisabled=""/g));
  });
});

describe('the list of methods in use', () => {
  it('shows what fits, says how many, and has a button to take off each choice', () => {
    const html = draw('?budget=1&way=remote', true);
    const fitting = methods.filter(({costBand, remote}) => costBand === 1 && remote).map(({id}) => id);
    expect(linkedIn(html)).toEqual(fitting.sort());
    expect(html).toContain(`${fitting.length} of ${methods.length} methods fit everything you chose.`);
    expect(count(html, /Take off: /g)).toBe(2);
    expect(html).toContain('Clear filters');
  });

  it('says which filter to loosen when nothing is left', () => {
    const html = draw('?words=citizens+assembly&budget=1', true);
    expect(linkedIn(html)).toEqual([]);
    expect(html).toMatch(/Without “Under £1,000” there (is 1 method|are \d+ methods)\./);
  });

  it('says what it could not read in a link', () => {
    expect(draw('?level=shout&m=martians', true)).toContain('Part of this link could not be read and was left out. “shout” is not a choice for “level”. There is no method called “martians”.');
  });

  it('shuts the other tick boxes at four, and says why at each', () => {
    const html = draw('?m=focus-group,citizens-jury,street-stall,postal-survey', true);
    expect(count(html, /Four ticked<span/g)).toBe(methods.length - 4);
    expect(plain(html)).toContain('4 to compare: Focus group, Citizens\' jury, Street stall and Postal survey. Four is the most.');
  });

  it('keeps a tick on a method that the filters hide', () => {
    const html = draw('?words=jury&m=focus-group,street-stall', true);
    expect(plain(html)).toContain('2 to compare: Focus group and Street stall.');
    expect(html).toContain('href="/methods/compare/?m=focus-group,street-stall"');
  });
});

describe('what the list says', () => {
  it.each([
    [63, false, '63 methods.'],
    [12, true, '12 of 63 methods fit everything you chose.'],
    [1, true, '1 of 63 methods fits everything you chose.'],
    [0, true, 'None of the 63 methods fits everything you chose.'],
  ])('of %i methods that fit, filtered %s', (shown, isFiltered, sentence) => {
    expect(countInWords(shown, 63, isFiltered)).toBe(sentence);
  });

  it.each([[1, 'Tick at least one more.'], [2, ''], [3, ''], [4, 'Four is the most.']])('with %i ticked', (ticked, advice) => {
    expect(adviceFor(ticked)).toBe(advice);
  });

  it('in an address comes back as it went', () => {
    const state: ListState = {...readListState('?words=x&budget=2&audience=children', methods), chosen: ['focus-group', 'citizens-jury']};
    expect(readListState(`?${writeListState(state)}`, methods)).toEqual(state);
    expect(compareHref(state.chosen)).toBe('/methods/compare/?m=focus-group,citizens-jury');
  });

  it('puts every method in one group by how people take part', () => {
    expect(TAKE_PART_GROUPS.flatMap((group) => methodsIn(group, methods)).map(({id}) => id).sort()).toEqual(ids);
  });
});

describe('the comparison on screen', () => {
  const table = (chosen: string[], onlyDiffering: boolean): string =>
    renderToStaticMarkup(createElement(CompareTable, {comparison: compareMethods(chosen, methods, catalogue.map(detailsOf)), onlyDiffering}));

  it('has a heading for each column and each row', () => {
    const html = table(['focus-group', 'citizens-jury'], false);
    expect(count(html, /<th role="columnheader" scope="col"/g)).toBe(3);
    expect(count(html, /<th role="rowheader" scope="row"/g)).toBe(18);
    expect(count(html, /<td role="cell"/g)).toBe(36);
    expect(html).toContain('<a href="/methods/citizens-jury/">');
  });

  it('hides the rows that say the same when asked, and none when one method has nothing to differ from', () => {
    const pair = compareMethods(['focus-group', 'citizens-jury'], methods, catalogue.map(detailsOf));
    expect(count(table(['focus-group', 'citizens-jury'], true), /<tr role="row" data-row/g)).toBe(pair.rows.filter(({differs}) => differs).length);
    expect(count(table(['focus-group'], true), /<tr role="row" data-row/g)).toBe(18);
  });

  it('is nothing while no method is chosen', () => {
    expect(table([], false)).toBe('');
  });

  it('offers every method in each place, and not the same one twice', () => {
    const html = renderToStaticMarkup(createElement(CompareForm, {methods, slots: ['focus-group', null, null, null], onlyDiffering: false, ready: true, onChosen: () => {}, onOnlyDiffering: () => {}}));
    expect(count(html, /<option /g)).toBe(4 * (methods.length + 1));
    expect(count(html, /<option value="focus-group" disabled=""/g)).toBe(3);
  });
});

import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {Explanation} from '#components/representativeness/Explanation.tsx';
import {RepresentativenessView} from '#components/representativeness/RepresentativenessView.tsx';
import {FullResult, PublishedResult} from '#components/representativeness/ResultTable.tsx';
import {plainLink} from '#components/methods/link.tsx';
import {EMPTY, EXAMPLE, newCharacteristic} from '#core/planning/representativeness.ts';
import type {Representativeness} from '#core/planning/representativeness.ts';
import {readAll} from '#core/planning/representativenessFile.ts';
import {publishAll} from '#core/planning/representativenessProtect.ts';

const nothing = (): void => undefined;
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const view = (record: Representativeness): string => renderToStaticMarkup(createElement(RepresentativenessView, {
  record, headingRef: null, status: null, note: null, onEdited: nothing, onAdded: nothing, onWished: nothing, onPlanSaved: nothing,
}));
const withText = (text: string): Representativeness => ({...EMPTY, characteristics: [{...newCharacteristic('a', 'sex'), text}]});

describe('the figures on screen', () => {
  it('have a label for every box, and a table of every number beside the bars', () => {
    const html = view(EXAMPLE);
    for (const id of all(html, /<(?:textarea|input type="text"|select)[^>]* id="([^"]+)"/g)) expect(html).toContain(`<label for="${id}">`);
    expect(all(html, /<textarea id="([^"]+)"/g)).toHaveLength(3);
    expect(html).toContain('3 of 3 characteristics can be worked out.');
    expect(html).toContain('<th scope="row">16 to 34</th><td>58</td><td>14.5%</td><td>29.0%</td><td>−14.5</td><td>50, low</td><td>58 more</td>');
    expect(html).toContain('aria-hidden="true"');
  });

  it('say by line what is wrong, and show no results until it is put right', () => {
    const html = view(withText('Women, 10, 50%\nMen, ten'));
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('Line 2: There are no numbers yet.');
    expect(html).toContain('0 of 1 characteristic can be worked out.');
    expect(html).not.toContain('Print the report');
    expect(view(withText(''))).not.toContain('aria-invalid="true"');
  });

  it('let nobody’s text become part of the page', () => {
    expect(view(withText('<img src=x onerror=alert(1)>, 10, 50\nMen, 20, 50'))).not.toContain('<img');
  });

  it('plan whom to recruit and whom to stop recruiting', () => {
    const html = view(EXAMPLE);
    expect(html).toContain('<th scope="row">65 and over</th><td>140</td><td>125</td><td>0</td><td>0</td><td>140</td><td>Stop recruiting</td>');
    expect(html).toContain('<th scope="row">All</th><td>350</td><td>500</td><td>150</td><td>0</td><td>500</td>');
    expect(html).toContain('With 560 members the panel would match the population');
    expect(view({...EXAMPLE, panelSize: 'many'})).toContain('Write the size of the panel as a whole number');
  });
});

describe('the report', () => {
  const read = readAll(EXAMPLE);
  const reports = publishAll(read.map(({table}) => table), 10);
  const published = (at: number): string => {
    const report = reports[at];
    return report ? renderToStaticMarkup(createElement(PublishedResult, {title: 'Title', report, threshold: 10})) : '';
  };

  it('withholds small counts and says so', () => {
    const html = published(1);
    expect(all(html, /<th scope="row">([^<]+)<\/th><td>Fewer than ten</g)).toEqual(['Black', 'Mixed or multiple', 'Another ethnic group']);
    expect(html).toContain('<th scope="row">Groups not shown, together</th><td>18</td>');
    expect(html).toContain('Groups of fewer than ten people are not shown');
    expect(html).not.toMatch(/<td>[378]<\/td>/);
  });

  it('says nothing of hiding where nothing is hidden', () => {
    expect(published(0)).not.toContain('not shown');
    const table = read[0]?.table;
    expect(table && renderToStaticMarkup(createElement(FullResult, {title: 'Title', table}))).toContain('Preferred not to say, outside the shares</th><td>12</td>');
  });

  it('carries its limits, and the page explains itself without a script', () => {
    expect(view(EXAMPLE)).toContain('Statistically clear is not the same as important.');
    const html = renderToStaticMarkup(createElement(Explanation, {linkTo: plainLink}));
    for (const part of ['Karl Pearson published in 1900', 'largest remainders', 'href="/toolkit/people/citizens-panels/"', 'href="/toolkit/people/equality-monitoring/"']) expect(html).toContain(part);
  });
});

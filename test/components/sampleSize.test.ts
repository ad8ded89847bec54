import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {SampleSizeTool} from '#components/sampleSize/SampleSizeTool.tsx';
import {EMPTY, EXAMPLE, WAY_IDS} from '#core/planning/sampleSize.ts';
import type {SampleSize} from '#core/planning/sampleSize.ts';

const nothing = (): void => undefined;
const refuse = (): Promise<boolean> => Promise.resolve(false);
const draw = (calculation: SampleSize, isEmpty = false): string => renderToStaticMarkup(createElement(SampleSizeTool, {
  calculation, isEmpty, headingRef: null, status: null, note: null, onEdited: nothing, onGroupAdded: nothing, onGroupRemoved: nothing, onExampleLoaded: nothing,
  onStartedAgain: nothing, onPrinted: nothing, onSavedAsCsv: nothing, onTextCopied: refuse, onLinkCopied: refuse,
}));

describe('the sample size calculator', () => {
  it('teaches while it is empty, and asks first how people come to answer', () => {
    const html = draw(EMPTY, true);
    expect(html).toContain('Start with the first question.');
    expect(html).toContain('First say how people come to answer.');
    expect(html).not.toContain('<svg');
    expect(html).not.toContain('aw-error');
  });

  it('draws the interval and says the same in words', () => {
    const html = draw(EXAMPLE);
    expect(html).toContain('<svg class="');
    expect(html).toContain('aria-hidden="true"');
    expect(html).toContain('If 60 in 100 say yes, the true figure of 40,000 people is very likely between 55% and 65%.');
    expect(html).toContain('400 (yours)');
    expect(html).toContain('Reminder 2');
    expect(html).toContain('Together the groups need 192 answers');
  });

  it.each(WAY_IDS.filter((way) => way !== 'random'))('draws no interval and no margin for “%s”, and says what to write instead', (way) => {
    const html = draw({...EXAMPLE, way});
    expect(html).toMatch(/No margin of error may be quoted|Quote no margin of error/);
    expect(html).not.toContain('<svg');
    expect(html).not.toContain('Margins for this population');
  });

  it('gives every box a label, and ties each fault to its box', () => {
    const html = draw({...EXAMPLE, answers: 'many', groups: [{id: 'a', name: '', size: 'x', answers: '', response: ''}]});
    const labels = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]));
    for (const [, id] of html.matchAll(/<(?:input|select) id="([^"]+)"/g)) expect(labels).toContain(id);
    expect([...html.matchAll(/aria-invalid="true"/g)]).toHaveLength(2);
    for (const [, id] of html.matchAll(/<p id="([^"]+-fault)"/g)) expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id}"`));
  });

  it('asks how many answer a reminder only where there are reminders', () => {
    expect(draw({...EXAMPLE, reminders: '0'})).not.toContain('Answers to each reminder');
    expect(draw(EXAMPLE)).toContain('Answers to each reminder');
  });

  it('lets nobody’s text become part of the page', () => {
    expect(draw({...EXAMPLE, name: '<img src=x onerror=alert(1)>'})).not.toContain('<img');
  });
});

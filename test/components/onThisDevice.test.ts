import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {ClearDevice} from '#components/account/ClearDevice.tsx';
import {OnThisDevice} from '#components/account/OnThisDevice.tsx';
import type {DeviceThing} from '#components/account/OnThisDevice.tsx';
import {plainLink} from '#components/methods/link.tsx';

const nothing = (): void => undefined;
const draw = (kept: DeviceThing[]): string =>
  renderToStaticMarkup(createElement(OnThisDevice, {records: [], kept, busy: false, canSend: false, note: '', linkTo: plainLink, onSend: nothing, onSaved: nothing}));

describe('the list of what is kept on this device', () => {
  it('names each thing with a link, its kind and the day of its last change', () => {
    const html = draw([
      {id: 'self-assessment/a', kind: 'Self-assessment', name: 'Library hours', href: '/x/?assessment=a', changedOn: '22 November 2026'},
      {id: 'timeline/not-signed-in', kind: 'Timeline', name: 'A new library', href: '/tools/timeline/', changedOn: '23 November 2026'},
    ]);
    expect(html).toContain('<h2 id="kept">Kept on this device</h2>');
    expect(html).toMatch(/<a href="\/x\/\?assessment=a">Library hours<\/a> <span class="aw-tag">Self-assessment<\/span><span[^>]*>Last changed on 22 November 2026\.<\/span>/);
    expect(html).toMatch(/<a href="\/tools\/timeline\/">A new library<\/a> <span class="aw-tag">Timeline<\/span>/);
  });

  it('is left out, with its heading, when there is nothing', () => {
    expect(draw([])).toContain('Nothing is waiting.');
    expect(draw([])).not.toContain('Kept on this device');
  });
});

it('clearing a device asks only after the button is pressed', () => {
  const html = renderToStaticMarkup(createElement(ClearDevice, {unsent: 0, onSaved: nothing, onCleared: () => Promise.resolve(true)}));
  expect(html).toContain('Clear what this site keeps on this device');
  expect(html).not.toContain('You cannot undo this.');
});

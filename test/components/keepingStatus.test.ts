import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';

const draw = (state: 'kept' | 'full' | 'blocked' | 'saving' | 'nothing', what?: string): string =>
  renderToStaticMarkup(createElement(KeepingStatus, {state, ...(what === undefined ? {} : {what}), onExported: () => undefined}));

describe('whether what is typed is on the device', () => {
  it('is said in words, and nothing is said before anything is typed', () => {
    expect(draw('kept', 'list')).toContain('Saved on this device: your list.');
    expect(draw('saving')).toContain('Saving on this device.');
    expect(draw('nothing')).not.toContain('aved on this device');
  });

  it.each(['full', 'blocked'] as const)('warns of a browser that keeps nothing (%s), with a way to save what was typed', (state) => {
    expect(draw(state, 'figures')).toContain('keep your figures. If you close this page now, that is lost.');
    expect(draw(state, 'figures')).toContain('>Save your figures as a file</button>');
    expect(draw(state)).not.toContain('>Saved on this device.<');
  });
});

import {createElement} from 'react';
import type {ComponentType} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {DraftList} from '#components/openingParagraph/DraftList.tsx';
import {DraftView} from '#components/openingParagraph/DraftView.tsx';
import {HowItWorks} from '#components/openingParagraph/HowItWorks.tsx';
import {countInWords} from '#components/openingParagraph/WarningList.tsx';
import {plainLink} from '#components/methods/link.tsx';
import {startDraft} from '#core/planning/openingParagraph.ts';
import type {OpeningParagraph} from '#core/planning/openingParagraph.ts';
import {exampleDraft} from '#core/planning/openingParagraphExample.ts';
import {FIELDS, FORMAT_IDS, TEXT_FIELDS} from '#core/planning/openingParagraphFields.ts';
import {warningsOf} from '#core/planning/openingParagraphWarnings.ts';

const TODAY = '2027-01-11';
const example = exampleDraft(TODAY);
const draw = <P extends object>(component: ComponentType<P>, props: P): string => renderToStaticMarkup(createElement(component, props));
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const nothing = (): void => undefined;
const view = (draft: OpeningParagraph): string => draw(DraftView, {
  draft, warnings: warningsOf(draft, TODAY), changedOn: '11 January 2027', headingRef: null, status: null, note: null, wordNote: '', linkTo: plainLink, listHref: '/list/',
  onEdited: nothing, onCopied: async () => true, onSavedAsWord: nothing, onSavedAsJson: nothing, onPrinted: nothing, onStartedAgain: nothing, onDeleted: nothing,
});

describe('a draft on screen', () => {
  it('has a labelled control with a hint for every field, and a box for every format', () => {
    const html = view(example);
    for (const field of TEXT_FIELDS) {
      expect(html, field).toContain(`<label for="field-${field}">${FIELDS[field].label}</label>`);
      expect(html, field).toContain(`id="field-${field}-hint"`);
    }
    expect(all(html, /(<input type="checkbox")/g)).toHaveLength(FORMAT_IDS.length + 1);
    expect(all(html, /(<input type="radio")/g)).toHaveLength(2);
  });

  it('shows both texts as they grow', () => {
    expect(view(example)).toContain('<strong>Why we ask you.</strong> Sample Council has to decide when its three swimming pools open from next spring.');
    expect(view(startDraft('Pools', TODAY))).toContain('[name of organisation]</mark> has to decide');
    expect(view(startDraft('Pools', TODAY))).toContain('<h4>Would you like this in another format?</h4>');
  });

  it('lists what is missing with a link to each field, and marks what is weak at its field', () => {
    const html = view({...startDraft('Pools', TODAY), texts: {name: 'Pools', closesOn: '28 May'}});
    expect(all(html, /<a href="#field-([^"]+)"/g)).toEqual(expect.arrayContaining(['organisation', 'contactPost', 'formats', 'closesOn']));
    for (const id of all(html, /<a href="#(field-[^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    expect(html).toMatch(/<input[^>]*id="field-closesOn"[^>]*aria-describedby="field-closesOn-hint field-closesOn-weak"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/<input[^>]*id="field-contactName"[^>]*aria-invalid="false"/);
  });

  it('says that nothing is missing when nothing is', () => {
    expect(view(example)).toContain('<p role="status">Nothing is missing.</p>');
    expect(countInWords(warningsOf({...example, texts: {...example.texts, contactPhone: '', closesAt: ''}}, TODAY))).toBe('1 thing to put right. 1 to look at again.');
  });

  it('lets nobody’s text become part of the page', () => {
    expect(view({...example, texts: {...example.texts, name: '<img src=x onerror=alert(1)>'}})).not.toContain('<img');
  });
});

describe('the list of drafts', () => {
  const list = (over: {items?: []; others?: number; fileFault?: string} = {}): string => draw(DraftList, {
    items: [{id: 'a', name: 'Pools', href: '/x/?draft=a', left: '3 things to put right.', changedOn: '11 January 2027'}], others: 0, signInHref: '/sign-in/',
    headingRef: null, note: null, fileFault: '', linkTo: plainLink, onStarted: nothing, onExampleLoaded: nothing, onFileChosen: nothing, ...over,
  });

  it('opens each by its name and says how much is left', () => {
    expect(list()).toContain('<a href="/x/?draft=a">Pools</a>');
    expect(list()).toContain('3 things to put right. Last changed on 11 January 2027.');
  });

  it('says what to do when there is none, and offers an example', () => {
    expect(list({items: []})).toContain('Start one below, or load the example');
    expect(list()).toContain('Load an example</button>');
  });

  it('says that somebody else has some, and why a file was not loaded', () => {
    expect(list({others: 2})).toContain('2 more were begun by somebody who was signed in here.');
    expect(list({fileFault: 'Choose another.'})).toContain('role="alert" class="aw-error">Choose another.</p>');
  });
});

it('the page says without scripts what to have at hand, and shows an example that is marked as made up', () => {
  const html = draw(HowItWorks, {linkTo: plainLink});
  for (const {label} of Object.values(FIELDS)) expect(html).toContain(`<li>${label}</li>`);
  expect(html).toContain('Example (made up): Sample Council');
  expect(html).toContain('href="/toolkit/standards/named-contact/"');
  expect(html).not.toContain('<input');
});

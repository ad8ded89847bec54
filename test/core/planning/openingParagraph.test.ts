import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyEdit, draftsIn, emptied, isEmpty, keyOf, LONGEST_TEXT, nameOf, OpeningParagraph, parseKept, startDraft, textIn} from '#core/planning/openingParagraph.ts';
import {readDay, readTime, writeFullDay} from '#core/planning/openingParagraphDates.ts';
import {exampleDraft} from '#core/planning/openingParagraphExample.ts';
import {FIELDS, FORMAT_IDS, TEXT_FIELDS} from '#core/planning/openingParagraphFields.ts';
import type {TextField} from '#core/planning/openingParagraphFields.ts';
import {escapeHtml, fileNameOf, fromJson, LONGEST_FILE, toHtml, toJson, toPlainText} from '#core/planning/openingParagraphFile.ts';
import {formatPassages} from '#core/planning/openingParagraphOffer.ts';
import {openingPassages} from '#core/planning/openingParagraphText.ts';
import {SOURCES} from '#core/planning/openingParagraphSources.ts';
import {warningsOf} from '#core/planning/openingParagraphWarnings.ts';
import {joinItems, reasonedIn} from '#core/planning/openingParagraphWords.ts';

const TODAY = '2027-01-11';
const example = exampleDraft(TODAY);
const withTexts = (texts: Partial<Record<TextField, string>>): OpeningParagraph => ({...example, texts: {...example.texts, ...texts}});
const opening = (draft: OpeningParagraph): string => toPlainText(openingPassages(draft));
const offer = (draft: OpeningParagraph): string => toPlainText(formatPassages(draft));
const told = (draft: OpeningParagraph, field: TextField | 'formats'): string => warningsOf(draft, TODAY).filter((warning) => warning.field === field).map(({level, says}) => `${level}: ${says}`).join('\n');

const typed = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 80}),
  fc.constantFrom('28 May 2027', '5pm', 'within 28 days', 'a, because b', 'because', 'one\ntwo\nthree', '- x\n• y;', '<script>alert(1)</script>', '"&\'', '[gap]', 'The council', 'https://example.org/a?b=1&c="', 'x@example.org', '  ', '\r\n'),
);
const anyDraft: fc.Arbitrary<OpeningParagraph> = fc.record({
  version: fc.constant(1 as const), started: fc.constant('2026-11-22'), length: fc.constantFrom('document' as const, 'leaflet' as const), nothingDecided: fc.boolean(),
  formats: fc.subarray(FORMAT_IDS), texts: fc.dictionary(fc.constantFrom(...TEXT_FIELDS), typed, {noNullPrototype: true}),
});

describe('dates as people type them', () => {
  it.each([
    ['28 May 2027', '2027-05-28'], ['28th of May 2027', '2027-05-28'], ['Friday 28 May 2027', '2027-05-28'], ['Fri, 28 may, 2027.', '2027-05-28'], ['the 1st of Sept 2027', '2027-09-01'],
    ['28/5/2027', '2027-05-28'], ['28.05.2027', '2027-05-28'], ['2027-05-28', '2027-05-28'], ['29 February 2028', '2028-02-29'], ['  3  June   2027 ', '2027-06-03'],
  ])('reads %j', (text, day) => expect(readDay(text)).toEqual({kind: 'day', day}));

  it.each([
    ['', 'empty'], ['28 May', 'no-year'], ['Friday 28 May', 'no-year'], ['28/5', 'no-year'], ['28/5/27', 'no-year'], ['28 May 27', 'no-year'],
    ['within 28 days', 'counted'], ['28 days', 'counted'], ['in six weeks', 'counted'], ['within the next 14 working days', 'counted'],
    ['31 June 2027', 'impossible'], ['29 February 2027', 'impossible'], ['5/28/2027', 'impossible'], ['Monday 28 May 2027', 'wrong-weekday'], ['soon', 'unread'], ['28 May 2027 or later', 'unread'],
  ])('says what is wrong with %j: %s', (text, kind) => expect(readDay(text).kind).toBe(kind));

  it('reads back every day it writes', () => {
    fc.assert(fc.property(fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(readDay(writeFullDay(day))).toEqual({kind: 'day', day});
    }));
  });

  it('never fails on what it cannot read', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      readDay(text);
      readTime(text);
    }));
  });

  it.each([
    ['5pm', '5pm'], ['5 p.m.', '5pm'], ['5.30 PM', '5:30pm'], ['17:00', '5pm'], ['09:15', '9:15am'], ['noon', 'midday'], ['12pm', 'midday'], ['12:30pm', '12:30pm'], ['23:59', '11:59pm'], ['11:59pm', '11:59pm'], ['00:30', '12:30am'],
  ])('reads the time %j as %s', (text, words) => expect(readTime(text)).toEqual({kind: 'time', words}));

  it.each([['', 'empty'], ['midnight', 'midnight'], ['12am', 'midnight'], ['24:00', 'midnight'], ['5:00', 'no-half'], ['10', 'no-half'], ['close of business', 'unread'], ['13pm', 'unread'], ['25:00', 'unread'], ['5:75pm', 'unread']])(
    'says what is wrong with the time %j: %s', (text, kind) => expect(readTime(text).kind).toBe(kind));
});

describe('words joined to sentences', () => {
  it.each([
    [[], ''], [['a'], 'a'], [['a', 'b'], 'a and b'], [['a', 'b', 'c'], 'a, b and c'], [['a, b', 'c'], 'a, b, and c'], [['a and b', 'c', 'd'], 'a and b; c; and d'],
  ])('joins %j', (items, words) => expect(joinItems(items, 'and')).toBe(words));

  it('reads a reason after because, and puts things with the same reason together', () => {
    expect(reasonedIn('The pools, because the law says so.\n- the price because the law says so\nthe name\nbecause of money')).toEqual([
      {whats: ['the pools', 'the price'], why: 'the law says so'}, {whats: ['the name'], why: ''}, {whats: [], why: 'of money'},
    ]);
  });
});

describe('the opening paragraph', () => {
  it.each<[string, Partial<Record<TextField, string>>, string]>([
    ['one organisation', {}, 'Sample Council has to decide when its three swimming pools open from next spring.'],
    ['two organisations', {organisation: 'Sample Council\nSample Health Board'}, 'Sample Council and Sample Health Board have to decide when'],
    ['a purpose with the words of the sentence in it', {purpose: 'We have to decide when pools open?'}, 'Sample Council has to decide when pools open. We want'],
    ['a reason that brings its because', {whyNow: 'Because the contract ends.'}, 'We ask now because the contract ends.'],
    ['one thing to change', {changeable: 'The opening hours.'}, 'Your answers can change the opening hours.\n'],
    ['three things to change', {}, 'Your answers can change the opening hours, the days and the classes.\n'],
    ['many things to change', {changeable: Array.from({length: 9}, (_, at) => `the long thing ${at}`).join('\n')}, 'Your answers can change:\n- The long thing 0\n- The long thing 1\n'],
    ['one thing settled', {fixed: 'the price, because the budget sets it'}, 'We are not able to change the price, because the budget sets it.\n'],
    ['a thing settled without a reason', {fixed: 'the price'}, 'We are not able to change the price, because [reason].\n'],
    ['three things settled', {fixed: 'a, because x\nb, because y\nc, because z'}, 'We are not able to change:\n- A, because x\n- B, because y\n- C, because z\n'],
    ['one earlier decision', {decidedWhere: ''}, 'On Thursday 12 November 2026 the council decided to keep all three pools open.\n'],
    ['two earlier decisions', {decided: 'to keep the pools\nto close on bank holidays'}, 'decided to keep the pools and to close on bank holidays. You can read those decisions at www'],
    ['two options dropped for one reason', {dropped: 'one, because x\ntwo, because x'}, 'We also looked at one and two, and dropped those options because x.\n'],
    ['no option dropped', {dropped: ''}, 'or at any library.\n\nWhat we do with your answers.'],
    ['who decides, and when', {}, 'The leisure committee will read that report, with facts on cost, law and equality, and then decide on Monday 3 May 2027.'],
    ['places of the result', {feedbackWhere: 'any library'}, 'the reasons at any library.'],
    ['the last day', {}, 'Tell us by 5pm on Monday 5 April 2027. You can do it:\n- On the web at'],
    ['one way to reply', {replyForm: '', replyPost: '', replyPhone: '', replyInPerson: ''}, 'You can do it on the web at www.example.org/pools.\n'],
    ['a name with an initial', {contactName: 'A Sample'}, '- Name: A Sample\n'],
    ['no text messages', {contactText: ''}, '9am to 5pm\n- E-mail: pools@example.org'],
    ['a date that cannot be read', {closesOn: 'within 28 days'}, 'Tell us by 5pm on within 28 days.'],
  ])('has right grammar for %s', (_, texts, words) => expect(opening(withTexts(texts))).toContain(words));

  it('says that nothing is decided when that is ticked', () => {
    expect(opening({...example, nothingDecided: true})).toContain('What is decided already. Nothing has been decided.\n');
  });

  it('has a short form for a leaflet', () => {
    const text = opening({...example, length: 'leaflet'});
    expect(text).toContain('You can still change the opening hours, the days and the classes.');
    expect(text).toContain('For questions, or for another format, ask the pools consultation officer: phone 01632 960123, e-mail pools@example.org, or write to Pools consultation, Town Hall, High Street, Anytown AB1 2CD.');
  });

  it('marks every gap of an empty draft in brackets, and has none when all is filled in', () => {
    expect(opening(startDraft('', TODAY)).match(/\[/g)?.length).toBeGreaterThan(15);
    expect(opening(example) + offer(example)).not.toContain('[');
  });

  it('never holds a doubled stop, an empty place or the word undefined, whatever is typed', () => {
    fc.assert(fc.property(fc.record({changeable: fc.array(fc.constantFrom('the days', 'The hours.', '- rooms;', 'a, b', ' ', 'cats and dogs'), {maxLength: 6}), length: fc.constantFrom('document' as const, 'leaflet' as const)}), ({changeable, length}) => {
      const text = opening({...withTexts({changeable: changeable.join('\n')}), length});
      expect(text).not.toMatch(/\.\.|;\.| {2}| ,|undefined|change\s*[.:]\n\n/);
    }));
  });
});

describe('the offer of other formats', () => {
  const formats = (...ids: OpeningParagraph['formats']): OpeningParagraph => ({...withTexts({languages: '', otherFormats: ''}), formats: ids});
  it.each([
    ['one format', formats('braille'), 'We can send it to you in Braille.\n'],
    ['two formats', formats('braille', 'audio'), 'We can send it to you in Braille or as a recording.\n'],
    ['an interpreter alone', formats('interpreter'), 'format?\n\nWe can meet you with a British Sign Language interpreter.\n'],
    ['a format and an interpreter', formats('large-print', 'interpreter'), 'in large print. We can also meet you with a British Sign Language interpreter.\n'],
    ['languages', {...formats('translation'), texts: {...example.texts, languages: 'Polish\nin Urdu'}}, 'We can send it to you in Polish, in Urdu or in another language.\n'],
    ['none', formats(), 'We can send it to you [in which formats].\n'],
    ['one day', withTexts({formatDays: '1'}), 'We send it within 1 working day.'],
    ['five days', example, 'It is free. We send it within 5 working days. If that leaves you too little time to reply, we will give you more.'],
    ['a leaflet', {...formats('large-print', 'bsl-video'), length: 'leaflet' as const}, 'To get this in large print or British Sign Language, ask the pools consultation officer on 01632 960123, at pools@example.org or by post at'],
  ])('has right grammar for %s', (_, draft, words) => expect(offer(draft)).toContain(words));
});

describe('warnings', () => {
  it('finds nothing wrong with the example, whenever it is loaded', () => {
    fc.assert(fc.property(fc.date({min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true}), (date) => {
      const today = date.toISOString().slice(0, 10);
      expect(warningsOf(exampleDraft(today), today)).toEqual([]);
    }), {numRuns: 30});
  });

  it('asks an empty draft for everything that it cannot do without, the first field first', () => {
    const warnings = warningsOf(startDraft('', TODAY), TODAY);
    expect(warnings[0]?.field).toBe('name');
    expect(warnings.filter(({level}) => level === 'must').map(({field}) => field)).toEqual(expect.arrayContaining([
      'organisation', 'purpose', 'whyNow', 'changeable', 'fixed', 'decided', 'decisionMakers', 'decisionOn', 'team', 'feedbackOn', 'feedbackWhere', 'closesOn', 'replyWeb', 'privacy',
      'contactName', 'contactPhone', 'contactEmail', 'contactPost', 'formats', 'formatDays',
    ]));
  });

  it.each<[string, Partial<Record<TextField, string>>, TextField, RegExp]>([
    ['nothing that can change', {changeable: 'Nothing.'}, 'changeable', /must: .*then do not call it a consultation/],
    ['only colours and names', {changeable: 'the colour of the doors\nnames'}, 'changeable', /check: .*only colours and names/],
    ['nothing settled', {fixed: 'none'}, 'fixed', /must: Something is always settled/],
    ['a limit without a reason', {fixed: 'the price'}, 'fixed', /must: Say why: “the price”/],
    ['a reason without a thing', {fixed: 'because of money'}, 'fixed', /must: A line holds a reason/],
    ['no dropped options', {dropped: ''}, 'dropped', /check: Did you look at other options/],
    ['a dropped option without a reason', {dropped: 'doing nothing at all'}, 'dropped', /must: Say why you dropped it/],
    ['a decision by nobody', {decidedBy: ''}, 'decidedBy', /must: Say who/],
    ['a decision in the future', {decidedOn: '1 March 2027'}, 'decidedOn', /check: .*lies in the future/],
    ['a purpose of 26 words', {purpose: Array.from({length: 26}, () => 'word').join(' ')}, 'purpose', /must: This has 26 words/],
    ['a closed consultation', {closesOn: '10 January 2027'}, 'closesOn', /must: The last day to reply is over/],
    ['replies that close today', {closesOn: '11 January 2027'}, 'closesOn', /check: Replies close today/],
    ['no year', {closesOn: '28 May'}, 'closesOn', /must: .*its year in four figures/],
    ['within 28 days', {closesOn: 'within 28 days'}, 'closesOn', /must: .*postmark/],
    ['within 28 days elsewhere', {replyPost: 'Town Hall AB1 2CD, within 28 days'}, 'replyPost', /check: Give a date/],
    ['the wrong weekday', {closesOn: 'Monday 28 May 2027'}, 'closesOn', /must: 28 May 2027 is a Friday, not a Monday/],
    ['a decision before the last reply', {decisionOn: '1 April 2027'}, 'decisionOn', /must: The decision comes on or before/],
    ['a result before the last reply', {feedbackOn: '1 April 2027'}, 'feedbackOn', /must: The result comes out/],
    ['a result before the decision', {feedbackOn: '1 May 2027'}, 'feedbackOn', /must: You promise the decision/],
    ['a result after more than 12 weeks', {feedbackOn: '29 June 2027'}, 'feedbackOn', /check: More than 12 weeks/],
    ['no time of day', {closesAt: ''}, 'closesAt', /check: Give the time/],
    ['midnight', {closesAt: 'midnight'}, 'closesAt', /must: .*11:59pm/],
    ['the web alone', {replyForm: '', replyPost: '', replyPhone: '', replyInPerson: ''}, 'replyPost', /must: Add a way to reply without the internet/],
    ['a form that nobody can return', {replyPost: '', replyInPerson: ''}, 'replyPost', /check: Say where to send/],
    ['the council as contact', {contactName: 'the Council'}, 'contactName', /must: “the Council” is nobody in particular/],
    ['half a phone number', {contactPhone: '960123'}, 'contactPhone', /check: .*too short/],
    ['no hours', {contactHours: ''}, 'contactHours', /check: Say when/],
    ['no e-mail address', {contactEmail: 'see website'}, 'contactEmail', /must: This is no e-mail/],
    ['a general inbox', {contactEmail: 'info@example.org'}, 'contactEmail', /check: Is this a general inbox/],
    ['no postcode', {contactPost: 'Town Hall, Anytown'}, 'contactPost', /check: .*no postcode/],
    ['days in words', {formatDays: 'a few'}, 'formatDays', /must: Write the number/],
    ['a word to avoid', {whyNow: 'we want to streamline the offer'}, 'whyNow', /check: “streamline”.*make simpler/],
    ['no alternative', {whyNow: 'there is no alternative to closing'}, 'whyNow', /check: You say that there is no other way/],
    ['may', {team: 'the team, which may use your views'}, 'team', /check: Look at the word “may”/],
    ['a promise to count', {changeable: 'what the majority asks for'}, 'changeable', /check: Do not promise/],
    ['a long sentence', {whyNow: Array.from({length: 30}, () => 'word').join(' ')}, 'whyNow', /check: A sentence of the text has 34 words/],
    ['a language without a translation', {}, 'languages', /^$/],
  ])('tells of %s', (_, texts, field, says) => expect(told(withTexts(texts), field)).toMatch(says));

  it('tells of formats that are missing', () => {
    expect(told({...example, formats: []}, 'formats')).toMatch(/must: Offer at least one/);
    expect(told({...example, formats: ['braille']}, 'formats')).toMatch(/Large print, Easy Read[^]*British Sign Language/);
    expect(told({...example, formats: ['braille']}, 'languages')).toMatch(/check: You name languages/);
  });

  it.each(['101', '0800 123 4567', '+44 1632 960123'])('accepts the phone number %s', (contactPhone) => expect(told(withTexts({contactPhone}), 'contactPhone')).toBe(''));
  it('accepts freepost without a postcode, and a May that is a month', () => {
    expect(told(withTexts({contactPost: 'Freepost POOLS'}), 'contactPost')).toBe('');
    expect(told(withTexts({whyNow: 'in May the contract ends'}), 'whyNow')).toBe('');
  });

  it('gives each a reason and a page of this site, and never says the same twice, whatever is typed', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      const warnings = warningsOf(draft, TODAY);
      expect(new Set(warnings.map(({field, says}) => `${field} ${says}`)).size).toBe(warnings.length);
      for (const {says, why, more} of warnings) {
        expect(says).not.toBe('');
        expect(why).not.toBe('');
        expect(Object.values(SOURCES)).toContain(more);
      }
    }));
  });
});

describe('copies and files', () => {
  it('escapes all that was typed in the HTML, whatever it was', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      const html = toHtml([...openingPassages(draft), ...formatPassages(draft)]);
      const tags = html.replace(/<\/?(?:h2|h3|p|ul|li|strong|mark|a)>|<a href="[^"<>]*">/g, '');
      expect(tags).not.toMatch(/[<>"]/);
      expect(html).not.toMatch(/href="(?!https?:|mailto:)/i);
    }));
  });

  it('has real headings, paragraphs, lists and links', () => {
    const html = toHtml(openingPassages(example));
    expect(html).toContain('<h2>Swimming pool hours (example, made up): have your say</h2>');
    expect(html).toContain('<p><strong>Why we ask you.</strong> Sample Council has');
    expect(html).toContain('<h3>Your contact</h3>\n<ul>\n  <li>Name: the pools');
    expect(html).toContain('<a href="mailto:pools@example.org">pools@example.org</a>');
    expect(toHtml(openingPassages(withTexts({privacy: 'https://example.org/p?a=1&b=2.'})))).toContain('<a href="https://example.org/p?a=1&amp;b=2">https://example.org/p?a=1&amp;b=2</a>.');
    expect(escapeHtml(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  });

  it('loads the file that it saved, whatever was typed', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      expect(fromJson(toJson(draft))).toEqual({ok: true, draft});
    }));
  });

  it('saves a draft filled to the brim in a file that it reads', () => {
    const full: OpeningParagraph = {...example, texts: Object.fromEntries(TEXT_FIELDS.map((field) => [field, '\u0001'.repeat(LONGEST_TEXT)]))};
    expect(toJson(full).length).toBeLessThan(LONGEST_FILE);
    expect(fromJson(toJson(full)).ok).toBe(true);
  });

  it.each([
    ['no JSON', 'hello', /cannot be read as JSON/], ['another file', '{"kind":"askwell-self-assessment"}', /not a draft of an opening paragraph/], ['null', 'null', /not a draft/],
    ['a newer version', toJson(example).replace('"version": 1', '"version": 2'), /newer version/], ['a damaged field', toJson(example).replace('"purpose": "', '"porpoise": "'), /Part of this file is damaged[^]*porpoise/],
    ['too much', ' '.repeat(LONGEST_FILE + 1), /too big/],
  ])('refuses %s and says what to do', (_, text, sentence) => {
    const read = fromJson(text);
    expect(read.ok ? '' : read.sentence).toMatch(sentence);
  });

  it.each([['Pool hours: 2027!', 'opening-paragraph-pool-hours-2027.docx'], ['Ça va', 'opening-paragraph-ca-va.docx'], ['', 'opening-paragraph-consultation-without-a-name.docx'], ['日本', 'opening-paragraph-consultation.docx']])('names the file of %j', (name, file) =>
    expect(fileNameOf(startDraft(name, TODAY), 'docx')).toBe(file));
});

describe('a draft', () => {
  it('is changed one field at a time, and words that nobody saw are handed back', () => {
    const draft = applyEdit(startDraft('Pools', TODAY), {kind: 'text', field: 'purpose', from: '', to: 'mine'}).draft;
    expect(textIn(draft, 'purpose')).toBe('mine');
    expect(applyEdit(draft, {kind: 'text', field: 'purpose', from: '', to: 'other'})).toMatchObject({overwritten: 'mine', draft: {texts: {name: 'Pools', purpose: 'other'}}});
    expect(applyEdit(draft, {kind: 'text', field: 'purpose', from: 'mine', to: 'mine too'}).overwritten).toBeNull();
    const ticked = applyEdit(applyEdit(draft, {kind: 'format', format: 'word', to: true}).draft, {kind: 'format', format: 'braille', to: true}).draft;
    expect(ticked.formats).toEqual(['braille', 'word']);
    expect(applyEdit(ticked, {kind: 'format', format: 'word', to: false}).draft.formats).toEqual(['braille']);
    expect(applyEdit(draft, {kind: 'nothing-decided', to: true}).draft.nothingDecided).toBe(true);
    expect(applyEdit(draft, {kind: 'length', to: 'leaflet'}).draft.length).toBe('leaflet');
  });

  it('is emptied but for its name', () => {
    expect(isEmpty(example)).toBe(false);
    expect(isEmpty(emptied(example))).toBe(true);
    expect(nameOf(emptied(example))).toBe(nameOf(example));
  });

  it('is read from the device only when it is one', () => {
    expect(parseKept(example)).toEqual(example);
    expect(parseKept({...example, version: 2})).toBeNull();
    const row = {owner: null, changedAt: '2027-01-11T10:00:00Z'};
    expect(draftsIn([{...row, key: keyOf('a'), value: example}, {...row, key: keyOf('b'), value: 'x'}, {...row, key: 'self-assessment/c', value: example}]).map(({id}) => id)).toEqual(['a']);
  });

  it('has a label, a hint and a gap for every field', () => {
    for (const {label, hint, gap} of Object.values(FIELDS)) expect([label, hint, gap].every((words) => words.length > 2)).toBe(true);
    expect(OpeningParagraph.safeParse(example).success).toBe(true);
  });
});

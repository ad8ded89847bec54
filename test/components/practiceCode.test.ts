import {createElement} from 'react';
import type {ComponentType} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {beforeAll, describe, expect, it} from 'vitest';
import {AssessmentList} from '#components/practiceCode/AssessmentList.tsx';
import {AssessmentView} from '#components/practiceCode/AssessmentView.tsx';
import {InvolvementProcess} from '#components/practiceCode/InvolvementProcess.tsx';
import {GoneNotice, Notes, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import {Principles} from '#components/practiceCode/Principles.tsx';
import {QuestionList} from '#components/practiceCode/QuestionList.tsx';
import {evidenceLabel, NEEDS} from '#components/practiceCode/stepWords.ts';
import {plainLink} from '#components/methods/link.tsx';
import {valueOrThrow} from '#content/readContent.ts';
import {readPracticeCode} from '#content/readPracticeCode.ts';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {startAssessment} from '#core/planning/selfAssessment.ts';
import type {SelfAssessment} from '#core/planning/selfAssessment.ts';
import {projectRoot} from '../support/project.ts';

let code: PracticeCode;
beforeAll(async () => {
  code = valueOrThrow(await readPracticeCode(projectRoot));
});
const draw = <P extends object>(component: ComponentType<P>, props: P): string => renderToStaticMarkup(createElement(component, props));
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const nothing = (): void => undefined;

const started = startAssessment('Library hours', '2026-11-22');
const view = (assessment: SelfAssessment): string => draw(AssessmentView, {
  code, assessment, startedOn: '22 November 2026', changedOn: '23 November 2026', headingRef: null, status: null, note: null, linkTo: plainLink, listHref: '/list/',
  onEdited: nothing, onSavedAsCsv: nothing, onSavedAsJson: nothing, onPrinted: nothing, onStartedAgain: nothing, onDeleted: nothing,
});
const given = (answer: 'yes' | 'partly' | 'no' | 'does-not-apply', evidence = '', action = ''): SelfAssessment =>
  ({...started, answers: {'consult-early-enough': {answer, evidence, action}}});

describe('the pages of the code', () => {
  it('show six principles, each a heading with its id, and every step under one of them', () => {
    const html = draw(Principles, {code});
    expect(all(html, /<h2 id="([^"]+)"/g)).toEqual(code.principles.map(({id}) => id));
    expect(all(html, /href="\/code-of-practice\/involvement-process\/#([^"]+)"/g).sort()).toEqual(code.steps.map(({id}) => id).sort());
  });

  it('show 18 steps in order, each a heading with its id and its number, and lead to all of them first', () => {
    const html = draw(InvolvementProcess, {code});
    expect(all(html, /<h3 id="([^"]+)"/g)).toEqual(code.steps.map(({id}) => id));
    expect(all(html, /<h3 id="[^"]+">(\d+)\. /g)).toEqual(code.steps.map((_, index) => String(index + 1)));
    expect(all(html, /<a href="#([^"]+)"/g)).toEqual(code.steps.map(({id}) => id));
    expect(all(html, /<h2 id="([^"]+)"/g)).toEqual(['phase-plan', 'phase-prepare', 'phase-run', 'phase-report']);
    for (const {more} of code.steps) expect(html).toContain(`href="${more}"`);
  });

  it('show all questions to read where nothing can be answered', () => {
    const html = draw(QuestionList, {code});
    expect(all(html, /<ol start="(\d+)"/g)).toEqual(['1', '8', '14', '16']);
    for (const {question} of code.steps) expect(html).toContain(question);
    expect(html).not.toContain('<input');
  });
});

describe('a self-assessment on screen', () => {
  it('has a named group of four answers and two boxes for each step', () => {
    const html = view(started);
    expect(all(html, /<fieldset id="answer-([^"]+)"/g)).toEqual(code.steps.map(({id}) => id));
    expect(all(html, /<legend>(\d+)\. /g)).toHaveLength(18);
    expect(all(html, /(<input type="radio")/g)).toHaveLength(72);
    expect(new Set(all(html, /<input type="radio" name="([^"]+)"/g)).size).toBe(18);
    expect(all(html, /(<textarea)/g)).toHaveLength(36);
    const boxes = all(html, /<textarea id="([^"]+)"/g);
    for (const box of boxes) expect(html).toContain(`<label for="${box}">`);
  });

  it('says how far it is, and lists what is left with a link to each step', () => {
    const html = view(given('no', '', 'Ask again in May'));
    expect(html).toContain('1 of 18 steps answered.');
    expect(html).toContain('Begun on 22 November 2026, last changed on 23 November 2026.');
    expect(all(html, /<a href="#answer-([^"]+)"/g)).toEqual(code.steps.slice(1).map(({id}) => id));
    expect(html).toContain('<strong>Step 1:</strong> Ask again in May');
  });

  it.each([
    ['no without an action', given('no'), NEEDS.action], ['partly without an action', given('partly', 'Notes'), NEEDS.action],
    ['yes without evidence', given('yes'), NEEDS.evidence], ['does not apply without a reason', given('does-not-apply'), NEEDS.reason],
  ])('asks for what is missing: %s', (_, assessment, need) => {
    expect(view(assessment)).toContain(`<strong>Still to do:</strong> ${need}`);
  });

  it('asks for nothing more when the words are there', () => {
    for (const assessment of [given('yes', 'Notes'), given('no', '', 'Ask'), given('does-not-apply', 'No groups')]) {
      expect(view(assessment)).not.toContain('<strong>Still to do:</strong>');
    }
  });

  it('holds the whole record for paper: answer, evidence and action', () => {
    const html = view(given('does-not-apply', 'No groups here', 'Tell the board'));
    expect(html).toContain('<dt>Answer</dt><dd>Does not apply</dd>');
    expect(html).toContain('<dt>Why it does not apply</dt><dd>No groups here</dd>');
    expect(html).toContain('<dt>Action</dt><dd>Tell the board</dd>');
    expect(all(html, /(<dt>Answer<\/dt><dd>No answer<\/dd>)/g)).toHaveLength(17);
  });

  it('shows answers to steps that this code does not have', () => {
    const html = view({...started, answers: {'old-step': {answer: 'yes', evidence: 'Minutes', action: ''}}});
    expect(html).toContain('Answers to other steps');
    expect(html).toContain('<strong>old-step:</strong> Yes. Evidence: Minutes');
  });

  it('lets nobody’s text become part of the page', () => {
    expect(view(given('yes', '<img src=x onerror=alert(1)>'))).not.toContain('<img');
  });

  it('asks for a reason where a step does not apply', () => {
    expect([evidenceLabel('does-not-apply'), evidenceLabel('yes'), evidenceLabel(null)]).toEqual(['Why it does not apply', 'Evidence: what shows it', 'Evidence: what shows it']);
  });
});

describe('the list of self-assessments', () => {
  const list = (over: {others?: number; fileFault?: string} = {}): string => draw(AssessmentList, {
    items: [{id: 'a', name: 'Library hours', href: '/x/?assessment=a', answered: 3, total: 18, changedOn: '22 November 2026'}], others: 0, signInHref: '/sign-in/',
    headingRef: null, note: null, fileFault: '', linkTo: plainLink, onStarted: nothing, onFileChosen: nothing, ...over,
  });

  it('opens each by its name and says how far it is', () => {
    expect(list()).toContain('<a href="/x/?assessment=a">Library hours</a>');
    expect(list()).toContain('3 of 18 steps answered, last changed on 22 November 2026');
  });

  it('says that somebody else has some, and nothing of what is in them', () => {
    expect(list({others: 1})).toContain('1 more was begun by somebody who was signed in here.');
    expect(list({others: 2})).toContain('2 more were begun');
    expect(list()).not.toContain('begun by somebody');
  });

  it('says why a file was not loaded', () => {
    expect(list({fileFault: 'Choose another.'})).toContain('role="alert" class="aw-error">Choose another.</p>');
  });
});

describe('notices', () => {
  it('offer to take back what can be, by a button that says what', () => {
    const html = draw(Notes, {notes: [{id: '2', said: 'The answers are cleared.', canUndo: true}, {id: '1', said: 'It is loaded.', canUndo: false}], onUndone: nothing});
    expect(all(html, /(<button)/g)).toHaveLength(1);
    expect(html).toContain('Undo<span class="aw-visually-hidden">: The answers are cleared.</span>');
    expect(html).toContain('<p role="status" class="aw-visually-hidden">The answers are cleared.</p>');
  });

  it('show the words that were replaced unseen, and nothing when there are none', () => {
    expect(draw(OverwrittenNotice, {overwritten: [{box: 'Step 4, evidence', text: 'Minutes of May'}], onClosed: nothing})).toContain('Minutes of May');
    expect(draw(OverwrittenNotice, {overwritten: [], onClosed: nothing})).toBe('');
  });

  it('say that an assessment is gone', () => {
    expect(draw(GoneNotice, {name: 'Library hours', what: 'self-assessment'})).toContain('“Library hours” is not on this device any more.');
    expect(draw(GoneNotice, {name: null, what: 'self-assessment'})).toContain('This self-assessment is not on this device');
  });
});

import {createElement} from 'react';
import type {ComponentType} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {plainLink} from '#components/methods/link.tsx';
import {StartHere} from '#components/timeline/StartHere.tsx';
import {TimelineView} from '#components/timeline/TimelineView.tsx';
import {buildTimeline} from '#core/planning/timeline.ts';
import {examplePlan} from '#core/planning/timelineExample.ts';
import {LENGTHS, startPlan} from '#core/planning/timelinePlan.ts';
import type {TimelinePlan} from '#core/planning/timelinePlan.ts';
import {warningsOf} from '#core/planning/timelineWarnings.ts';

const draw = <P extends object>(component: ComponentType<P>, props: P): string => renderToStaticMarkup(createElement(component, props));
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const nothing = (): void => undefined;
const example = examplePlan('x', 'england-and-wales', 2027);

function view(plan: TimelinePlan, undoes: string | null = null): string {
  const timeline = buildTimeline(plan);
  return draw(TimelineView, {
    plan, timeline, warnings: timeline ? warningsOf(plan, timeline, '2026-11-22') : [], headingRef: null, status: null, note: null, undoes, linkTo: plainLink,
    onEdited: nothing, onPeriodAdded: nothing, onUndone: nothing, onSavedAsCalendar: nothing, onSavedAsCsv: nothing, onPrinted: nothing, onStartedAgain: nothing,
  });
}

describe('the timeline on screen', () => {
  it('has a label for every box, and tells of each fault beside its box', () => {
    const html = view({...example, openWeeks: null});
    for (const id of all(html, /<(?:input|select)[^>]* id="([^"]+)"/g)) expect(html).toContain(`<label for="${id}">`);
    for (const {label} of Object.values(LENGTHS)) expect(html).toContain(`>${label}</label>`);
    expect(all(html, /(aria-invalid="true")/g)).toHaveLength(1);
    const fault = /<p id="([^"]+)" class="aw-error"><span class="aw-visually-hidden">Error: <\/span>Write a whole number of weeks from 1 to 52/.exec(html)?.[1] ?? 'none';
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${fault}"`));
  });

  it('shows the stages with their dates, the earliest first, and sums them up', () => {
    const html = view(example);
    expect(all(html, /<th scope="row">([^<]+)<span/g)).toEqual(['Write, test and approve', 'Make other formats', 'Give notice to groups', 'Open for replies', 'Read and analyse', 'Write and agree the report', 'Report deadline, then papers out', 'Decision']);
    expect(html).toContain('<td>Wednesday 13 October 2027</td>');
    expect(html).toMatch(/<p role="status">Begin by \w+day \d+ \w+ 2027, \d+ weeks[^.]* before the decision\. Open on /);
  });

  it('asks for the decision first, and holds back the calendar file until there are dates', () => {
    const html = view(startPlan('x', 'scotland'));
    expect(html).toContain('Enter the day of the decision. The dates appear here.');
    expect(html).toContain('The calendar file needs dates first.');
    expect(html).toMatch(/aria-disabled="true"[^>]*>Download calendar file/);
    expect(html).toContain('<option value="scotland" selected="">Scotland</option>');
  });

  it('marks the serious in words, and says who is lost and what would fit', () => {
    const html = view({...example, openWeeks: 4, formatWeeks: 0});
    expect(html).toContain('<strong>Put right: </strong>There is no time to make other formats');
    expect(html).toContain('<strong>Check: </strong>4 weeks are below twelve weeks');
    expect(html).toContain('That norm is not the law.');
    expect(html).toContain('<strong>Who is lost:</strong>');
    expect(html).toContain('<strong>What would fit:</strong>');
    expect(html).toContain('With your 4 weeks');
  });

  it('says why a period is left out', () => {
    expect(view({...example, periods: [{id: 'p', kind: 'pre-election', name: 'Vote', from: '2027-05-06', to: '2027-03-23'}]})).toContain('The last day is before the first day.');
  });

  it('names what Undo takes back', () => {
    expect(view(example, 'Weeks open for replies')).toMatch(/Undo<span[^>]*>: Weeks open for replies<\/span>/);
    expect(view(example)).toMatch(/aria-disabled="true">Undo<\/button>/);
  });

  it('lets nobody’s text become part of the page', () => {
    expect(view({...example, name: '<img src=x onerror=alert(1)>'})).not.toContain('<img');
  });
});

describe('before there is a timeline', () => {
  const timeline = buildTimeline(example);
  if (!timeline) throw new Error('No timeline.');
  const start = (ready: boolean): string => draw(StartHere, {example: timeline, headingRef: null, note: null, ready, onStarted: nothing, onExampleLoaded: nothing});

  it('teaches by an example that is marked as made up, and has no button that does nothing', () => {
    expect(start(false)).toContain('Example (made up): dates for a new library');
    expect(start(false)).not.toContain('<button');
    expect(all(start(true), /<button[^>]*>([^<]+)</g)).toEqual(['Start a timeline', 'Load an example']);
  });
});

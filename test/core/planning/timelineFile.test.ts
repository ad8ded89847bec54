import {describe, expect, it} from 'vitest';
import {buildTimeline} from '#core/planning/timeline.ts';
import {examplePlan} from '#core/planning/timelineExample.ts';
import {timelineCalendar, timelineCsv, timelineFileName} from '#core/planning/timelineFile.ts';
import {startPlan} from '#core/planning/timelinePlan.ts';
import type {TimelinePlan} from '#core/planning/timelinePlan.ts';
import {warningsOf} from '#core/planning/timelineWarnings.ts';

const plan: TimelinePlan = {...examplePlan('plan-1', 'england-and-wales', 2027), name: 'Parks, paths; and "more"'};
const timeline = buildTimeline(plan);
if (!timeline) throw new Error('No timeline.');

describe('the calendar file of a timeline', () => {
  const uids = (file: string): string[] => [...file.matchAll(/\r\nUID:(.+)\r\n/g)].map((match) => match[1] ?? '');

  it('has each stage once, with a name that stays when the dates change', () => {
    const file = timelineCalendar(plan, timeline, '2026-11-22T10:00:00.000Z');
    expect(uids(file)).toHaveLength(timeline.stages.length);
    expect(new Set(uids(file)).size).toBe(timeline.stages.length);
    const moved = buildTimeline({...plan, decision: '2027-11-10'});
    expect(moved && uids(timelineCalendar(plan, moved, '2026-12-01T10:00:00.000Z'))).toEqual(uids(file));
    expect(file).toContain('SUMMARY:Open for replies: Parks\\, paths\\; and "more"\r\n');
    expect(file).toContain(`DTSTART;VALUE=DATE:${timeline.opens.replaceAll('-', '')}\r\n`);
  });
});

describe('the CSV file of a timeline', () => {
  it('has the stages, the warnings and all that was set', () => {
    const lines = timelineCsv(plan, timeline, warningsOf({...plan}, timeline, null)).split('\r\n');
    expect(lines[0]).toBe('\uFEFF"Consultation","Kind","What","First day","Last day","Length","Note"');
    expect(lines.filter((line) => line.includes('"Stage"'))).toHaveLength(timeline.stages.length);
    expect(lines.some((line) => line.includes('"Warning"'))).toBe(true);
    expect(lines).toContain('"Parks, paths; and ""more""","Time that does not count","School holiday","2027-07-22","2027-08-31","","Summer holidays (made up)"');
    expect(lines).toContain('"Parks, paths; and ""more""","Setting","Weeks open for replies","","",10,"weeks"');
  });

  it('is written without dates too, so that nothing typed is lost', () => {
    expect(timelineCsv(startPlan('x', 'scotland'), null, [])).toContain('"Consultation without a name","Setting","Part of the UK","","","","Scotland"');
  });

  it.each([['Library hours 2027', 'timeline-library-hours-2027.ics'], ['../../etc', 'timeline-etc.ics'], ['', 'timeline-consultation-without-a-name.ics'], ['图书馆', 'timeline-consultation.ics']])('is named after %s', (name, file) => {
    expect(timelineFileName({...plan, name}, 'ics')).toBe(file);
  });
});

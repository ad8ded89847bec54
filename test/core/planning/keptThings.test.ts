import {describe, expect, it} from 'vitest';
import {keyOf as assessmentKey} from '#core/planning/keptAssessments.ts';
import {keptThings} from '#core/planning/keptThings.ts';
import {keyOf as draftKey, startDraft} from '#core/planning/openingParagraph.ts';
import {EXAMPLE as FIGURES, REPRESENTATIVENESS_KEY} from '#core/planning/representativeness.ts';
import {EMPTY, EXAMPLE as CALCULATION, KEPT_AS} from '#core/planning/sampleSize.ts';
import {startAssessment} from '#core/planning/selfAssessment.ts';
import {EMPTY_LIST} from '#core/planning/stakeholders.ts';
import {startPlan, timelineKeyOf} from '#core/planning/timelinePlan.ts';

const DAY = '2026-11-22';
const at = '2026-11-22T10:00:00.000Z';
const row = (key: string, value: unknown, owner: string | null = null) => ({key, value, owner, changedAt: at});
const timeline = {...startPlan('t', 'england-and-wales'), name: 'Buses'};

describe('what tools keep on a device', () => {
  it('is listed with its kind, its name and the page that opens it, in the order given', () => {
    expect(keptThings([
      row(assessmentKey('a 1'), startAssessment('Library hours', DAY)), row(draftKey('d'), startDraft('Parking', DAY)), row(timelineKeyOf(null), timeline),
      row('stakeholders/device', {...EMPTY_LIST, title: 'Parks'}), row(KEPT_AS, CALCULATION), row(REPRESENTATIVENESS_KEY, FIGURES),
    ], null)).toEqual([
      {id: 'self-assessment/a 1', kind: 'Self-assessment', name: 'Library hours', href: '/code-of-practice/self-assessment/?assessment=a%201', changedAt: at},
      {id: 'opening-paragraph/d', kind: 'Opening paragraph', name: 'Parking', href: '/tools/opening-paragraph/?draft=d', changedAt: at},
      {id: 'timeline/not-signed-in', kind: 'Timeline', name: 'Buses', href: '/tools/timeline/', changedAt: at},
      {id: 'stakeholders/device', kind: 'Stakeholder list', name: 'Parks', href: '/tools/stakeholders/', changedAt: at},
      {id: KEPT_AS, kind: 'Sample size calculation', name: CALCULATION.name, href: '/tools/sample-size/', changedAt: at},
      {id: REPRESENTATIVENESS_KEY, kind: 'Figures of who took part', name: FIGURES.name, href: '/tools/representativeness/', changedAt: at},
    ]);
  });

  it.each([
    ['an empty calculation', row(KEPT_AS, EMPTY)], ['an empty list of stakeholders', row('stakeholders/device', EMPTY_LIST)],
    ['what cannot be read', row(assessmentKey('a'), {version: 2})], ['a kind that nobody knows', row('weather/today', {})], ['nothing', row(draftKey('d'), null)],
  ])('leaves out %s', (_, stored) => {
    expect(keptThings([stored], null)).toEqual([]);
  });

  it('leaves out a timeline and a stakeholder list that their pages would not open for this person', () => {
    const rows = [
      row(timelineKeyOf(null), timeline), row(timelineKeyOf('p1'), timeline, 'p1'),
      row('stakeholders/device', {...EMPTY_LIST, title: 'Before signing in'}), row('stakeholders/p1', {...EMPTY_LIST, title: 'Mine'}, 'p1'),
    ];
    expect(keptThings(rows, 'p1').map(({id}) => id)).toEqual([timelineKeyOf('p1'), 'stakeholders/p1']);
    expect(keptThings(rows.filter(({owner}) => owner === null), null).map(({id}) => id)).toEqual([timelineKeyOf(null), 'stakeholders/device']);
    expect(keptThings(rows.filter(({key}) => key === 'stakeholders/device'), 'p1').map(({name}) => name)).toEqual(['Before signing in']);
  });
});

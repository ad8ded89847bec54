import * as z from 'zod';
import {Measures} from '#core/measures/api.ts';
import {CURRENCY, QUARTERLY} from '#core/measures/definitions.ts';
import type {MeasureId} from '#core/measures/definitions.ts';
import {protect} from '#core/measures/protect.ts';
import {lastQuarters} from '#core/measures/quarters.ts';
import {measureRows, MEASURES_HEAD} from '#core/measures/report.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {countForReader, makeCounting} from '../measures/count.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {nameOfDirectorate} from '../records/directorates.ts';
import {listFigures} from '../repositories/measures.ts';
import {scopeOf} from '../targets/scope.ts';
import {standingsOf} from '../targets/standings.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const querystring = z.object({directorate: z.string().max(100).optional()});

/** Measures for management: a lead has those of their own directorate, a coordinator all. Small numbers are hidden here, before they leave. */
export function measureRoutes(app: App, services: Services): void {
  const {database, clock, organisation} = services;
  const counting = makeCounting(services, (message) => app.log.warn(message));
  app.addHook('onReady', async () => counting.start());
  app.addHook('onClose', () => counting.stop());

  async function measuresFor(scope: string | null): Promise<Measures> {
    const countedAt = await countForReader(services);
    if (countedAt === null) throw new Refusal(503, 'counting', 'The figures are being counted for the first time. Load the page again in a minute.');
    const today = toLondonDay(clock().toISOString());
    const [figures, {targets}] = await Promise.all([listFigures(database, scope), standingsOf(services, scope)]);
    const find = (measure: MeasureId, quarter: string): {count: number; of: number} => figures.find((row) => row.measure === measure && row.quarter === quarter) ?? {count: 0, of: 0};
    const quarters = lastQuarters(toLondonDay(countedAt));
    const now = quarters.at(-1) ?? '';
    // Points belong to no directorate, and a lead has nothing beyond their own.
    const shown = QUARTERLY.filter((measure) => scope === null || measure !== 'points-closed');
    return {
      directorate: scope,
      directorateName: scope === null ? organisation.name : nameOfDirectorate(organisation, scope),
      countedAt, today,
      targets: targets.map(({id, title, by, percent, figures: {needed, trained, forecast}}) => {
        const safe = needed === null ? null : protect(Math.min(trained, needed), needed);
        const isSaid = safe !== null && safe.kind !== 'none' && safe.kind !== 'few-in-all';
        return {id, title, by, percent, trained: safe, outlook: isSaid ? forecast?.outlook ?? null : null};
      }),
      quarterly: shown.map((measure) => ({
        measure,
        quarters: quarters.map((first) => {
          const {count, of} = find(measure, first);
          const isPoints = measure === 'points-closed';
          const days = isPoints ? find('points-days', first) : {count: 0, of: 0};
          // Points are no people: their numbers point to nobody.
          const exact = of === 0 ? {kind: 'none' as const} : {kind: 'exact' as const, count, of, percent: Math.round((100 * count) / of)};
          return {first, shown: isPoints ? exact : protect(count, of), days: days.of > 0 ? days.count : null};
        }),
      })),
      currency: CURRENCY.map((measure) => {
        const {count, of} = find(measure, now);
        return {measure, shown: protect(count, of)};
      }),
    };
  }

  app.get('/api/measures', {schema: {summary: 'Training measures for management', querystring, response: answers({200: Measures})}}, async (request) =>
    measuresFor(scopeOf(services, personOf(request), request.query.directorate)));

  app.get('/api/measures.csv', {schema: {summary: 'The same as a file for a spreadsheet', querystring}}, async (request, reply) =>
    sendCsv(reply, 'training-measures.csv', MEASURES_HEAD, measureRows(await measuresFor(scopeOf(services, personOf(request), request.query.directorate)))));
}

import * as z from 'zod';
import {StaffImport, StaffPage, StaffPart, StaffSummary} from '#core/targets/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {addAudit} from '../records/audit.ts';
import {listStaffAfter} from '../repositories/staffLists.ts';
import {staffSummary, takePart, undo} from '../targets/staffLists.ts';
import {answers} from './answers.ts';

/** 5,000 rows with long names; the rest of the service takes half as much. */
const LARGEST_PART = 2 * 1024 * 1024;
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};
const PAGE = 2_000;

/** The staff list, for coordinators alone. */
export function staffListRoutes(app: App, services: Services): void {
  const {database, clock} = services;

  app.get('/api/staff-lists', {schema: {summary: 'The staff list in short, and its newest import', response: answers({200: StaffSummary})}}, async () => staffSummary(services));

  app.get('/api/staff-lists/members', {
    schema: {summary: 'The staff list, page by page, to compare a new one with', querystring: z.object({after: z.string().max(254).default('')}), response: answers({200: StaffPage})},
  }, async (request) => {
    const {after} = request.query;
    // One entry for the list, and not one for each of its people: whoever reads it put it there.
    if (after === '') await database.transaction((tx) => addAudit(tx, {actorId: personOf(request).id, action: 'list-downloaded', subjectId: null, object: 'staff-list'}, clock()));
    const members = await listStaffAfter(database, after, PAGE);
    return {members, next: members.length < PAGE ? null : members.at(-1)?.email ?? null};
  });

  app.post('/api/staff-lists', {
    config: LIMIT,
    bodyLimit: LARGEST_PART,
    schema: {summary: 'Import a staff list, or a part of one, once', body: StaffPart, response: answers({200: StaffImport, 201: StaffImport})},
  }, async (request, reply) => {
    const {imported, isNew} = await takePart(services, personOf(request), request.body);
    return reply.code(isNew ? 201 : 200).send(imported);
  });

  app.post('/api/staff-lists/:id/undo', {
    config: LIMIT,
    schema: {summary: 'Put the staff list back to how it was before its newest import', params: z.object({id: z.string()}), response: answers({200: StaffImport})},
  }, async (request) => undo(services, personOf(request), request.params.id));
}

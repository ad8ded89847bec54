import * as z from 'zod';
import {Overview} from '#core/records/api.ts';
import type {Person} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {nameOfDirectorate} from '../records/directorates.ts';
import {countByDirectorate} from '../repositories/overview.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const querystring = z.object({course: z.string().max(100), format: z.enum(['json', 'csv']).default('json')});
const CSV_HEAD = ['Directorate', 'People', 'Started', 'Completed'];

/** Completions of a course by directorate: all of them for a coordinator, their own for a lead. */
export function overviewRoutes(app: App, {database, shelf, organisation}: Services): void {
  async function overviewFor(person: Person, courseId: string): Promise<Overview> {
    const course = shelf.course(courseId);
    if (!course) throw new Refusal(404, 'unknown-course', 'There is no such course. Choose one from the list.');
    const own = person.role === 'coordinator' ? null : person.directorate;
    if (person.role !== 'coordinator' && own === null) {
      throw new Refusal(403, 'no-directorate', 'You are a lead without a directorate, so there is nothing to show. Ask a coordinator to set yours.');
    }
    const counted = await countByDirectorate(database, course.id, own);
    const known = organisation.directorates.map(({id}) => id).filter((id) => own === null || id === own);
    // Directorates of today in their order, also without people; then those taken out since, and people who have not said.
    const others = counted.map(({directorate}) => directorate).filter((id) => id === null || !known.includes(id)).sort((a, b) => (a ?? '~').localeCompare(b ?? '~'));
    const rows = [...known, ...others].map((directorate) => {
      const {people = 0, started = 0, completed = 0} = counted.find((row) => row.directorate === directorate) ?? {};
      return {directorate, name: nameOfDirectorate(organisation, directorate), people, started, completed};
    });
    return {courseId: course.id, courseTitle: course.title, rows};
  }
  const toRows = ({rows}: Overview): (string | number)[][] => rows.map(({name, people, started, completed}) => [name, people, started, completed]);

  app.get('/api/overview', {schema: {summary: 'A course by directorate', querystring, response: answers({200: Overview})}}, async (request, reply) => {
    const overview = await overviewFor(personOf(request), request.query.course);
    return request.query.format === 'csv' ? sendCsv(reply, 'overview.csv', CSV_HEAD, toRows(overview)) : overview;
  });

  app.get('/api/overview.csv', {schema: {summary: 'A course by directorate, as a file for a spreadsheet', querystring}}, async (request, reply) =>
    sendCsv(reply, 'overview.csv', CSV_HEAD, toRows(await overviewFor(personOf(request), request.query.course))));
}

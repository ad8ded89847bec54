import type {FastifyReply} from 'fastify';
import {writeCsv} from '#core/csv.ts';

/** Sends a table to be saved as a file. The name is ours, never a person's. */
export function sendCsv(reply: FastifyReply, fileName: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): FastifyReply {
  return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${fileName}"`).serializer(String).send(writeCsv(head, rows));
}

import type {ProblemDetails} from '#core/records/api.ts';

const TITLES: Record<number, string> = {
  400: 'Not understood', 401: 'Sign in first', 403: 'Not allowed', 404: 'Not found', 408: 'Too slow', 409: 'Already taken',
  413: 'Too large', 414: 'Too long', 415: 'Wrong kind of content', 422: 'Does not fit', 429: 'Too many requests', 431: 'Too large',
  500: 'Something went wrong here', 503: 'Not available just now', 507: 'No room left',
};

/** A refusal with a sentence that a person can act on. Thrown anywhere in a route, it becomes the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: ProblemDetails['errors'];

  /** `code` is for programs and never changes; `detail` is for people. */
  constructor(status: number, code: string, detail: string, errors?: ProblemDetails['errors']) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** The body of a refusal (RFC 9457). */
export function toProblem({status, code, message, errors}: Refusal): ProblemDetails {
  return {type: `urn:askwell:problem:${code}`, title: TITLES[status] ?? 'Refused', status, detail: message, ...(errors && {errors})};
}

interface Fault {
  code?: unknown;
  statusCode?: unknown;
  validation?: readonly {instancePath?: string; message?: string}[];
}

const CLIENT_FAULTS: Record<string, [number, string, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', 'What was sent is too large. Send less at once.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'not-json', 'Send JSON, with the header `content-type: application/json`.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'no-body', 'Nothing was sent. Send a JSON body.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'broken-body', 'What was sent was cut short. Send it again.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'not-json', 'What was sent is not valid JSON.'],
};

/**
 * What PostgreSQL says of a value that has the right form and that it cannot hold: a year before 1 or a number beyond the column (22008,
 * 22003), and signs that its encoding has no place for (22021, 22P05).
 */
const OUT_OF_RANGE: ReadonlySet<string> = new Set(['22003', '22008', '22021', '22P05']);

/** Turns whatever a route threw into a refusal. What is not known here is a fault of ours, and tells nothing of its inside. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const fault = error as Fault;
  if (fault.validation) {
    const errors = fault.validation.map(({instancePath = '', message = ''}) => ({field: instancePath.replace(/^\//, '').replaceAll('/', '.'), message}));
    return new Refusal(422, 'wrong-fields', `Some of what was sent does not fit. ${errors.map(({field, message}) => (field ? `${field}: ${message}` : message)).slice(0, 5).join(' ')}`, errors.slice(0, 20));
  }
  const known = typeof fault.code === 'string' ? CLIENT_FAULTS[fault.code] : undefined;
  if (known) return new Refusal(...known);
  if (typeof fault.statusCode === 'number' && fault.statusCode >= 400 && fault.statusCode < 500) {
    return new Refusal(fault.statusCode, 'not-understood', 'The service could not understand this request.');
  }
  // Class 53 is PostgreSQL's "insufficient resources"; ENOSPC is the disk's own word.
  if (fault.code === 'ENOSPC' || fault.code === '53100') return new Refusal(507, 'no-room', 'The service has no room left on its disk, so nothing was kept. Tell whoever runs it, and try again later.');
  if (typeof fault.code === 'string' && OUT_OF_RANGE.has(fault.code)) {
    return new Refusal(422, 'out-of-range', 'A date, a number or a sign in what was sent is beyond what the service can keep, so nothing was kept. Check the dates and send it again.');
  }
  if (isOutOfReach(fault.code)) return new Refusal(503, 'database-away', 'The service cannot reach its database just now, so nothing was kept. Try again in a minute.');
  return new Refusal(500, 'fault', 'Something went wrong in the service, so nothing was kept. Try again in a minute.');
}

function isOutOfReach(code: unknown): boolean {
  return typeof code === 'string' && (/^(08|53|57)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'].includes(code));
}

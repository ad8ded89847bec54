import type {ProblemDetails} from '#core/records/api.ts';

/**
 * What became of a request. `unreachable`: no network, or the service is down or broken (5xx), so try again later.
 * `no-service`: this site is served without the record service (a static host), so trying again is no use.
 */
export type Reply<T> =
  | {kind: 'ok'; status: number; value: T}
  | {kind: 'refused'; status: number; problem: ProblemDetails; retryAfterSeconds: number | null}
  | {kind: 'unreachable'; retryAfterSeconds: number | null}
  | {kind: 'no-service'};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A service that answers slower than this is treated as out of reach; what was sent may be sent again without harm. */
const PATIENCE_MS = 20_000;

/** Sends one request to the record service on this site's own address. Takes a path below /api/. Never throws. */
export async function callService<T>(method: Method, path: `/api/${string}`, body?: unknown): Promise<Reply<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
    });
    text = await response.text();
  } catch {
    return {kind: 'unreachable', retryAfterSeconds: null};
  }
  const retryAfterSeconds = Number(response.headers.get('retry-after')) || null;
  if (response.status >= 500 || response.status === 429) return {kind: 'unreachable', retryAfterSeconds};
  if (response.status === 204) return {kind: 'ok', status: 204, value: undefined as T};
  if (!/json/.test(response.headers.get('content-type') ?? '')) return {kind: 'no-service'};
  try {
    const value = JSON.parse(text) as unknown;
    return response.ok
      ? {kind: 'ok', status: response.status, value: value as T}
      : {kind: 'refused', status: response.status, problem: value as ProblemDetails, retryAfterSeconds};
  } catch {
    return {kind: 'unreachable', retryAfterSeconds: null};
  }
}

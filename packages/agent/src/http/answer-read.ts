import type { ReadEndpoint } from '../endpoints/endpoint.js';
import type { ReadAnswer } from '../request/gateway.js';
import type { ApiRequest } from './api-request.js';
import { type ApiResponse, withHeaders } from './api-response.js';
import { HttpError, type HttpHeaders, toHttpError } from './http-error.js';
import { readOptionsOf } from './read-options.js';
import type { RouteContext } from './route.js';

/** A read and what becomes of its result. */
export interface ReadRoute<Request, Response> {
  readonly endpoint: ReadEndpoint<Request, Response>;
  readonly query: Request;
  answer(value: Response): ApiResponse;
  /** It is about services: `discovery_max_stale` applies, and the consistency is told. */
  readonly isDiscovery?: boolean;
}

/** Of a read that failed. */
const FAILED: HttpHeaders = {
  'X-Consul-Index': '1',
  'X-Consul-Knownleader': 'false',
  'X-Consul-Lastcontact': '0',
};

/** Answers a read from the replicated state, waiting for a change where the caller asks for that. */
export async function answerRead<Request, Response>(
  context: RouteContext,
  request: ApiRequest,
  route: ReadRoute<Request, Response>,
): Promise<ApiResponse> {
  const { endpoint, query, isDiscovery = false } = route;
  const maxStaleMs = isDiscovery ? context.config.discoveryMaxStaleMs : 0;
  const options = readOptionsOf(request, { maxStaleMs });
  const read = await context.gateway.read(endpoint, query, options).catch((error: unknown) => {
    const failure = toHttpError(error);
    if (failure === undefined) throw error;
    throw new HttpError(failure.status, failure.text, { ...FAILED, ...failure.headers });
  });
  return withHeaders(route.answer(read.value), readHeaders(read, isDiscovery));
}

function readHeaders(answer: ReadAnswer<unknown>, isDiscovery: boolean): HttpHeaders {
  return {
    'X-Consul-Index': String(Math.max(1, answer.index)),
    'X-Consul-Knownleader': String(answer.isLeaderKnown),
    'X-Consul-Lastcontact': String(Math.round(answer.lastContactMs)),
    'X-Consul-Query-Backend': 'blocking-query',
    ...(isDiscovery ? { 'X-Consul-Effective-Consistency': answer.consistency } : {}),
  };
}

import type { IncomingMessage } from 'node:http';
import { type Metrics, silentMetrics } from '@konsul/runtime';
import { ApiRequest } from './api-request.js';
import { type ApiResponse, text } from './api-response.js';
import { HttpError, toHttpError } from './http-error.js';
import { refuseNamespaces } from './namespace-rule.js';
import type { HttpMethod, Route, RouteContext } from './route.js';
import { type FoundRoute, RouteTable } from './route-table.js';
import { isPrintable, percentDecode, type UrlTarget } from './url-path.js';
import { WriteNetworks } from './write-networks.js';

/** A request as it came in. */
export interface Incoming {
  readonly message: IncomingMessage;
  readonly target: UrlTarget;
  /** An IP address; empty where the system does not say. */
  readonly callerAddress: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

const NOT_AN_ENDPOINT = 'Invalid URL path: not a recognized HTTP API endpoint';
const NOT_THE_API =
  "Invalid URL path: if attempting to use the HTTP API, ensure the path starts with '/v1/'";
const NOT_PRINTABLE =
  'Invalid URL path: must be percent-encoded and hold printable characters only';
const NO_UI = 'Konsul Agent: UI disabled. Set ui_config.enabled to true to have one.';

/** Finds what a request means and has it answered; whatever fails is answered too. */
export class Dispatcher {
  readonly #context: RouteContext;
  readonly #table: RouteTable;
  readonly #writers: WriteNetworks;
  readonly #metrics: Metrics;
  #hasWarnedOfToken = false;

  constructor(
    context: RouteContext,
    { routes, metrics = silentMetrics }: { routes: readonly Route[]; metrics?: Metrics },
  ) {
    this.#context = context;
    this.#table = new RouteTable(routes);
    this.#writers = new WriteNetworks(context.config.http.allowWriteHttpFrom);
    this.#metrics = metrics;
  }

  /** Never rejects. */
  async answer(incoming: Incoming): Promise<ApiResponse> {
    try {
      return await this.#dispatch(incoming);
    } catch (error) {
      const failure = toHttpError(error);
      if (failure !== undefined) return text(failure.status, failure.text, failure.headers);
      this.#context.logger.error('a request failed because of a defect', { error });
      return text(500, 'internal error');
    }
  }

  async #dispatch(incoming: Incoming): Promise<ApiResponse> {
    const { path } = incoming.target;
    const decoded = percentDecode(path);
    if (decoded === undefined || !isPrintable(decoded)) return text(400, NOT_PRINTABLE);
    if (!path.startsWith('/v1/')) {
      return path === '/' ? text(200, NO_UI) : text(404, NOT_THE_API);
    }
    const { blockEndpoints } = this.#context.config.http;
    if (blockEndpoints.some((prefix) => decoded.startsWith(prefix))) {
      return text(403, 'Endpoint is blocked by agent configuration');
    }
    const found = this.#table.find(path);
    if (found === undefined) return text(404, NOT_AN_ENDPOINT);
    return await this.#call(found, incoming);
  }

  async #call(
    { route, parameters }: FoundRoute,
    { message, target, callerAddress, signal }: Incoming,
  ): Promise<ApiResponse> {
    const { config, clock } = this.#context;
    const method = message.method ?? '';
    const allowed = { Allow: ['OPTIONS', ...Object.keys(route.methods)].join(',') };
    if (method === 'OPTIONS') return { type: 'empty', headers: allowed };
    const handler = isApiMethod(method) ? route.methods[method] : undefined;
    if (handler === undefined) return text(405, `method ${method} not allowed`, allowed);
    if (method !== 'GET' && !this.#writers.allows(callerAddress)) {
      throw new HttpError(403, 'Access is restricted');
    }
    const request = new ApiRequest({
      message,
      query: target.query,
      parameters,
      signal,
      defaultToken: config.acl.tokens.default ?? '',
    });
    refuseNamespaces(request);
    if (target.query.has('token')) this.#warnOfToken(route);
    const startedAtMs = clock.nowMs();
    try {
      return await handler(request);
    } finally {
      this.#metrics.sample('api.http', clock.nowMs() - startedAtMs, {
        method,
        path: route.path.slice(1).replaceAll(/[/:*]+/g, '_'),
      });
    }
  }

  /** Once: whoever sends it in the query does so with every request. */
  #warnOfToken({ path }: Route): void {
    if (this.#hasWarnedOfToken) return;
    this.#hasWarnedOfToken = true;
    const message = 'tokens in the query end up in logs; send the header X-Consul-Token instead';
    this.#context.logger.warn(message, { path });
  }
}

function isApiMethod(method: string): method is HttpMethod {
  return ['GET', 'PUT', 'POST', 'DELETE'].includes(method);
}

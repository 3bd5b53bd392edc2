import type { KvCommand } from '../../commands/command.js';
import { kvApply, kvGet, kvKeys, kvList } from '../../endpoints/kv.js';
import { fromByteString, toByteString } from '../../state/byte-string.js';
import type { KvPair } from '../../state/domain.js';
import { answerRead } from '../answer-read.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, json, text } from '../api-response.js';
import { HttpError } from '../http-error.js';
import type { Route, RouteContext } from '../route.js';
import { kvPairView } from '../views/kv-view.js';

const UINT64_MAX = 2n ** 64n - 1n;

/** The KV store. */
export function kvRoutes(context: RouteContext): readonly Route[] {
  return [
    {
      path: '/v1/kv/*',
      methods: {
        GET: (request) => getPairs(context, request),
        PUT: (request) => putPair(context, request),
        DELETE: (request) => deletePairs(context, request),
      },
    },
  ];
}

function getPairs(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  refuseConflicts(request, ['keys', 'recurse']);
  const key = request.tailBytes;
  if (request.query.has('keys')) {
    const separator = toByteString(request.text('separator') || request.text('seperator'));
    return answerRead(context, request, {
      endpoint: kvKeys,
      query: { prefix: key, separator },
      answer: (keys) =>
        keys.length === 0 && key !== '' ? text(404, '') : json(keys.map(fromByteString)),
    });
  }
  if (request.query.has('recurse')) {
    return answerRead(context, request, {
      endpoint: kvList,
      query: { prefix: key, separator: '' },
      answer: (pairs) => (pairs.length === 0 ? text(404, '') : json(pairs.map(kvPairView))),
    });
  }
  return answerRead(context, request, {
    endpoint: kvGet,
    query: { key: requiredKey(request) },
    answer: (pair) => {
      if (pair === undefined) return text(404, '');
      return request.query.has('raw') ? rawValue(pair) : json([kvPairView(pair)]);
    },
  });
}

/** A value as it is. It may be anybody's page or script, so no browser may run it. */
function rawValue(pair: KvPair): ApiResponse {
  return {
    type: 'bytes',
    bytes: pair.value,
    contentType: 'text/plain',
    headers: { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': 'sandbox' },
  };
}

async function putPair(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  refuseConflicts(request, ['cas', 'acquire', 'release']);
  const key = requiredKey(request);
  refuseSessions(request);
  const flags = request.text('flags') === '' ? 0n : parseUint64(request, 'flags');
  const expected = request.query.has('cas') ? parseUint64(request, 'cas') : undefined;
  const value = await request.bytes({
    bytesMax: context.config.limits.kvMaxValueBytes,
    advice: 'See kv_max_value_size in the limits of the configuration.',
  });
  const write = { key, value, flags };
  return await apply(
    context,
    request,
    expected === undefined
      ? { type: 'kv-set', ...write }
      : { type: 'kv-cas', expectedIndex: toIndex(expected), ...write },
  );
}

async function deletePairs(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  refuseConflicts(request, ['recurse', 'cas']);
  if (request.query.has('recurse')) {
    return await apply(context, request, { type: 'kv-delete-tree', prefix: request.tailBytes });
  }
  const key = requiredKey(request);
  if (!request.query.has('cas')) return await apply(context, request, { type: 'kv-delete', key });
  const expectedIndex = toIndex(parseUint64(request, 'cas'));
  return await apply(context, request, { type: 'kv-delete-cas', key, expectedIndex });
}

async function apply(
  { gateway }: RouteContext,
  request: ApiRequest,
  command: KvCommand,
): Promise<ApiResponse> {
  return json(await gateway.write(kvApply, command, request.options));
}

function requiredKey(request: ApiRequest): string {
  const key = request.tailBytes;
  if (key === '') throw new HttpError(400, 'Missing key name');
  return key;
}

function refuseConflicts(request: ApiRequest, names: readonly string[]): void {
  if (names.filter((name) => request.query.has(name)).length < 2) return;
  throw new HttpError(400, `Conflicting flags: ${request.query.toString()}\n`);
}

/** Locks need sessions, whose endpoints are not there either: both answer alike. */
function refuseSessions(request: ApiRequest): void {
  for (const name of ['acquire', 'release']) {
    if (request.query.has(name)) {
      throw new HttpError(404, `?${name} is not supported: this agent has no sessions`);
    }
  }
}

/** Reads an unsigned number of 64 bits; its failures are told as Go's strconv tells them. */
function parseUint64(request: ApiRequest, name: string): bigint {
  const digits = request.text(name);
  const fail = (reason: string): HttpError =>
    new HttpError(400, `${name}: strconv.ParseUint: parsing ${JSON.stringify(digits)}: ${reason}`);
  if (!/^\d+$/.test(digits)) throw fail('invalid syntax');
  const value = digits.length > 20 ? UINT64_MAX + 1n : BigInt(digits);
  if (value > UINT64_MAX) throw fail('value out of range');
  return value;
}

/** No log reaches an index that a number does not hold, so one that is cut still matches nothing. */
function toIndex(value: bigint): number {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

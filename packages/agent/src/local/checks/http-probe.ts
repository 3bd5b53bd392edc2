import {
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  STATUS_CODES,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import type { CheckStatus } from '../../state/domain.js';
import { OutputTail } from './check-output.js';
import type { Probe, ProbeResult } from './probe.js';
import type { ProbeTls } from './tcp-probe.js';

const REDIRECT_COUNT_MAX = 10;
const TOO_MANY_REQUESTS = 429;

/** What an HTTP check asks for. */
export interface HttpTarget {
  readonly url: string;
  /** Default GET. */
  readonly method: string;
  readonly header: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly followsRedirects: boolean;
  readonly tls: ProbeTls;
  /** How much of an answer's end is kept. */
  readonly outputBytesMax: number;
}

/** One request of a probe; a redirect leads to the next. */
interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly header: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/**
 * Passing on 2xx, warning on 429, critical on everything else.
 *
 * Source: Consul's documentation of HTTP checks; redirects as RFC 9110 section 15.4 has them.
 */
export function createHttpProbe(target: HttpTarget): Probe {
  return async (signal) => {
    const { url, body, header } = target;
    const method = target.method === '' ? 'GET' : target.method.toUpperCase();
    let hop: Hop = { url: new URL(url), method, header, body };
    for (let redirectCount = 0; ; redirectCount += 1) {
      const response = await exchange(hop, target, signal);
      const next = target.followsRedirects ? redirectOf(hop, response) : undefined;
      if (next === undefined) return await resultOf(`HTTP ${method} ${url}`, response, target);
      response.destroy();
      if (redirectCount === REDIRECT_COUNT_MAX) {
        throw new Error(`HTTP ${method} ${url}: stopped after ${REDIRECT_COUNT_MAX} redirects`);
      }
      hop = next;
    }
  };
}

function exchange(hop: Hop, { tls }: HttpTarget, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = openRequest(hop, tls, signal);
    request.once('response', resolve);
    request.once('error', (error) => {
      reject(new Error(`HTTP ${hop.method} ${hop.url.href}: ${error.message}`));
    });
    request.end(hop.body === '' ? undefined : hop.body);
  });
}

function openRequest(hop: Hop, tls: ProbeTls, signal: AbortSignal): ClientRequest {
  const options = {
    method: hop.method,
    headers: headersOf(hop),
    // A connection that is kept would hide that no new one can be made.
    agent: false as const,
    signal,
  };
  if (hop.url.protocol !== 'https:') return requestHttp(hop.url, options);
  return requestHttps(hop.url, {
    ...options,
    rejectUnauthorized: !tls.skipsVerification,
    ...(tls.serverName === '' ? {} : { servername: tls.serverName }),
  });
}

function headersOf({ header, body }: Hop): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {
    'user-agent': 'Konsul Health Check',
    accept: 'text/plain, text/*, */*',
    ...(body === '' ? {} : { 'content-length': String(new TextEncoder().encode(body).length) }),
  };
  for (const [name, values] of Object.entries(header)) {
    const key = name.toLowerCase();
    const [first = ''] = values;
    headers[key] = values.length === 1 || key === 'host' ? first : [...values];
  }
  return headers;
}

function redirectOf(hop: Hop, { statusCode = 0, headers }: IncomingMessage): Hop | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  if (!isRedirect || headers.location === undefined) return undefined;
  const url = new URL(headers.location, hop.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const header = url.host === hop.url.host ? hop.header : withoutSecrets(hop.header);
  if (statusCode === 307 || statusCode === 308 || ['GET', 'HEAD'].includes(hop.method)) {
    return { ...hop, url, header };
  }
  return { url, header, method: 'GET', body: '' };
}

/** What is meant for one host is not told to the next one. */
function withoutSecrets(header: Hop['header']): Hop['header'] {
  const secret = ['authorization', 'cookie', 'host', 'proxy-authorization', 'www-authenticate'];
  return Object.fromEntries(
    Object.entries(header).filter(([name]) => !secret.includes(name.toLowerCase())),
  );
}

async function resultOf(
  label: string,
  response: IncomingMessage,
  { outputBytesMax }: HttpTarget,
): Promise<ProbeResult> {
  const tail = new OutputTail(outputBytesMax);
  for await (const chunk of response) tail.add(chunk as Uint8Array);
  const { statusCode = 0, statusMessage = '' } = response;
  const phrase = statusMessage === '' ? (STATUS_CODES[statusCode] ?? '') : statusMessage;
  return {
    status: statusOf(statusCode),
    output: `${label}: ${statusCode} ${phrase} Output: ${tail.text()}`,
  };
}

function statusOf(statusCode: number): CheckStatus {
  if (statusCode >= 200 && statusCode <= 299) return 'passing';
  return statusCode === TOO_MANY_REQUESTS ? 'warning' : 'critical';
}

import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ApiResponse, StreamSink } from './api-response.js';
import type { HttpHeaders } from './http-error.js';
import { type JsonLayout, jsonText } from './json-text.js';

const compress = promisify(gzip);

/** A smaller body fits one packet as it is. */
const COMPRESSED_BYTES_MIN = 1400;

/** Compressing is on the way of every answer; more effort saves little more. */
const COMPRESSION_LEVEL = 1;

/** How an answer goes out. */
export interface WriteOptions {
  /** Of every answer; those of this one win. */
  readonly headers: HttpHeaders;
  readonly layout: JsonLayout;
  readonly acceptsGzip: boolean;
  /** Aborted when nobody reads any more. */
  readonly signal: AbortSignal;
}

/** Writes an answer; resolves once everything of it is handed over. */
export async function writeResponse(
  target: ServerResponse,
  response: ApiResponse,
  options: WriteOptions,
): Promise<void> {
  target.statusCode = response.status ?? 200;
  for (const [name, value] of Object.entries({ ...options.headers, ...response.headers })) {
    target.setHeader(name, value);
  }
  switch (response.type) {
    case 'empty':
      target.end();
      return;
    case 'json': {
      target.setHeader('Content-Type', 'application/json');
      await endWith(target, Buffer.from(jsonText(response.value, options.layout)), options);
      return;
    }
    case 'bytes':
      target.setHeader('Content-Type', response.contentType);
      await endWith(target, response.bytes, options);
      return;
    case 'stream':
      target.setHeader('Content-Type', response.contentType);
      target.flushHeaders();
      await response.produce(sinkOf(target, options.signal));
      target.end();
      return;
  }
}

async function endWith(
  target: ServerResponse,
  body: Uint8Array,
  { acceptsGzip }: WriteOptions,
): Promise<void> {
  if (!acceptsGzip || body.length < COMPRESSED_BYTES_MIN) {
    target.setHeader('Content-Length', body.length);
    target.end(body);
    return;
  }
  const compressed = await compress(body, { level: COMPRESSION_LEVEL });
  target.setHeader('Content-Encoding', 'gzip');
  target.setHeader('Content-Length', compressed.length);
  target.end(compressed);
}

function sinkOf(target: ServerResponse, signal: AbortSignal): StreamSink {
  return {
    signal,
    write(text) {
      if (target.writableNeedDrain) return false;
      target.write(text);
      return true;
    },
  };
}

/** Whether a client takes gzip: it names it, or anything, and not with a weight of zero. */
export function acceptsGzip(acceptEncoding: string): boolean {
  return acceptEncoding.split(',').some((offer) => {
    const [coding = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
    if (coding !== 'gzip' && coding !== '*') return false;
    return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

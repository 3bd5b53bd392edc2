import type { HttpHeaders } from './http-error.js';

/** Where a stream's producer writes. */
export interface StreamSink {
  /** @returns false when the reader is behind; nothing was then written. */
  write(text: string): boolean;
  /** Aborted when the reader is gone or the server stops. */
  readonly signal: AbortSignal;
}

/** What a route answers; how it goes over the wire is the writer's concern. */
export type ApiResponse =
  | {
      readonly type: 'json';
      readonly value: unknown;
      readonly status?: number;
      readonly headers?: HttpHeaders;
    }
  /** Nothing to say: no body and no media type. */
  | { readonly type: 'empty'; readonly status?: number; readonly headers?: HttpHeaders }
  | {
      readonly type: 'bytes';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly status?: number;
      readonly headers?: HttpHeaders;
    }
  /** Goes on until the producer resolves or the reader is gone. */
  | {
      readonly type: 'stream';
      readonly produce: (sink: StreamSink) => Promise<void>;
      readonly contentType: string;
      readonly status?: number;
      readonly headers?: HttpHeaders;
    };

/** Media type of plain texts, errors among them. */
export const TEXT_CONTENT_TYPE = 'text/plain; charset=utf-8';

const encoder = new TextEncoder();

/** A value as JSON. */
export function json(value: unknown, headers: HttpHeaders = {}): ApiResponse {
  return { type: 'json', value, headers };
}

/** Success with nothing to say. */
export function done(headers: HttpHeaders = {}): ApiResponse {
  return { type: 'empty', headers };
}

/** A text, empty ones without a media type. */
export function text(status: number, body: string, headers: HttpHeaders = {}): ApiResponse {
  if (body === '') return { type: 'empty', status, headers };
  const bytes = encoder.encode(body);
  return { type: 'bytes', bytes, contentType: TEXT_CONTENT_TYPE, status, headers };
}

/** The same answer with more headers. */
export function withHeaders(response: ApiResponse, headers: HttpHeaders): ApiResponse {
  return { ...response, headers: { ...headers, ...response.headers } };
}

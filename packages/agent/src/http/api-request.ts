import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from '../request/gateway.js';
import { type ByteString, fromByteString } from '../state/byte-string.js';
import { HttpError } from './http-error.js';
import { decodeJson, type JsonReader } from './json-decode.js';
import { type BodyLimit, readBody } from './request-body.js';
import { percentDecode } from './url-path.js';

/** What a request is made from. */
export interface ApiRequestParts {
  readonly message: IncomingMessage;
  readonly query: URLSearchParams;
  /** Still percent-encoded. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The caller's secret where it sends none. */
  readonly defaultToken: string;
}

const JSON_BODY: BodyLimit = {
  bytesMax: 1_048_576,
  advice: 'The limit is fixed.',
};

/** A request to the API: its path's open parts, its query, its body and who sent it. */
export class ApiRequest {
  readonly query: URLSearchParams;
  readonly signal: AbortSignal;
  readonly #parts: ApiRequestParts;

  constructor(parts: ApiRequestParts) {
    this.#parts = parts;
    this.query = parts.query;
    this.signal = parts.signal;
  }

  /** The rest of the path, as bytes. */
  get tailBytes(): ByteString {
    return percentDecode(this.#parts.parameters['*'] ?? '') ?? '';
  }

  /** The rest of the path. */
  get tail(): string {
    return fromByteString(this.tailBytes);
  }

  /** The rest of the path. @throws HttpError 400 with this text where there is none. */
  requiredTail(missing: string): string {
    const { tail } = this;
    if (tail === '') throw new HttpError(400, missing);
    return tail;
  }

  /** A part of the path. */
  parameter(name: string): string {
    return fromByteString(percentDecode(this.#parts.parameters[name] ?? '') ?? '');
  }

  /** A query parameter's first value; empty where there is none. */
  text(name: string): string {
    return this.query.get(name) ?? '';
  }

  /** Whether a query parameter is there, with whatever value but an explicit no. */
  isOn(name: string): boolean {
    return this.query.has(name) && !['0', 'false'].includes(this.text(name));
  }

  /** A header by its name in lower case; empty where there is none. */
  header(name: string): string {
    const value = this.#parts.message.headers[name];
    return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
  }

  /** Where it is to be answered; empty: here. */
  get datacenter(): string {
    return this.text('datacenter') || this.text('dc');
  }

  /** The caller's secret: from the query, its own header, or as a bearer token. */
  get token(): string {
    const bearer = /^Bearer\s+(\S+)\s*$/i.exec(this.header('authorization'))?.[1];
    const { defaultToken } = this.#parts;
    return this.text('token') || this.header('x-consul-token') || bearer || defaultToken;
  }

  /** What every request to the gateway carries. */
  get options(): RequestOptions {
    const { datacenter, token, signal } = this;
    return { datacenter, token, signal };
  }

  /** The body. @throws HttpError 413 or 400 */
  bytes(limit: BodyLimit): Promise<Uint8Array> {
    return readBody(this.#parts.message, limit);
  }

  /** The body as JSON. @throws HttpError 413 or 400 */
  async json<T>(reader: JsonReader<T>): Promise<T> {
    return decodeJson(await this.bytes(JSON_BODY), reader);
  }
}

import type { Endpoint } from '../endpoints/endpoint.js';
import { isMalformed } from '../wire/codec.js';
import type { AnswerEnvelope, AnswerMetadata, RequestEnvelope } from './envelope.js';
import type { ReadOptions } from './gateway.js';
import { RequestError } from './request-error.js';

/** What of the options of a request travels with it. */
export type CallOptions = Omit<RequestEnvelope, 'endpoint' | 'body'>;

/**
 * A request under way. What came in as a value is encoded only if it must travel on, what came in
 * as bytes is decoded only where it is answered.
 */
export class Call {
  readonly endpoint: Endpoint;
  readonly options: CallOptions;
  readonly signal: AbortSignal | undefined;
  #request: unknown;
  #body: Uint8Array | undefined;

  private constructor(endpoint: Endpoint, options: CallOptions, signal: AbortSignal | undefined) {
    this.endpoint = endpoint;
    this.options = options;
    this.signal = signal;
  }

  static ofRequest(endpoint: Endpoint, request: unknown, options: ReadOptions): Call {
    const call = new Call(
      endpoint,
      {
        datacenter: options.datacenter ?? '',
        token: options.token ?? '',
        consistency: options.consistency ?? 'default',
        minIndex: options.minIndex ?? 0,
        waitMs: options.waitMs ?? 0,
        maxStaleMs: options.maxStaleMs ?? 0,
      },
      options.signal,
    );
    call.#request = request;
    return call;
  }

  static ofEnvelope(endpoint: Endpoint, envelope: RequestEnvelope, signal: AbortSignal): Call {
    const { endpoint: _, body, ...options } = envelope;
    const call = new Call(endpoint, options, signal);
    call.#body = body;
    return call;
  }

  /** @throws RequestError INVALID when a peer sent bytes that are no such request. */
  get request(): unknown {
    if (this.#request === undefined && this.#body !== undefined) {
      const request = this.endpoint.request.decode(this.#body);
      if (isMalformed(request)) {
        throw new RequestError('INVALID', `malformed ${this.endpoint.name}: ${request.reason}`);
      }
      this.#request = request;
    }
    return this.#request;
  }

  /** As it travels. */
  envelope(): RequestEnvelope {
    this.#body ??= this.endpoint.request.encode(this.#request);
    return { endpoint: this.endpoint.name, ...this.options, body: this.#body };
  }
}

/** An answer under way; encoded and decoded as late as its {@link Call}. */
export class Answer {
  readonly metadata: AnswerMetadata;
  readonly #endpoint: Endpoint;
  #value: unknown;
  #body: Uint8Array | undefined;

  private constructor(endpoint: Endpoint, metadata: AnswerMetadata) {
    this.#endpoint = endpoint;
    this.metadata = metadata;
  }

  static ofValue(endpoint: Endpoint, value: unknown, metadata: AnswerMetadata): Answer {
    const answer = new Answer(endpoint, metadata);
    answer.#value = value;
    return answer;
  }

  static ofEnvelope(endpoint: Endpoint, { body, ...metadata }: AnswerEnvelope): Answer {
    const answer = new Answer(endpoint, metadata);
    answer.#body = body;
    return answer;
  }

  /** @throws RequestError INTERNAL when a peer sent bytes that are no such answer. */
  get value(): unknown {
    if (this.#value === undefined && this.#body !== undefined) {
      const value = this.#endpoint.response.decode(this.#body);
      if (isMalformed(value)) {
        throw new RequestError(
          'INTERNAL',
          `malformed answer of ${this.#endpoint.name}: ${value.reason}`,
        );
      }
      this.#value = value;
    }
    return this.#value;
  }

  /** As it travels. */
  envelope(): AnswerEnvelope {
    this.#body ??= this.#endpoint.response.encode(this.#value);
    return { ...this.metadata, body: this.#body };
  }
}

import {
  type FederationRouter,
  isRouterError,
  type Route,
  retryDelayMs,
} from '@konsul/federation-router';
import { type ConnectionPool, isRpcError, type Peer, type RpcErrorCode } from '@konsul/rpc';
import type { Clock, Endpoint as NetworkEndpoint, Rng } from '@konsul/runtime';
import type { Endpoint } from '../endpoints/endpoint.js';
import { isMalformed } from '../wire/codec.js';
import { answerEnvelopeCodec, requestEnvelopeCodec } from '../wire/envelope-codec.js';
import { Answer, type Call } from './call.js';
import { LeaderNews } from './leader-news.js';
import { cancelled } from './local-read.js';
import { forwardFailureOf, fromRpcError } from './remote-failure.js';
import { RequestError } from './request-error.js';
import { longestWaitMs } from './wait-time.js';

/** The method by which agents hand requests to each other. */
export const REQUEST_METHOD = 'konsul.request';

export interface ForwarderOptions {
  readonly datacenter: string;
  readonly router: FederationRouter;
  readonly pool: ConnectionPool;
  /** How long a request may wait for a leader. Default 7 s. */
  readonly holdTimeoutMs: number;
  /** How long a call that does not wait for a change may take. Default 60 s. */
  readonly callTimeoutMs: number;
  readonly usesTls: boolean;
  /** Takes one request's worth from the client's allowance; false refuses it. */
  readonly admit?: () => boolean;
  readonly clock: Clock;
  readonly rng: Rng;
}

/** Either the answer of this server, or where its leader is, if anybody knows. */
export type LeaderOrAnswer =
  | { readonly answer: Promise<Answer> }
  | { readonly leader: NetworkEndpoint | undefined };

/** How a server finds its leader. */
export interface LeaderSource {
  readonly find: () => LeaderOrAnswer;
  /** Calls back when `find` may give something else. @returns how to stop listening. */
  readonly onChanged: (listener: () => void) => () => void;
}

/** Sends calls on to the agent that can answer them. */
export class Forwarder {
  readonly #options: ForwarderOptions;

  constructor(options: ForwarderOptions) {
    this.#options = options;
  }

  /** To a server of another datacenter: one attempt, whose failure is the caller's to judge. */
  async toDatacenter(call: Call, datacenter: string): Promise<Answer> {
    const route = this.#findRoute(datacenter);
    try {
      return await this.#send(call, { ...route.server.endpoint, datacenter });
    } catch (error) {
      if (isFaultOfServer(error)) route.reportFailure();
      throw fromRpcError(error);
    }
  }

  /** From a client agent to a server of its own datacenter, tried again where that is safe. */
  async toAnyServer(call: Call): Promise<Answer> {
    if (this.#options.admit?.() === false)
      throw new RequestError('RATE_LIMITED', 'RPC rate limit exceeded');
    return await this.#retrying(call, async () => {
      const route = this.#findLocalRoute();
      try {
        return await this.#send(call, {
          ...route.server.endpoint,
          datacenter: route.server.datacenter,
        });
      } catch (error) {
        if (isFaultOfServer(error)) route.reportFailure();
        throw error;
      }
    });
  }

  /** From one server to its leader, which may turn out to be this one. */
  async toLeader(call: Call, { find, onChanged }: LeaderSource): Promise<Answer> {
    const news = new LeaderNews(onChanged);
    const attempt = async (): Promise<Answer> => {
      const found = find();
      news.forget();
      if ('answer' in found) return await found.answer;
      news.listen();
      if (found.leader === undefined) throw new RequestError('NO_LEADER', 'No cluster leader');
      return await this.#send(call, { ...found.leader, datacenter: this.#options.datacenter });
    };
    try {
      return await this.#retrying(call, attempt, news);
    } finally {
      news.stop();
    }
  }

  /** Attempts until one succeeds or no further is due; the wait in between ends early on news. */
  async #retrying(
    call: Call,
    attempt: () => Promise<Answer>,
    news: LeaderNews = new LeaderNews(),
  ): Promise<Answer> {
    const { clock, rng } = this.#options;
    const startedAtMs = clock.nowMs();
    let previousWaitMs = 0;
    for (let attemptCount = 1; ; ) {
      try {
        return await attempt();
      } catch (error) {
        const waitMs = retryDelayMs(
          {
            failure: forwardFailureOf(error),
            access: isRepeatable(call.endpoint) ? 'read' : 'write',
            attemptCount,
            elapsedMs: clock.nowMs() - startedAtMs,
            holdTimeoutMs: this.#holdTimeoutMs(call),
            previousWaitMs,
          },
          rng,
        );
        if (waitMs === undefined) throw fromRpcError(error);
        const isNews = await this.#pause(waitMs, news, call.signal);
        // An attempt for the sake of news does not make the later ones rarer.
        if (isNews) continue;
        attemptCount += 1;
        previousWaitMs = waitMs;
      }
    }
  }

  async #send(
    call: Call,
    server: NetworkEndpoint & { readonly datacenter: string },
  ): Promise<Answer> {
    const { pool, usesTls, callTimeoutMs, holdTimeoutMs } = this.#options;
    const { minIndex, waitMs } = call.options;
    const deadlineMs = minIndex > 0 ? longestWaitMs(waitMs) + holdTimeoutMs : callTimeoutMs;
    const peer: Peer = {
      host: server.host,
      port: server.port,
      datacenter: server.datacenter,
      useTls: usesTls,
    };
    const bytes = await pool.call(
      peer,
      REQUEST_METHOD,
      requestEnvelopeCodec.encode(call.envelope()),
      {
        deadlineMs,
        ...(call.signal === undefined ? {} : { signal: call.signal }),
      },
    );
    const envelope = answerEnvelopeCodec.decode(bytes);
    if (isMalformed(envelope))
      throw new RequestError('INTERNAL', `malformed answer: ${envelope.reason}`);
    return Answer.ofEnvelope(call.endpoint, envelope);
  }

  #holdTimeoutMs(call: Call): number {
    const { minIndex, waitMs } = call.options;
    return this.#options.holdTimeoutMs + (minIndex > 0 ? longestWaitMs(waitMs) : 0);
  }

  #findRoute(datacenter: string): Route {
    try {
      return this.#options.router.findRoute(datacenter);
    } catch (error) {
      if (!isRouterError(error)) throw error;
      if (error.code === 'DATACENTER_UNREACHABLE') {
        throw new RequestError(
          'DATACENTER_UNREACHABLE',
          `Remote DC has no server currently reachable: "${datacenter}"`,
        );
      }
      throw new RequestError('NO_PATH_TO_DATACENTER', `No path to datacenter "${datacenter}"`);
    }
  }

  #findLocalRoute(): Route {
    try {
      return this.#options.router.findRoute(this.#options.datacenter);
    } catch (error) {
      if (!isRouterError(error)) throw error;
      throw new RequestError('NO_SERVERS', 'No known Consul servers');
    }
  }

  /** Waits, unless there is news already. @returns whether news ended it. Rejects when the caller gives up. */
  #pause(durationMs: number, news: LeaderNews, signal: AbortSignal | undefined): Promise<boolean> {
    const { clock } = this.#options;
    if (signal?.aborted === true) return Promise.reject(cancelled());
    if (news.hasCome) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      const end = (): void => {
        cancelTimer();
        stopListening();
        signal?.removeEventListener('abort', onAbort);
      };
      const onAbort = (): void => {
        end();
        reject(cancelled());
      };
      const onEnd = (isNews: boolean): void => {
        end();
        resolve(isNews);
      };
      const cancelTimer = clock.schedule(clock.nowMs() + durationMs, () => onEnd(false));
      const stopListening = news.onCome(() => onEnd(true));
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }
}

/** Whether a call whose answer was lost may be made again. */
function isRepeatable(endpoint: Endpoint): boolean {
  return endpoint.kind === 'read' || (endpoint.kind === 'server' && endpoint.isRepeatable);
}

/** Failures of a call in which the server, or the way to it, had no part. */
const BLAMELESS: ReadonlySet<RpcErrorCode> = new Set<RpcErrorCode>([
  'CANCELLED',
  'CLOSED',
  'FRAME_TOO_LARGE',
  'INVALID_CONFIG',
  'REMOTE',
  'UNKNOWN_METHOD',
]);

/** Whether to ask another server next time. One that answers, if only with an error, is good. */
function isFaultOfServer(error: unknown): boolean {
  return !isRpcError(error) || !(error.remote !== undefined || BLAMELESS.has(error.code));
}

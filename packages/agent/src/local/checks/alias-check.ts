import { type Cancel, type Clock, type Rng, randomRatio } from '@konsul/runtime';
import { catalogNodeServices } from '../../endpoints/catalog.js';
import { healthNodeChecks } from '../../endpoints/health.js';
import type { RequestGateway } from '../../request/gateway.js';
import { tableKey } from '../../state/byte-string.js';
import type { CheckDefinition } from '../../state/domain.js';
import { aliasResult } from './alias-rule.js';
import type { CheckRunner, ReportResult } from './probe.js';

/** The index of a node's checks moves with all checks: without a pause a busy cluster is a busy loop. */
const PAUSE_MS = 1000;
const RETRY_MS_MAX = 60_000;
/** Services without checks come and go unseen by a watch on checks. */
const WAIT_MS = 60_000;

/** The other services and checks of this machine, as an alias check sees them. */
export interface AliasSource {
  hasService(id: string): boolean;
  checks(): Iterable<CheckDefinition>;
  onChange(listener: () => void): () => void;
}

export interface LocalAliasOptions {
  /** Of the alias check itself, which does not count. */
  readonly checkId: string;
  readonly serviceId: string;
  readonly node: string;
  readonly source: AliasSource;
  readonly clock: Clock;
  readonly report: ReportResult;
}

/** Repeats the health of another service of this machine, or of the machine. */
export class LocalAliasCheck implements CheckRunner {
  readonly #options: LocalAliasOptions;
  #endListening: (() => void) | undefined;
  #isPending = false;

  constructor(options: LocalAliasOptions) {
    this.#options = options;
  }

  start(): void {
    this.#endListening = this.#options.source.onChange(() => this.#lookSoon());
    this.#lookSoon();
  }

  stop(): void {
    this.#endListening?.();
    this.#endListening = undefined;
  }

  /** Not within the change itself: a report is a change too, and aliases may look at each other. */
  #lookSoon(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    this.#options.clock.defer(() => {
      this.#isPending = false;
      if (this.#endListening !== undefined) this.#look();
    });
  }

  #look(): void {
    const { checkId, serviceId, node, source, report } = this.#options;
    const others = [...source.checks()].filter((check) => check.checkId !== checkId);
    const isServiceKnown = source.hasService(serviceId);
    report(aliasResult({ serviceId, isServiceKnown, node }, others));
  }
}

export interface RemoteAliasOptions {
  readonly node: string;
  readonly serviceId: string;
  readonly token: string;
  readonly gateway: RequestGateway;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly report: ReportResult;
}

/** Repeats the health of another node, or of a service there, as the catalogue has it. */
export class RemoteAliasCheck implements CheckRunner {
  readonly #options: RemoteAliasOptions;
  readonly #stopping = new AbortController();
  #cancelRetry: Cancel | undefined;

  constructor(options: RemoteAliasOptions) {
    this.#options = options;
  }

  start(): void {
    void this.#watch();
  }

  stop(): void {
    this.#stopping.abort();
    this.#cancelRetry?.();
  }

  async #watch(): Promise<void> {
    let minIndex = 0;
    let failureCount = 0;
    while (!this.#stopping.signal.aborted) {
      try {
        const index = await this.#look(minIndex);
        // An index that goes back means another history: begin again.
        minIndex = index < minIndex ? 0 : index;
        failureCount = 0;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        const reason = error instanceof Error ? error.message : String(error);
        this.#options.report({ status: 'critical', output: `Failure checking alias: ${reason}` });
        minIndex = 0;
        failureCount += 1;
      }
      await this.#pause(Math.min(PAUSE_MS * 2 ** failureCount, RETRY_MS_MAX));
    }
  }

  /** Waits until the checks are other than at `minIndex`. @returns the index they are now at. */
  async #look(minIndex: number): Promise<number> {
    const { node, serviceId, token, gateway, report } = this.#options;
    const options = { token, signal: this.#stopping.signal, consistency: 'stale' as const };
    const request = { name: node };
    const waiting = { ...options, minIndex, waitMs: WAIT_MS };
    const checks = await gateway.read(healthNodeChecks, request, waiting);
    const found = await gateway.read(catalogNodeServices, request, options);
    if (this.#stopping.signal.aborted) return checks.index;
    const isServiceKnown =
      found.value?.services.some(({ id }) => tableKey(id) === tableKey(serviceId)) ?? false;
    report(aliasResult({ serviceId, isServiceKnown, node }, checks.value));
    return checks.index;
  }

  #pause(delayMs: number): Promise<void> {
    const { clock, rng } = this.#options;
    return new Promise((resolve) => {
      const atMs = clock.nowMs() + delayMs * (0.5 + randomRatio(rng) / 2);
      this.#cancelRetry = clock.schedule(atMs, resolve);
    });
  }
}

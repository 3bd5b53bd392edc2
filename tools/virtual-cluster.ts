import { createHash } from 'node:crypto';
import { type Rng, seededRng } from '@konsul/runtime';
import { type LinkOptions, MemoryNetwork, VirtualClock } from '@konsul/simulation';

/** Where every member of a cluster listens. */
export const PORT = 7_946;

export interface VirtualClusterOptions {
  readonly seed: number;
  /** What the network is like. Default: 0.5 to 3 ms, and nothing is lost. */
  readonly link?: LinkOptions;
  /** Promises that may follow from each other between two events. */
  readonly turnCount: number;
}

/** Whole members over a network in memory, on virtual time, which passes only when it is told to. */
export class VirtualCluster<Node> {
  readonly clock: VirtualClock = new VirtualClock();
  readonly network: MemoryNetwork;
  readonly nodes: Map<string, Node> = new Map();
  readonly #seed: number;
  readonly #turnCount: number;
  readonly #hash = createHash('sha256');
  #madeCount = 0;

  constructor({ seed, link, turnCount }: VirtualClusterOptions) {
    this.#seed = seed;
    this.#turnCount = turnCount;
    this.network = new MemoryNetwork({
      clock: this.clock,
      rng: seededRng(seed),
      link: link ?? { latency: { type: 'uniform', minMs: 0.5, maxMs: 3 } },
    });
  }

  node(name: string): Node {
    const node = this.nodes.get(name);
    if (node === undefined) throw new Error(`no node ${name}`);
    return node;
  }

  /** A place on the network and a source of chance for one more member. */
  protected nextPlace(): { readonly host: string; readonly rng: Rng } {
    this.#madeCount += 1;
    const index = this.#madeCount;
    return {
      host: `10.0.${index >> 8}.${index & 255}`,
      rng: seededRng(this.#seed * 7_919 + index),
    };
  }

  /** Lets time pass; promises settle between events. */
  async run(durationMs: number): Promise<void> {
    const untilMs = this.clock.nowMs() + durationMs;
    for (;;) {
      const nextMs = this.clock.nextEventMs();
      if (nextMs === undefined || nextMs > untilMs) break;
      this.clock.runNext();
      for (let turn = 0; turn < this.#turnCount; turn += 1) await Promise.resolve();
    }
    this.clock.moveTo(untilMs);
  }

  /** Runs until it holds. @returns how long that took. */
  async until(condition: () => boolean, limitMs: number, stepMs = 10): Promise<number> {
    const startMs = this.clock.nowMs();
    while (!condition()) {
      const elapsedMs = this.clock.nowMs() - startMs;
      if (elapsedMs > limitMs) throw new Error(`not within ${limitMs} ms (seed ${this.#seed})`);
      await this.run(stepMs);
    }
    return this.clock.nowMs() - startMs;
  }

  /** A digest of everything that was traced so far. */
  traceHash(): string {
    return this.#hash.copy().digest('hex');
  }

  protected trace(...parts: readonly (string | Uint8Array)[]): void {
    for (const part of parts) this.#hash.update(part);
  }
}

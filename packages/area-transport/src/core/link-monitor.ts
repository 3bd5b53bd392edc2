export interface LinkMonitorOptions {
  /** How long packets may go out without proof that they arrive, in milliseconds. */
  readonly intervalMs: number;
  /** How long the proof may then take, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a tick asks for. */
export type LinkVerdict = 'ping' | 'dead' | 'nothing';

/**
 * Finds out that a link is cut although nobody has closed it. Packets go one way and are not
 * answered on their link, so from time to time the peer is asked whether it still reads. A link
 * on which nothing is sent is not asked either: it may become idle and be closed.
 */
export class LinkMonitor {
  readonly #options: LinkMonitorOptions;
  /** When the first packet went out of which we have no proof yet. */
  #unprovenSinceMs: number | undefined;
  #askedAtMs: number | undefined;

  constructor(options: LinkMonitorOptions) {
    this.#options = options;
  }

  /** When a tick is wanted, or undefined while nothing is unproven. */
  get deadlineMs(): number | undefined {
    const { intervalMs, timeoutMs } = this.#options;
    if (this.#askedAtMs !== undefined) return this.#askedAtMs + timeoutMs;
    return this.#unprovenSinceMs === undefined ? undefined : this.#unprovenSinceMs + intervalMs;
  }

  onPacketSent(nowMs: number): void {
    this.#unprovenSinceMs ??= nowMs;
  }

  /** The peer has read everything up to our question. */
  onPong(): void {
    this.#unprovenSinceMs = undefined;
    this.#askedAtMs = undefined;
  }

  onTick(nowMs: number): LinkVerdict {
    const deadlineMs = this.deadlineMs;
    if (deadlineMs === undefined || nowMs < deadlineMs) return 'nothing';
    if (this.#askedAtMs !== undefined) return 'dead';
    this.#askedAtMs = nowMs;
    return 'ping';
  }
}

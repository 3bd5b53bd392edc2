export interface KeepAliveOptions {
  /** Silence after which the peer is asked for a sign of life, in milliseconds. */
  readonly intervalMs: number;
  /** How long a peer that was asked may stay silent, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a tick asks for. */
export type KeepAliveVerdict = 'ping' | 'dead' | 'nothing';

/**
 * Notices peers that are gone without having closed: a host that lost power, or a path that was
 * cut, leaves a connection open on one side only.
 *
 * The deadline is moved only by ticks and not by every frame, so that a busy connection does not
 * arm a timer again for each of its frames.
 */
export class KeepAlive {
  readonly #options: KeepAliveOptions;
  #heardAtMs: number;
  #askedAtMs: number | undefined;
  #deadlineMs: number;

  constructor(options: KeepAliveOptions, nowMs: number) {
    this.#options = options;
    this.#heardAtMs = nowMs;
    this.#deadlineMs = nowMs + options.intervalMs;
  }

  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /** Something came from the peer. */
  onReceived(nowMs: number): void {
    this.#heardAtMs = nowMs;
    this.#askedAtMs = undefined;
  }

  /** Judges the silence; call it when the deadline has come, earlier calls do nothing. */
  onTick(nowMs: number): KeepAliveVerdict {
    if (nowMs < this.#deadlineMs) return 'nothing';
    if (this.#askedAtMs !== undefined) return 'dead';
    const quietUntilMs = this.#heardAtMs + this.#options.intervalMs;
    if (nowMs < quietUntilMs) {
      this.#deadlineMs = quietUntilMs;
      return 'nothing';
    }
    this.#askedAtMs = nowMs;
    this.#deadlineMs = nowMs + this.#options.timeoutMs;
    return 'ping';
  }
}

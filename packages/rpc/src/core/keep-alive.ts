export interface KeepAliveOptions {
  /** Silence after which the peer is asked for a sign of life, in milliseconds. */
  readonly intervalMs: number;
  /** How long a peer that was asked may stay silent, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a tick asks for. */
export type KeepAliveVerdict = 'ping' | 'dead' | 'nothing';

/** How often a question that cannot leave is given as much time again. */
const EXTENSION_COUNT_MAX = 12;

/**
 * Notices peers that are gone without having closed: a host that lost power, or a path that was
 * cut, leaves a connection open on one side only.
 *
 * The deadline is moved only by ticks and not by every frame, so that a busy connection does not
 * arm a timer again for each of its frames.
 *
 * While what was written cannot leave, neither can our question: a slow path that is carrying a
 * large frame gets the timeout up to 12 times over. One that takes nothing for as long is dead.
 */
export class KeepAlive {
  readonly #options: KeepAliveOptions;
  #heardAtMs: number;
  #askedAtMs: number | undefined;
  #deadlineMs: number;
  #isCongested = false;
  #extensionCount = 0;

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

  /** What is written begins to wait, or has left. */
  onCongestion(isCongested: boolean, nowMs: number): void {
    this.#isCongested = isCongested;
    this.#extensionCount = 0;
    if (!isCongested && this.#askedAtMs !== undefined) {
      this.#deadlineMs = nowMs + this.#options.timeoutMs;
    }
  }

  /** Judges the silence; call it when the deadline has come, earlier calls do nothing. */
  onTick(nowMs: number): KeepAliveVerdict {
    if (nowMs < this.#deadlineMs) return 'nothing';
    if (this.#askedAtMs !== undefined) return this.#extend(nowMs) ? 'nothing' : 'dead';
    const quietUntilMs = this.#heardAtMs + this.#options.intervalMs;
    if (nowMs < quietUntilMs) {
      this.#deadlineMs = quietUntilMs;
      return 'nothing';
    }
    this.#askedAtMs = nowMs;
    this.#deadlineMs = nowMs + this.#options.timeoutMs;
    return 'ping';
  }

  #extend(nowMs: number): boolean {
    if (!this.#isCongested || this.#extensionCount >= EXTENSION_COUNT_MAX) return false;
    this.#extensionCount += 1;
    this.#deadlineMs = nowMs + this.#options.timeoutMs;
    return true;
  }
}

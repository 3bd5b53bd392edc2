/**
 * What a process passes when it sends or has received. Closed, it holds everything up, in order, as
 * a process does that blocks immediately before sending and immediately after receiving.
 */
export class Gate {
  readonly #pace: (action: () => void) => void;
  #isClosed = false;
  #isReading = false;
  #outgoing: (() => void)[] = [];
  #incoming: (() => void)[] = [];
  /** The next of {@link #incoming} to be read. */
  #readCount = 0;

  /** @param pace - calls back when the next of the messages that have piled up can be read. */
  constructor(pace: (action: () => void) => void) {
    this.#pace = pace;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  send(action: () => void): void {
    if (this.#isClosed) this.#outgoing.push(action);
    else action();
  }

  /** Behind those that have piled up, if there are any. */
  receive(action: () => void): void {
    if (this.#isClosed || this.#isReading) this.#incoming.push(action);
    else action();
  }

  close(): void {
    this.#isClosed = true;
  }

  /**
   * Lets go what was held up: what was to be sent at once, then one after the other what had come in.
   *
   * @param beforeReading - called between the two.
   */
  open(beforeReading: () => void = () => {}): void {
    if (!this.#isClosed) return;
    this.#isClosed = false;
    const outgoing = this.#outgoing;
    this.#outgoing = [];
    for (const action of outgoing) action();
    beforeReading();
    if (!this.#isReading) this.#readNext();
  }

  #readNext(): void {
    this.#isReading = this.#readCount < this.#incoming.length;
    if (!this.#isReading) {
      this.#incoming = [];
      this.#readCount = 0;
      return;
    }
    this.#pace(() => {
      if (this.#isClosed) {
        this.#isReading = false;
        return;
      }
      const action = this.#incoming[this.#readCount];
      this.#readCount += 1;
      action?.();
      this.#readNext();
    });
  }
}

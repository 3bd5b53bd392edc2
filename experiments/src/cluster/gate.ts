/**
 * What a process passes when it sends or has received. Closed, it holds everything up, in order, as
 * a process does that blocks immediately before sending and immediately after receiving.
 */
export class Gate {
  #isClosed = false;
  #outgoing: (() => void)[] = [];
  #incoming: (() => void)[] = [];

  get isClosed(): boolean {
    return this.#isClosed;
  }

  send(action: () => void): void {
    if (this.#isClosed) this.#outgoing.push(action);
    else action();
  }

  receive(action: () => void): void {
    if (this.#isClosed) this.#incoming.push(action);
    else action();
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Lets go what was held up: what was to be sent, then what had come in. */
  open(): void {
    if (!this.#isClosed) return;
    this.#isClosed = false;
    const actions = [...this.#outgoing, ...this.#incoming];
    this.#outgoing = [];
    this.#incoming = [];
    for (const action of actions) action();
  }
}

/**
 * Remembers that who leads has changed, for a call that was busy with an attempt, and wakes one that
 * waits for the next. Listens only from `listen` to `stop`: most calls need no second attempt.
 */
export class LeaderNews {
  readonly #onChanged: (listener: () => void) => () => void;
  #stopListening: (() => void) | undefined;
  #hasCome = false;
  #wake: (() => void) | undefined;

  constructor(onChanged: (listener: () => void) => () => void = () => () => undefined) {
    this.#onChanged = onChanged;
  }

  /** Harmless when it listens already. */
  listen(): void {
    this.#stopListening ??= this.#onChanged(() => {
      this.#hasCome = true;
      this.#wake?.();
    });
  }

  stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#wake = undefined;
  }

  /** What came so far is known to whoever calls this. */
  forget(): void {
    this.#hasCome = false;
  }

  /** Whether something came since it was last forgotten. */
  get hasCome(): boolean {
    return this.#hasCome;
  }

  /** Calls back when something comes. @returns how to be called no more. */
  onCome(wake: () => void): () => void {
    this.listen();
    this.#wake = wake;
    return () => {
      this.#wake = undefined;
    };
  }
}

interface Waiting<Outcome> {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Commands given to a core, as promises. A command carries a number, and the core names that number
 * when it tells how the command ended. `Outcome` is how a command ends well.
 */
export class PendingCommands<Outcome> {
  readonly #waiting = new Map<number, Waiting<Outcome>>();
  #idNext = 1;

  /**
   * `send` gives the command, with the number it is to carry, to the core; when it throws, the
   * promise rejects with that. `onSuccess` is called at the moment of completion, before anything
   * that follows it, where the promise would be too late.
   */
  run(send: (commandId: number) => void, onSuccess?: (outcome: Outcome) => void): Promise<Outcome> {
    const commandId = this.#idNext;
    this.#idNext += 1;
    return new Promise((resolve, reject) => {
      const succeed = (outcome: Outcome): void => {
        onSuccess?.(outcome);
        resolve(outcome);
      };
      this.#waiting.set(commandId, { resolve: succeed, reject });
      try {
        send(commandId);
      } catch (error) {
        this.#waiting.delete(commandId);
        throw error;
      }
    });
  }

  /** An error rejects the command, anything else is its outcome. Harmless for unknown numbers. */
  complete(commandId: number, result: Outcome | Error): void {
    const waiting = this.#waiting.get(commandId);
    this.#waiting.delete(commandId);
    if (result instanceof Error) waiting?.reject(result);
    else waiting?.resolve(result);
  }

  /** Rejects everything that waits. */
  abort(error: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}

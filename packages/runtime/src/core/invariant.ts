/**
 * A broken assumption of our own code. It stops the node that met it: going on would be guessing.
 * Never raised because of what a user or a peer sent.
 */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
  readonly code = 'INVARIANT_BROKEN';

  constructor(message: string) {
    super(`[INVARIANT_BROKEN] ${message}`);
  }
}

/**
 * States what must hold here.
 *
 * @throws InvariantError when it does not.
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Marks a switch as complete: the compiler rejects it when a case is missing. */
export function unreachable(value: never): never {
  throw new InvariantError(`unreachable value ${JSON.stringify(value)}`);
}

import { formatEndpoint } from '@konsul/runtime';
import type { JoinFailure, SwimFailureReason, SwimOutcome } from '../core/effect.js';
import type { CommandId } from '../core/input.js';
import { SwimError, type SwimErrorCode } from '../errors.js';

/** How a command ended well. */
export type SwimSuccess = Exclude<SwimOutcome, { readonly type: 'failed' | 'join-failed' }>;

interface Pending {
  readonly resolve: (outcome: SwimSuccess) => void;
  readonly reject: (error: SwimError) => void;
}

const ERROR_CODES: Readonly<Record<SwimFailureReason, SwimErrorCode>> = {
  'not-started': 'NOT_RUNNING',
  left: 'NOT_RUNNING',
  timeout: 'TIMEOUT',
  refused: 'UNREACHABLE',
  unreachable: 'UNREACHABLE',
  rejected: 'UNREACHABLE',
  'too-large': 'TOO_LARGE',
};

/** Commands given to a core, as promises. */
export class PendingCommands {
  readonly #pending = new Map<CommandId, Pending>();
  #idNext = 1;

  /**
   * `send` queues the command, with the id it is to carry, for the core; when it throws, the
   * promise rejects with that.
   */
  run(send: (commandId: CommandId) => void): Promise<SwimSuccess> {
    const commandId = this.#idNext;
    this.#idNext += 1;
    return new Promise((resolve, reject) => {
      send(commandId);
      this.#pending.set(commandId, { resolve, reject });
    });
  }

  complete(commandId: CommandId, outcome: SwimOutcome): void {
    const pending = this.#pending.get(commandId);
    this.#pending.delete(commandId);
    if (outcome.type === 'failed') {
      pending?.reject(new SwimError(ERROR_CODES[outcome.reason], outcome.detail));
    } else if (outcome.type === 'join-failed') {
      pending?.reject(new SwimError('JOIN_FAILED', describe(outcome.failures)));
    } else {
      pending?.resolve(outcome);
    }
  }

  /** Rejects everything that waits. */
  abort(error: SwimError): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(error);
  }
}

function describe(failures: readonly JoinFailure[]): string {
  if (failures.length === 0) return 'no peer was named';
  const parts = failures.map(({ peer, detail }) => `${formatEndpoint(peer)}: ${detail}`);
  return `no peer agreed: ${parts.join('; ')}`;
}

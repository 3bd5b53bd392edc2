import { formatEndpoint } from '@konsul/runtime';
import type { CommandId, JoinFailure } from '@konsul/swim';
import type { SerfFailureReason, SerfOutcome } from '../core/effect.js';
import { SerfError, type SerfErrorCode } from '../errors.js';

/** How a command ended well. */
export type SerfSuccess = Exclude<SerfOutcome, { readonly type: 'failed' | 'join-failed' }>;

interface Pending {
  readonly resolve: (outcome: SerfSuccess) => void;
  readonly reject: (error: SerfError) => void;
}

const ERROR_CODES: Readonly<Record<SerfFailureReason, SerfErrorCode>> = {
  'not-started': 'NOT_RUNNING',
  left: 'NOT_RUNNING',
  timeout: 'TIMEOUT',
  refused: 'UNREACHABLE',
  unreachable: 'UNREACHABLE',
  rejected: 'UNREACHABLE',
  'too-large': 'TOO_LARGE',
  'query-closed': 'QUERY_CLOSED',
  'too-many-queries': 'TOO_MANY_QUERIES',
  unsupported: 'UNSUPPORTED',
  'reserved-name': 'RESERVED_NAME',
};

/** Commands given to a core, as promises. */
export class PendingCommands {
  readonly #pending = new Map<CommandId, Pending>();
  #idNext = 1;

  /**
   * `send` gives the command, with the id it is to carry, to the core. `onSuccess` is called at the
   * moment of completion, before anything that follows it, where the promise would be too late.
   */
  run(
    send: (commandId: CommandId) => void,
    onSuccess?: (outcome: SerfSuccess) => void,
  ): Promise<SerfSuccess> {
    const commandId = this.#idNext;
    this.#idNext += 1;
    return new Promise((resolve, reject) => {
      const settle = (outcome: SerfSuccess): void => {
        onSuccess?.(outcome);
        resolve(outcome);
      };
      this.#pending.set(commandId, { resolve: settle, reject });
      send(commandId);
    });
  }

  complete(commandId: CommandId, outcome: SerfOutcome): void {
    const pending = this.#pending.get(commandId);
    this.#pending.delete(commandId);
    if (outcome.type === 'failed') {
      pending?.reject(new SerfError(ERROR_CODES[outcome.reason], outcome.detail));
    } else if (outcome.type === 'join-failed') {
      pending?.reject(new SerfError('JOIN_FAILED', describe(outcome.failures)));
    } else {
      pending?.resolve(outcome);
    }
  }

  /** Rejects everything that waits. */
  abort(error: SerfError): void {
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

import type { Cancel, Clock, Rng } from '@konsul/runtime';
import { ReconnectPolicy, type ReconnectPolicyOptions } from '../core/index.js';
import { isRpcError, RpcError } from '../errors.js';

/** A connection that can be kept for later. */
export interface PoolableConnection {
  /** It can be used. */
  readonly isOpen: boolean;
  /** Somebody is using it at the moment. */
  readonly isBusy: boolean;
  /** The peer takes many messages on one connection. */
  readonly isPooling: boolean;
  /** When it was last used, on the monotonic clock. */
  lastUsedAtMs: number;
  /** Ends it without harming what is under way. */
  retire(): void;
  /** Ends it at once. */
  destroy(): void;
}

export interface ConnectionSlotOptions<T extends PoolableConnection> {
  readonly dial: () => Promise<T>;
  readonly idleTimeoutMs: number;
  readonly reconnect: ReconnectPolicyOptions;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly onReaped: () => void;
}

/**
 * The place in a pool for the one connection to a peer: dialled when it is first wanted, with one
 * dial for all who want it at the time, left alone for a while after a failure, and closed when
 * nobody has used it for long.
 */
export class ConnectionSlot<T extends PoolableConnection> {
  readonly #options: ConnectionSlotOptions<T>;
  readonly #policy: ReconnectPolicy;
  #connection: T | undefined;
  #dialling: Promise<T> | undefined;
  #lastError: RpcError | undefined;
  #cancelReap: Cancel | undefined;
  #isClosed = false;

  constructor(options: ConnectionSlotOptions<T>) {
    this.#options = options;
    this.#policy = new ReconnectPolicy(options.rng, options.reconnect);
  }

  /** The connection, where there is one that can be used at once. */
  get current(): T | undefined {
    return this.#connection?.isOpen === true ? this.#connection : undefined;
  }

  /** Nothing is held here and nothing remembered that is still of use. */
  isForgettable(nowMs: number): boolean {
    const isEmpty = this.current === undefined && this.#dialling === undefined;
    return isEmpty && this.#policy.retryAtMs <= nowMs;
  }

  /**
   * The connection, dialled if need be. While a peer that failed is left alone, rejects with the
   * error of its last dial.
   */
  async acquire(): Promise<T> {
    const current = this.current;
    if (current !== undefined) return current;
    const connection = await (this.#dialling ?? this.#dial());
    if (connection.isPooling) return connection;
    // The first of those who waited together keeps it, because this peer takes one message each.
    if (this.#connection === connection) {
      this.#connection = undefined;
      return connection;
    }
    return await this.#options.dial();
  }

  /** The connection can no longer be used. */
  forget(connection: T): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#cancelReap?.();
  }

  /** Closes what is held or is being dialled. */
  close(): void {
    this.#isClosed = true;
    this.#cancelReap?.();
    this.#connection?.destroy();
    this.#connection = undefined;
  }

  #dial(): Promise<T> {
    const nowMs = this.#options.clock.nowMs();
    if (this.#lastError !== undefined && nowMs < this.#policy.retryAtMs)
      return Promise.reject(repeated(this.#lastError));
    const dialling = this.#options.dial().then(
      (connection) => this.#onDialled(connection),
      (error: unknown) => this.#onFailed(error),
    );
    this.#dialling = dialling;
    return dialling;
  }

  #onDialled(connection: T): T {
    this.#dialling = undefined;
    if (this.#isClosed) {
      connection.destroy();
      throw new RpcError('CLOSED', 'the pool was closed while the peer was dialled');
    }
    this.#policy.onSuccess();
    this.#lastError = undefined;
    this.#connection = connection;
    connection.lastUsedAtMs = this.#options.clock.nowMs();
    if (connection.isPooling) this.#armReap(connection);
    return connection;
  }

  #onFailed(error: unknown): never {
    this.#dialling = undefined;
    this.#policy.onFailure(this.#options.clock.nowMs());
    if (isRpcError(error)) this.#lastError = error;
    throw error;
  }

  /** One timer per connection, armed again only once per idle period however much it is used. */
  #armReap(connection: T): void {
    const { clock, idleTimeoutMs, onReaped } = this.#options;
    const dueAtMs = connection.lastUsedAtMs + idleTimeoutMs;
    this.#cancelReap = clock.schedule(dueAtMs, () => {
      if (this.#connection !== connection) return;
      if (!connection.isOpen) {
        this.#connection = undefined;
        return;
      }
      const nowMs = clock.nowMs();
      if (connection.isBusy) connection.lastUsedAtMs = nowMs;
      if (nowMs < connection.lastUsedAtMs + idleTimeoutMs) {
        this.#armReap(connection);
        return;
      }
      this.#connection = undefined;
      onReaped();
      connection.retire();
    });
  }
}

/** The same failure for another caller, with its own stack. */
function repeated(error: RpcError): RpcError {
  return new RpcError(error.code, error.detail, { cause: error });
}

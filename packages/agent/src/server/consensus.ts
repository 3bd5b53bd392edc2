import { isRaftError, type Raft } from '@konsul/raft';
import { type Endpoint, type Logger, parseEndpoint } from '@konsul/runtime';
import { RequestError } from '../request/request-error.js';
import type { CommandResult } from '../state/command-result.js';

/** What changes hands with leadership. */
export interface LeadershipHandlers {
  /** This server leads and has applied everything that earlier leaders committed. */
  readonly established: () => void;
  /** It no longer leads. Only after `established`. */
  readonly lost: () => void;
}

/**
 * This server's Raft group as the request path and the leader's duties see it.
 *
 * Whether it leads is kept from Raft's events, so that asking costs nothing; a leader is ready once
 * a barrier of its own term has been applied.
 */
export class Consensus {
  readonly raft: Raft<CommandResult>;
  readonly #serverPort: number;
  readonly #logger: Logger;
  readonly #handlers: LeadershipHandlers;
  #isLeader = false;
  #isReady = false;
  #leader: Endpoint | undefined;
  readonly #leaderListeners = new Set<() => void>();

  constructor(options: {
    readonly raft: Raft<CommandResult>;
    readonly serverPort: number;
    readonly logger: Logger;
    readonly handlers: LeadershipHandlers;
  }) {
    this.raft = options.raft;
    this.#serverPort = options.serverPort;
    this.#logger = options.logger;
    this.#handlers = options.handlers;
    this.raft.on('role-changed', ({ role, term }) => this.#onRoleChanged(role === 'leader', term));
    this.raft.on('leader-changed', () => this.#findLeader());
    // A server may hear its leader before it has the configuration that says where that is.
    this.raft.on('configuration-changed', () => this.#findLeader());
  }

  get isReadyLeader(): boolean {
    return this.#isReady;
  }

  /** Undefined while nobody is known to lead, and while this server does. */
  get leaderEndpoint(): Endpoint | undefined {
    return this.#isLeader ? undefined : this.#leader;
  }

  get isLeaderKnown(): boolean {
    return this.#isLeader || this.#leader !== undefined;
  }

  get lastContactMs(): number | undefined {
    return this.#isLeader ? 0 : this.raft.status().leaderContactMs;
  }

  /** Calls back when another leads, or this server has become ready to. @returns how to stop listening. */
  onLeaderChanged(listener: () => void): () => void {
    this.#leaderListeners.add(listener);
    return () => this.#leaderListeners.delete(listener);
  }

  /** Puts a command through the log. Rejects with a RequestError that says whether it may have run. */
  async propose(command: Uint8Array): Promise<CommandResult> {
    try {
      return await this.raft.propose(command);
    } catch (error) {
      throw proposalError(error);
    }
  }

  async verifyLeadership(): Promise<void> {
    try {
      await this.raft.verifyLeader();
    } catch (error) {
      throw proposalError(error);
    }
  }

  #onRoleChanged(isLeader: boolean, term: number): void {
    const wasReady = this.#isReady;
    this.#isLeader = isLeader;
    this.#isReady = false;
    if (wasReady) this.#handlers.lost();
    if (isLeader) void this.#establish(term);
  }

  async #establish(term: number): Promise<void> {
    try {
      await this.raft.barrier();
    } catch (error) {
      // Leadership went on before it was usable; the next leader has its own barrier.
      this.#logger.debug('leadership was lost before it was established', { term, error });
      return;
    }
    if (!this.#isLeader || this.raft.status().term !== term || this.#isReady) return;
    this.#isReady = true;
    this.#logger.info('cluster leadership acquired', { term });
    this.#handlers.established();
    this.#tellLeaderChanged();
  }

  #findLeader(): void {
    const leader = this.raft.status().leader;
    this.#leader =
      leader === undefined ? undefined : parseEndpoint(leader.address, this.#serverPort);
    if (this.isLeaderKnown) this.#tellLeaderChanged();
  }

  #tellLeaderChanged(): void {
    for (const listener of [...this.#leaderListeners]) listener();
  }
}

function proposalError(error: unknown): RequestError {
  if (!isRaftError(error)) {
    return new RequestError('INTERNAL', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
  switch (error.code) {
    case 'NOT_LEADER':
    case 'DROPPED':
    case 'STOPPED':
      return new RequestError('NO_LEADER', 'No cluster leader', { cause: error });
    case 'OVERLOADED':
      return new RequestError(
        'RATE_LIMITED',
        'rate limit exceeded for operation that can only be performed by the leader, try again later',
        { cause: error },
      );
    case 'OUTCOME_UNKNOWN':
    case 'ABORTED':
      return new RequestError('UNKNOWN_OUTCOME', 'leadership lost while committing log', {
        cause: error,
      });
    default:
      return new RequestError('INTERNAL', error.message, { cause: error });
  }
}

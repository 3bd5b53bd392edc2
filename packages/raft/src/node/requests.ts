import type {
  MembershipOutcomeEffect,
  MembershipRejection,
  RaftNotification,
  TransferFailure,
  TransferOutcomeEffect,
} from '../core/effect.js';
import type { RaftInput } from '../core/input.js';
import { type Configuration, isJoint, type ServerAddress } from '../core/membership.js';
import { serversMax, textLengthMax } from '../core/membership-bounds.js';
import type { MembershipChange } from '../core/membership-change.js';
import { RaftError } from '../errors.js';
import { type Call, openCall } from './call.js';
import { notLeader } from './proposals.js';
import type { ChangeMembershipOptions } from './raft.js';

/** A change of membership under way. */
interface OpenChange {
  readonly call: Call<number>;
  /** The change is complete only when this server votes. */
  readonly promotedId: string | undefined;
  /** Undefined until the core has appended it. */
  index: number | undefined;
}

export interface RequestsOptions {
  readonly input: (input: RaftInput) => void;
  readonly leader: () => ServerAddress | undefined;
  /** The membership in force. */
  readonly configuration: () => { readonly configuration: Configuration; readonly index: number };
}

/** Rare requests: changes of membership and transfers of leadership. */
export class Requests {
  readonly #options: RequestsOptions;
  readonly #changes = new Map<number, OpenChange>();
  readonly #transfers = new Map<number, Call<void>>();
  #lastId = 0;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  change(
    changes: readonly MembershipChange[],
    options: ChangeMembershipOptions,
    promotedId?: string,
  ): Promise<number> {
    const call = openCall<number>(options.signal);
    const id = this.#nextId();
    this.#changes.set(id, { call, promotedId, index: undefined });
    const { expectedConfigurationIndex } = options;
    this.#options.input({
      type: 'change-membership',
      id,
      changes,
      ...(expectedConfigurationIndex !== undefined && { expectedConfigurationIndex }),
    });
    return call.promise;
  }

  transfer(to: string | undefined): Promise<void> {
    const call = openCall<void>(undefined);
    const id = this.#nextId();
    this.#transfers.set(id, call);
    this.#options.input({ type: 'transfer-leadership', id, ...(to !== undefined && { to }) });
    return call.promise;
  }

  onMembershipOutcome({ id, outcome }: MembershipOutcomeEffect): void {
    const change = this.#changes.get(id);
    if (change === undefined) return;
    if (outcome.type === 'appended') {
      change.index = outcome.index;
      return;
    }
    if (outcome.type === 'unchanged') {
      const { configuration, index } = this.#options.configuration();
      change.index = index;
      this.#onCommitted(configuration, index);
      return;
    }
    this.#changes.delete(id);
    change.call.reject(membershipError(outcome, this.#options.leader()));
  }

  onTransferOutcome({ id, outcome }: TransferOutcomeEffect): void {
    const call = this.#transfers.get(id);
    this.#transfers.delete(id);
    if (outcome.type === 'stepped-down') call?.resolve();
    else if (outcome.reason === 'not-leader') call?.reject(notLeader(this.#options.leader()));
    else call?.reject(transferError(outcome.reason));
  }

  onNotification(notification: RaftNotification): void {
    if (notification.type === 'configuration-committed') {
      this.#onCommitted(notification.configuration, notification.index);
    } else if (notification.type === 'promotion-failed') {
      this.#onPromotionFailed(notification.peer, notification.roundCount);
    }
  }

  onLeadershipLost(): void {
    const message = 'leadership was lost before the change was known to be committed';
    this.#failChanges(new RaftError('OUTCOME_UNKNOWN', message));
  }

  failAll(error: RaftError): void {
    this.#failChanges(error);
    for (const call of this.#transfers.values()) call.reject(error);
    this.#transfers.clear();
  }

  #onCommitted(configuration: Configuration, index: number): void {
    if (isJoint(configuration)) return;
    for (const [id, change] of this.#changes) {
      if (change.index === undefined || change.index > index) continue;
      const { promotedId } = change;
      const isMeant = (server: ServerAddress): boolean => server.id === promotedId;
      if (promotedId === undefined || configuration.voters.some(isMeant)) {
        this.#changes.delete(id);
        change.call.resolve(index);
      } else if (!configuration.learners.some(isMeant)) {
        this.#changes.delete(id);
        const message = `${promotedId} was removed before it had caught up`;
        const reason = 'removed-meanwhile';
        change.call.reject(new RaftError('REFUSED', message, { reason }));
      }
    }
  }

  #onPromotionFailed(peer: string, roundCount: number): void {
    for (const [id, change] of this.#changes) {
      if (change.promotedId !== peer) continue;
      this.#changes.delete(id);
      const message =
        `${peer} was added and has not caught up in ${roundCount} rounds: it stays a learner. ` +
        'addVoter gives it another try, removeServer takes it out again';
      change.call.reject(new RaftError('REFUSED', message, { reason: 'stays-learner' }));
    }
  }

  #failChanges(error: RaftError): void {
    for (const change of this.#changes.values()) change.call.reject(error);
    this.#changes.clear();
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

function transferError(reason: TransferFailure): RaftError {
  return new RaftError('REFUSED', `leadership was not handed over: ${reason}`, { reason });
}

function membershipError(
  { reason, server }: Extract<MembershipOutcomeEffect['outcome'], { type: 'rejected' }>,
  leader: ServerAddress | undefined,
): RaftError {
  if (reason === 'not-leader') return notLeader(leader);
  if (reason === 'overloaded')
    return new RaftError('OVERLOADED', 'too much waits to be committed', { reason });
  const about = server === undefined ? '' : `server ${JSON.stringify(server)} `;
  const message = `the membership was not changed: ${about}${membershipTexts[reason]}`;
  return new RaftError('REFUSED', message, { reason });
}

const membershipTexts: Readonly<
  Record<Exclude<MembershipRejection, 'not-leader' | 'overloaded'>, string>
> = {
  'change-in-progress': 'another change, or the first entry of this leader, is not committed yet',
  'transfer-in-progress': 'leadership is being handed over',
  'configuration-changed': 'expectedConfigurationIndex is not that of the present configuration',
  'no-voters': 'no voter would be left',
  'too-many-servers': `a group has at most ${serversMax} voters and learners`,
  'unknown-server': 'is no member of the group',
  'already-voter': 'is a voter already; its address is changed with set-address',
  'not-a-voter': 'is a learner, and has no vote to lose',
  'invalid-server': `needs an id and an address of 1 to ${textLengthMax} characters`,
  'address-taken': 'has the address of another member',
  'named-twice': 'is named more than once',
  'not-caught-up': 'is too far behind, or silent, to be given a vote',
  'quorum-unreachable': 'too few of the new voters answer at present',
};

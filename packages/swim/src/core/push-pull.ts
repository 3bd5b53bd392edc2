import { type Deadline, type Endpoint, randomRatio } from '@konsul/runtime/core';
import { formatAddress, isSameAddress } from './address.js';
import { applyAlive } from './alive-rule.js';
import type { SwimContext } from './context.js';
import { applyDead } from './dead-rule.js';
import type { Member, MemberState } from './member.js';
import type { NodeStateRecord, PushPullMessage, StreamMessage } from './messages.js';
import { findIncompatibility } from './protocol-versions.js';
import type { InboundRequest, StreamFailure, Streams } from './streams.js';
import { applySuspect } from './suspect-rule.js';
import type { SwimTimer } from './timer.js';

/** Clusters up to this size exchange at the configured interval. */
const UNSCALED_MEMBER_COUNT = 32;
const NO_STATE: Uint8Array = new Uint8Array(0);

/** Time between exchanges in a cluster of this size: longer by one interval per doubling above 32. */
export function pushPullIntervalMs(intervalMs: number, memberCount: number): number {
  if (memberCount <= UNSCALED_MEMBER_COUNT) return intervalMs;
  const doublings = Math.ceil(Math.log2(memberCount) - Math.log2(UNSCALED_MEMBER_COUNT));
  return (doublings + 1) * intervalMs;
}

/** Which side of an exchange said it. */
interface ExchangeOrigin {
  readonly from: Endpoint;
  /** The answer to our own question. */
  readonly isSecondHand?: boolean;
}

/** How an exchange that we started ended. */
export interface ExchangeHandlers {
  onDone(): void;
  onFailure(failure: StreamFailure): void;
}

/**
 * Exchanges everything known with one member at a time, which heals what gossip has missed.
 *
 * Source: memberlist's push/pull; the anti-entropy of Demers et al. 1987.
 */
export class PushPull {
  readonly #context: SwimContext;
  readonly #streams: Streams;
  #isStaggering = false;

  constructor(context: SwimContext, streams: Streams) {
    this.#context = context;
    this.#streams = streams;
  }

  start(): void {
    const { config, nowMs, deadlines, rng } = this.#context;
    if (config.pushPullIntervalMs === 0) return;
    this.#isStaggering = true;
    const staggerMs = randomRatio(rng) * config.pushPullIntervalMs;
    deadlines.schedule(nowMs + staggerMs, { type: 'push-pull' });
  }

  onDeadline(deadline: Deadline<SwimTimer>): void {
    this.#context.deadlines.reschedule(deadline, this.#context.nowMs + this.#intervalMs());
    // The first interval begins when the cluster's size is known.
    if (this.#isStaggering) {
      this.#isStaggering = false;
      return;
    }
    this.exchangeWithAny();
    // Whoever is dead to us may be well behind a partition that has healed. Each side holds the
    // other for dead, so nobody would speak first (memberlist#222).
    if (this.#context.config.isReconnectEnabled) this.#exchangeWithAny('dead');
  }

  /** Exchanges with a random alive member, if there is one. */
  exchangeWithAny(): void {
    this.#exchangeWithAny('alive');
  }

  #exchangeWithAny(state: MemberState): void {
    const { table, rng, local } = this.#context;
    if (table.countOf(state) === 0) return;
    const [peer] = table.pickRandom(1, rng, (record) => record !== local && record.state === state);
    if (peer !== undefined) this.exchange(peer.endpoint, { isJoin: false });
  }

  /** Exchanges with one peer. */
  exchange(to: Endpoint, options: { isJoin: boolean; handlers?: ExchangeHandlers }): void {
    const { isJoin, handlers } = options;
    const { config, nowMs } = this.#context;
    this.#streams.open({
      to,
      timeoutMs: config.streamTimeoutMs,
      message: () => this.#localState(isJoin),
      onAnswer: (message) => {
        this.#context.measure('sample', 'pushPullNode', this.#context.nowMs - nowMs);
        const flaw = this.#takeAnswer(to, message);
        if (flaw === undefined) handlers?.onDone();
        else handlers?.onFailure({ reason: 'rejected', detail: flaw });
      },
      onFailure: (failure) => handlers?.onFailure(failure),
    });
  }

  /** Answers a peer's exchange with our state as it was before theirs is taken in. */
  onRequest(request: InboundRequest, message: PushPullMessage): void {
    request.reply(this.#localState(message.isJoin));
    this.#merge({ from: request.from }, message);
  }

  #intervalMs(): number {
    return pushPullIntervalMs(this.#context.config.pushPullIntervalMs, this.#context.table.size);
  }

  #localState(isJoin: boolean): PushPullMessage {
    const { table, delegate } = this.#context;
    for (const state of ['alive', 'suspect', 'dead', 'left'] as const) {
      this.#context.emit({
        type: 'measure',
        measurement: {
          kind: 'gauge',
          name: 'node.instances',
          value: table.countOf(state),
          labels: { node_state: state },
        },
      });
    }
    const nodes = table.order.map((record): NodeStateRecord => record.view);
    return {
      type: 'push-pull',
      isJoin,
      nodes,
      userState: delegate.localState?.(isJoin) ?? NO_STATE,
    };
  }

  /** @returns what is wrong with the answer, or undefined when it was taken in. */
  #takeAnswer(from: Endpoint, message: StreamMessage): string | undefined {
    if (message.type === 'push-pull') return this.#merge({ from, isSecondHand: true }, message);
    if (message.type === 'error') {
      this.#context.reject(from, 'remote-error');
      return `remote error: ${message.text}`;
    }
    this.#context.reject(from, 'unexpected-type');
    return `unexpected answer ${message.type}`;
  }

  /** @returns why nothing was taken in, or undefined. */
  #merge(origin: ExchangeOrigin, message: PushPullMessage): string | undefined {
    const { from } = origin;
    const flaw = findIncompatibility(this.#context.table, message.nodes);
    if (flaw !== undefined) {
      this.#context.reject(from, 'incompatible');
      return flaw;
    }
    const veto = this.#veto(message);
    if (veto !== undefined) {
      this.#context.reject(from, 'vetoed');
      return veto;
    }
    for (const node of message.nodes) this.#mergeNode(origin, node);
    if (message.userState.length > 0) {
      this.#context.delegate.mergeRemoteState?.(message.userState, message.isJoin);
    }
    return undefined;
  }

  #veto(message: PushPullMessage): string | undefined {
    const { delegate, nowMs } = this.#context;
    if (!message.isJoin || delegate.vetoMerge === undefined) return undefined;
    return delegate.vetoMerge(
      message.nodes.map(
        (node): Member => ({
          ...node,
          host: formatAddress(node.address),
          stateChangedAtMs: nowMs,
        }),
      ),
    );
  }

  /** Nearly all that an exchange brings is known, so that is seen before anything else is looked at. */
  #isOldNews(
    { from }: ExchangeOrigin,
    { name, incarnation, address, port }: NodeStateRecord,
  ): boolean {
    const { table, local } = this.#context;
    const known = table.get(name);
    const isKnown =
      known?.state === 'alive' &&
      known !== local &&
      known.incarnation === incarnation &&
      known.port === port &&
      isSameAddress(known.address, address);
    if (!isKnown) return false;
    this.#context.count('msg.alive');
    this.#context.noteEcho(name, from);
    return true;
  }

  /** Of the dead we only hear that somebody thinks so; whether it is true, we find out ourselves. */
  #mergeNode(origin: ExchangeOrigin, node: NodeStateRecord): void {
    const { incarnation, name } = node;
    switch (node.state) {
      case 'alive':
        if (this.#isOldNews(origin, node)) break;
        applyAlive(this.#context, { ...node, type: 'alive', node: name }, origin);
        break;
      case 'left':
        applyDead(this.#context, { type: 'dead', incarnation, node: name, from: name }, origin);
        break;
      case 'suspect':
      case 'dead':
        applySuspect(this.#context, {
          type: 'suspect',
          incarnation,
          node: name,
          from: this.#context.config.name,
        });
    }
  }
}

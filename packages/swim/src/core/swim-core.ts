import type { Deadline, ProtocolCore } from '@konsul/runtime/core';
import { unreachable } from '@konsul/runtime/core';
import { CatchUp } from './catch-up.js';
import { Commands } from './commands.js';
import type { SwimConfig } from './config.js';
import { SwimContext, type SwimCoreOptions } from './context.js';
import { onSuspicionTimeout } from './dead-rule.js';
import type { SwimEffect } from './effect.js';
import { Gossiper } from './gossip.js';
import { HeldTimers } from './held-timers.js';
import { Inbox } from './inbox.js';
import type { SwimCommand, SwimInput } from './input.js';
import { Joins } from './joins.js';
import type { Member } from './member.js';
import { broadcastBytesMax } from './packets.js';
import { Prober } from './probe.js';
import { PushPull } from './push-pull.js';
import { Relays } from './relay.js';
import { Streams } from './streams.js';
import { isProbeStep, isVerdict, type SwimTimer } from './timer.js';

/** Everything with a command's shape; the rest is the world. */
type WorldInput = Exclude<SwimInput, SwimCommand>;

/**
 * One member of a SWIM cluster as a synchronous state machine: who is there, who is gone, and what
 * to say to whom. Speaks memberlist's protocol through the codec it is given.
 *
 * Life of a packet: a `datagram` input is decoded; probes and acks are answered in the same step;
 * news waits for `flush`, is judged by the rules (`applyAlive`, `applySuspect`, `applyDead`), changes
 * the table, and is queued to be gossiped on; `nextDeadlineMs` says when the next round is due.
 *
 * Source: Das, Gupta, Motivala, "SWIM" (2002); Dadgar, Phillips, Currey, "Lifeguard" (2018).
 */
export class SwimCore implements ProtocolCore<SwimInput, SwimEffect> {
  readonly #context: SwimContext;
  readonly #streams: Streams;
  readonly #prober: Prober;
  readonly #relays: Relays;
  readonly #gossiper: Gossiper;
  readonly #pushPull: PushPull;
  readonly #catchUp: CatchUp;
  readonly #commands: Commands;
  readonly #inbox: Inbox;
  readonly #held: HeldTimers;
  /** After a stall of our own process, verdicts on others wait until then. */
  #verdictsWaitUntilMs: number = Number.NEGATIVE_INFINITY;

  constructor(options: SwimCoreOptions) {
    const context = new SwimContext(options);
    this.#context = context;
    this.#held = new HeldTimers(context.deadlines);
    this.#streams = new Streams(context, (request) => this.#inbox.onStreamRequest(request));
    this.#prober = new Prober(context, this.#streams);
    this.#relays = new Relays(context);
    this.#gossiper = new Gossiper(context);
    this.#pushPull = new PushPull(context, this.#streams);
    this.#catchUp = new CatchUp(context, this.#pushPull);
    this.#inbox = new Inbox({ context, relays: this.#relays, pushPull: this.#pushPull });
    this.#commands = new Commands({
      context,
      streams: this.#streams,
      pushPull: this.#pushPull,
      joins: new Joins(context, this.#pushPull),
      startTimers: () => this.#startTimers(),
    });
  }

  get config(): SwimConfig {
    return this.#context.config;
  }

  /** Our own entry; undefined before the start. */
  get localMember(): Member | undefined {
    return this.#context.local?.view;
  }

  /** 0 is well; see Lifeguard's local health multiplier. */
  get healthScore(): number {
    return this.#context.health.score;
  }

  /** Everybody known, the dead and those who left included; `n` in all formulas. */
  get memberCount(): number {
    return this.#context.table.size;
  }

  /** Members alive or suspected, ourselves included. */
  get liveMemberCount(): number {
    return this.#context.table.liveCount;
  }

  /** Bytes of a payload that the `broadcast` command can spread; a longer one would never leave. */
  get broadcastBytesMax(): number {
    return broadcastBytesMax(this.#context);
  }

  /** Whether the host has given the `leave` command. */
  get isLeaving(): boolean {
    return this.#context.isLeaving;
  }

  /** Members alive or suspected, ourselves included, in no particular order. */
  liveMembers(): readonly Member[] {
    return this.#context.table.liveMembers();
  }

  /** Everybody known, the dead and those who left included, in no particular order. */
  knownMembers(): readonly Member[] {
    return this.#context.table.order.map((record) => record.view);
  }

  member(name: string): Member | undefined {
    return this.#context.table.get(name)?.view;
  }

  step(input: SwimInput, nowMs: number): readonly SwimEffect[] {
    this.#context.nowMs = nowMs;
    this.#dispatch(input);
    return this.#finishCall();
  }

  /** Takes in the news of the turn. */
  flush(nowMs: number): readonly SwimEffect[] {
    this.#context.nowMs = nowMs;
    this.#inbox.takeNews();
    return this.#finishCall();
  }

  nextDeadlineMs(): number | undefined {
    const nextMs = this.#context.deadlines.nextMs();
    return nextMs === Number.POSITIVE_INFINITY ? undefined : nextMs;
  }

  #finishCall(): readonly SwimEffect[] {
    if (this.#context.local !== undefined) {
      this.#gossiper.arrange();
      this.#catchUp.arrange();
    }
    return this.#context.takeEffects();
  }

  #dispatch(input: SwimInput): void {
    switch (input.type) {
      case 'start':
        this.#commands.start(input);
        break;
      case 'join':
        this.#commands.join(input);
        break;
      case 'leave':
        this.#commands.leave(input);
        break;
      case 'update-meta':
        this.#commands.updateMeta(input);
        break;
      case 'send-user':
        this.#commands.sendUser(input);
        break;
      case 'send-user-stream':
        this.#commands.sendUserStream(input);
        break;
      case 'ping':
        this.#commands.ping(input);
        break;
      case 'broadcast':
        this.#commands.broadcast(input);
        break;
      case 'push-pull':
        this.#commands.pushPull(input.to);
        break;
      case 'broadcasts-queued':
        this.#context.hasFreshBroadcast = true;
        break;
      default:
        this.#onWorld(input);
    }
  }

  #onWorld(input: WorldInput): void {
    switch (input.type) {
      case 'tick':
        this.#onTick();
        break;
      case 'datagram':
        this.#inbox.onDatagram(input);
        break;
      case 'stream-accepted':
        this.#streams.onAccepted(input.streamId, input.from);
        break;
      case 'stream-opened':
        this.#streams.onOpened(input.streamId);
        break;
      case 'stream-failed':
        this.#streams.onOpenFailed(input.streamId, input);
        break;
      case 'stream-data':
        this.#streams.onData(input.streamId, input.bytes);
        break;
      case 'stream-ended':
        this.#streams.onEnded(input.streamId);
        break;
      case 'stream-closed':
        this.#streams.onClosed(input.streamId, input.error);
        break;
      case 'datagrams-blocked':
        this.#context.areDatagramsBlocked = true;
        break;
      case 'datagrams-writable':
        this.#onWritable();
        break;
      default:
        unreachable(input);
    }
  }

  #startTimers(): void {
    const { config, deadlines, nowMs } = this.#context;
    this.#prober.start();
    this.#gossiper.start();
    this.#pushPull.start();
    this.#catchUp.start();
    if (config.queueCheckIntervalMs > 0) {
      deadlines.schedule(nowMs + config.queueCheckIntervalMs, { type: 'queue-check' });
    }
  }

  #onTick(): void {
    this.#noticeStall();
    this.#takeDue();
  }

  #takeDue(): void {
    const { deadlines, nowMs, areDatagramsBlocked } = this.#context;
    for (;;) {
      const deadline = deadlines.takeDue(nowMs);
      if (deadline === undefined) return;
      const timer = deadline.value;
      if (nowMs < this.#verdictsWaitUntilMs && isVerdict(timer)) {
        deadlines.reschedule(deadline, this.#verdictsWaitUntilMs);
      } else if (areDatagramsBlocked && (isProbeStep(timer) || timer.type === 'gossip')) {
        this.#held.hold(deadline);
      } else {
        this.#onDeadline(deadline);
      }
    }
  }

  /** The probe goes on before news is sent, so that what it comes to goes along with the news. */
  #onWritable(): void {
    if (!this.#context.areDatagramsBlocked) return;
    this.#context.areDatagramsBlocked = false;
    this.#context.writableSinceMs = this.#context.nowMs;
    // This may be the first that is heard after a stall, before any tick.
    this.#noticeStall();
    this.#held.release(isProbeStep);
    this.#takeDue();
    this.#held.release((timer) => timer.type === 'gossip');
    this.#takeDue();
  }

  /**
   * A deadline seen far too late means that our process stood still. Whoever was silent may have
   * spoken to a deaf member, so what waits in our sockets is heard before anybody is judged.
   * Extension, in the spirit of Lifeguard's local health.
   */
  #noticeStall(): void {
    const { config, deadlines, nowMs } = this.#context;
    const earliestMs = deadlines.nextMs();
    if (config.stallThresholdMs === 0 || earliestMs === undefined) return;
    const lateMs = nowMs - earliestMs;
    if (lateMs <= config.stallThresholdMs) return;
    this.#verdictsWaitUntilMs = nowMs + config.stallThresholdMs;
    this.#context.measure('sample', 'stall', lateMs);
    this.#context.applyHealth(1);
  }

  #onDeadline(deadline: Deadline<SwimTimer>): void {
    const timer = deadline.value;
    switch (timer.type) {
      case 'probe-round':
        this.#prober.onRound(deadline);
        break;
      case 'probe-timeout':
        this.#prober.onDirectTimeout(timer.seqNo);
        break;
      case 'probe-again':
        this.#prober.onAgain(timer.seqNo);
        break;
      case 'probe-deadline':
        this.#prober.onDeadline(timer.seqNo);
        break;
      case 'suspicion':
        onSuspicionTimeout(this.#context, timer.name);
        break;
      case 'gossip':
        this.#gossiper.onDeadline(deadline);
        break;
      case 'push-pull':
        this.#pushPull.onDeadline(deadline);
        break;
      case 'catch-up':
        this.#catchUp.onDeadline(deadline);
        break;
      case 'relay':
        this.#relays.onTimeout(timer.seqNo);
        break;
      case 'stream':
        this.#streams.onTimeout(timer.streamId);
        break;
      case 'command':
        this.#commands.onTimeout(timer.commandId);
        break;
      case 'queue-check':
        this.#onQueueCheck(deadline);
        break;
      default:
        unreachable(timer);
    }
  }

  #onQueueCheck(deadline: Deadline<SwimTimer>): void {
    const { updates, payloads, deadlines, config, nowMs } = this.#context;
    this.#context.measure('sample', 'queue.broadcasts', updates.count + payloads.count);
    deadlines.reschedule(deadline, nowMs + config.queueCheckIntervalMs);
  }
}

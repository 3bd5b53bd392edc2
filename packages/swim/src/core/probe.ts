import { type Deadline, randomRatio } from '@konsul/runtime/core';
import { nextBeatMs } from './beat.js';
import type { SwimContext } from './context.js';
import { askHelpers, type Look, looksOf, newLook, pingOf, pingTarget } from './look.js';
import { isLive } from './member.js';
import type { AckMessage } from './messages.js';
import { ProbeSchedule } from './probe-schedule.js';
import type { StreamFailure, Streams } from './streams.js';
import { applySuspect } from './suspect-rule.js';
import type { SwimTimer } from './timer.js';

/** Peers that answer pings on streams announce this protocol or a newer one. */
const STREAM_PING_PROTOCOL = 3;

/**
 * Probes one member per interval: directly, then through others and over a stream, then judges. Whom a
 * look does not find is looked at again in the next round, before a word is said about it.
 *
 * Source: SWIM 3.1 and 4.3; Lifeguard IV-A for nacks and health, IV-C for the buddy system. The
 * further look is an extension.
 */
export class Prober {
  readonly #context: SwimContext;
  readonly #streams: Streams;
  readonly #schedule: ProbeSchedule;
  /** The look that goes on. */
  #look: Look | undefined;
  /** A look that has failed and whose member has not been looked at again yet; while none goes on. */
  #doubt: Look | undefined;
  /** A beat came during a look; the next round follows it at once. */
  #isRoundDue = false;

  constructor(context: SwimContext, streams: Streams) {
    this.#context = context;
    this.#streams = streams;
    this.#schedule = new ProbeSchedule(context);
  }

  /** Schedules the first round at a random instant of the interval, so members do not march in step. */
  start(): void {
    const { config, nowMs, deadlines, rng } = this.#context;
    if (config.probeIntervalMs === 0) return;
    const firstMs = nowMs + randomRatio(rng) * config.probeIntervalMs;
    deadlines.schedule(firstMs, { type: 'probe-round' });
  }

  /** The beat of the probe interval. */
  onRound(deadline: Deadline<SwimTimer>): void {
    const { nowMs, deadlines } = this.#context;
    if (this.#look === undefined) this.#begin();
    else this.#isRoundDue = true;
    deadlines.reschedule(deadline, nextBeatMs(deadline.atMs, this.#roundMs(), nowMs));
  }

  /**
   * In small clusters strangers are probed soon, so that it is known early who can be reached and how
   * far away they are. Extension: at WAN intervals it would take half a minute for six members.
   */
  #roundMs(): number {
    const { config } = this.#context;
    const { probeIntervalMs, gossipIntervalMs } = config;
    const isEager = config.isFirstProbeEager && gossipIntervalMs > 0;
    if (!isEager || !this.#schedule.hasStrangers()) return probeIntervalMs;
    return Math.min(probeIntervalMs, gossipIntervalMs);
  }

  /** The direct ack is late: ask others, and try a stream. */
  onDirectTimeout(seqNo: number): void {
    const look = this.#look;
    if (look?.seqNo !== seqNo) return;
    look.isDirectOver = true;
    this.#giveOthersTime(look);
    this.#scheduleNext(look);
    askHelpers(this.#context, look);
    this.#tryStream(look);
  }

  /**
   * The wait of an ill member is several intervals long. It goes on asking at the usual pace, so that
   * it learns soon that it hears again, and what was said of it meanwhile. Extension.
   */
  onAgain(seqNo: number): void {
    const look = this.#look;
    if (look?.seqNo !== seqNo) return;
    this.#scheduleNext(look);
    pingTarget(this.#context, look);
  }

  /** The verdict, or another ping if there is an interval's time before it. */
  #scheduleNext(look: Look): void {
    const { config, deadlines, nowMs } = this.#context;
    const { seqNo, deadlineMs } = look;
    const againMs = nowMs + config.probeIntervalMs;
    look.timer =
      config.isRecoveryEager && againMs < deadlineMs
        ? deadlines.schedule(againMs, { type: 'probe-again', seqNo })
        : deadlines.schedule(deadlineMs, { type: 'probe-deadline', seqNo });
  }

  /** Time for the verdict. */
  onDeadline(seqNo: number): void {
    const look = this.#look;
    if (look?.seqNo !== seqNo) return;
    for (const { isStreamAnswered } of looksOf(look)) {
      if (!isStreamAnswered) continue;
      // Datagrams are lost where streams pass: a fault of the network or a firewall, not of the peer.
      this.#context.count('probe.stream_only');
      this.#succeed();
      return;
    }
    const missing = Math.max(0, look.nackCountExpected - look.nackCount);
    this.#context.applyHealth(look.nackCountExpected > 0 ? missing : 1);
    if (this.#isEnough(look)) this.#suspect(look);
    else this.#lookAgain(look);
  }

  /** Whether the member may be accused: it was sought as often as it should be, or others miss it too. */
  #isEnough({ record, attempt }: Look): boolean {
    return attempt >= this.#context.config.probeAttemptCount || record.state !== 'alive';
  }

  /** When we look late, those we ask now still get what the interval leaves them. */
  #giveOthersTime(look: Look): void {
    const { nowMs, config } = this.#context;
    if (config.stallThresholdMs === 0) return;
    if (nowMs <= look.startedAtMs + config.probeTimeoutMs) return;
    const wholeMs = config.probeIntervalMs - config.probeTimeoutMs;
    look.deadlineMs = Math.max(look.deadlineMs, nowMs + wholeMs);
  }

  #begin(): void {
    const { nowMs, health, deadlines, config } = this.#context;
    this.#isRoundDue = false;
    const previous = this.#takeDoubt();
    const record = previous?.record ?? this.#schedule.next();
    if (record === undefined) return;
    record.isProbed = true;
    if (health.multiplier > 1) this.#context.count('degraded.probe');
    const look = newLook(this.#context, record, previous);
    this.#look = look;
    this.#context.awaited.set(look.seqNo, {
      onAck: (ack, receivedAtMs) => this.#onAck(look, ack, receivedAtMs),
      onNack: () => {
        look.nackCount += 1;
      },
    });
    const timeoutMs = nowMs + config.probeTimeoutMs;
    look.timer = deadlines.schedule(timeoutMs, { type: 'probe-timeout', seqNo: look.seqNo });
    pingTarget(this.#context, look);
  }

  /** The failed look whose member is to be looked at again; not when it has spoken or is gone. */
  #takeDoubt(): Look | undefined {
    const doubt = this.#doubt;
    this.#doubt = undefined;
    if (doubt === undefined) return undefined;
    const { record, incarnation } = doubt;
    if (isLive(record.state) && record.incarnation === incarnation) return doubt;
    this.#letGo(doubt);
    return undefined;
  }

  /**
   * The first packet of a connection that is lost is sent again after a second, so that a stream is
   * given the time of a second look too, where there is to be one.
   */
  #tryStream(look: Look): void {
    const { config, nowMs } = this.#context;
    const { record } = look;
    if (!config.isStreamPingEnabled || record.protocolMax < STREAM_PING_PROTOCOL) return;
    const moreMs = this.#isEnough(look) ? 0 : config.probeIntervalMs;
    look.streamId = this.#streams.open({
      to: record.endpoint,
      timeoutMs: Math.max(1, look.deadlineMs - nowMs) + moreMs,
      message: () => pingOf(this.#context, look),
      onAnswer: (message) => {
        look.streamId = undefined;
        look.isStreamAnswered = message.type === 'ack' && message.seqNo === look.seqNo;
      },
      onFailure: (failure) => this.#onStreamFailure(look, failure),
    });
  }

  #onStreamFailure(look: Look, failure: StreamFailure): void {
    look.streamId = undefined;
    if (failure.reason !== 'refused') return;
    // The machine answers and says that nobody listens: the process is gone. There is nothing to
    // learn from waiting, and nothing about our own health.
    if (this.#context.config.isRefusalTrusted) this.#suspect(look);
  }

  #onAck(look: Look, ack: AckMessage, receivedAtMs: number): void {
    if (look === this.#look && !look.isDirectOver && this.#hasLeftAtOnce(look)) {
      const rttMs = Math.max(0, receivedAtMs - look.startedAtMs);
      this.#context.measure('sample', 'probeNode', rttMs);
      this.#context.delegate.onPingComplete?.(look.record.view, rttMs, ack.payload);
    }
    this.#succeed();
  }

  /** Whether the ping was not kept in our own queue, whose length says nothing about the network. */
  #hasLeftAtOnce({ startedAtMs }: Look): boolean {
    const { areDatagramsBlocked, writableSinceMs } = this.#context;
    return !areDatagramsBlocked && startedAtMs >= writableSinceMs;
  }

  #succeed(): void {
    this.#context.applyHealth(-1);
    this.#finish();
  }

  /** The accusation counts from the end of the first look that failed, if nothing was heard since. */
  #suspect(look: Look): void {
    const { record } = look;
    const { config } = this.#context;
    let sinceMs = this.#context.nowMs;
    for (const { previous, startedAtMs } of looksOf(look)) {
      if (previous?.incarnation === record.incarnation) sinceMs = startedAtMs;
    }
    const { incarnation, name } = record;
    applySuspect(
      this.#context,
      { type: 'suspect', incarnation, node: name, from: config.name },
      { sinceMs },
    );
    this.#finish();
  }

  /** Nothing is said yet. What still comes of this look counts until the next one is over. */
  #lookAgain(look: Look): void {
    this.#context.count('probe.again');
    this.#context.deadlines.cancel(look.timer);
    this.#look = undefined;
    this.#doubt = look;
    if (this.#isRoundDue) this.#begin();
  }

  #finish(): void {
    this.#letGo(this.#look ?? this.#doubt);
    this.#look = undefined;
    this.#doubt = undefined;
    if (this.#isRoundDue) this.#begin();
  }

  /** Nothing more is expected of a look and those before it. */
  #letGo(latest: Look | undefined): void {
    for (const look of looksOf(latest)) {
      this.#context.awaited.delete(look.seqNo);
      this.#context.deadlines.cancel(look.timer);
      if (look.streamId !== undefined) this.#streams.abandon(look.streamId);
      look.streamId = undefined;
    }
  }
}

import { type Deadline, randomRatio } from '@konsul/runtime/core';
import { accusationOf } from './accusation.js';
import { nextBeatMs } from './beat.js';
import type { SwimContext } from './context.js';
import type { StreamId } from './input.js';
import type { MemberRecord } from './membership-table.js';
import type { AckMessage, PingMessage } from './messages.js';
import { sendParts, sendWithPiggyback } from './packets.js';
import { localProbeSource } from './ping.js';
import { ProbeSchedule } from './probe-schedule.js';
import type { StreamFailure, Streams } from './streams.js';
import { applySuspect } from './suspect-rule.js';
import type { SwimTimer } from './timer.js';

/** Peers that answer pings on streams announce this protocol or a newer one. */
const STREAM_PING_PROTOCOL = 3;
/** Peers that send nacks announce this protocol or a newer one. */
const NACK_PROTOCOL = 4;

/** One probe of one member, from the first ping to the verdict. */
interface Probe {
  readonly record: MemberRecord;
  readonly seqNo: number;
  readonly startedAtMs: number;
  /** The verdict falls here at the latest. */
  deadlineMs: number;
  /** Direct acks are late from now on; others have been asked. */
  isDirectOver: boolean;
  nackCountExpected: number;
  nackCount: number;
  /** The target answered on a stream. */
  isStreamAnswered: boolean;
  streamId: StreamId | undefined;
  timer: Deadline<SwimTimer> | undefined;
}

/**
 * Probes one member per interval: directly, then through others and over a stream, then judges.
 *
 * Source: SWIM 3.1 and 4.3; Lifeguard IV-A for nacks and health, IV-C for the buddy system.
 */
export class Prober {
  readonly #context: SwimContext;
  readonly #streams: Streams;
  readonly #schedule: ProbeSchedule;
  #probe: Probe | undefined;
  /** A beat came while a probe was running; the next round follows it at once. */
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
    if (this.#probe === undefined) this.#begin();
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
    const probe = this.#probe;
    if (probe?.seqNo !== seqNo) return;
    probe.isDirectOver = true;
    this.#giveOthersTime(probe);
    this.#scheduleNext(probe);
    this.#askOthers(probe);
    this.#tryStream(probe);
  }

  /**
   * The wait of an ill member is several intervals long. It goes on asking at the usual pace, so that
   * it learns soon that it hears again, and what was said of it meanwhile. Extension.
   */
  onAgain(seqNo: number): void {
    const probe = this.#probe;
    if (probe?.seqNo !== seqNo) return;
    this.#scheduleNext(probe);
    this.#sendPing(probe);
  }

  /** The verdict, or another ping if there is an interval's time before it. */
  #scheduleNext(probe: Probe): void {
    const { config, deadlines, nowMs } = this.#context;
    const { seqNo, deadlineMs } = probe;
    const againMs = nowMs + config.probeIntervalMs;
    probe.timer =
      config.isRecoveryEager && againMs < deadlineMs
        ? deadlines.schedule(againMs, { type: 'probe-again', seqNo })
        : deadlines.schedule(deadlineMs, { type: 'probe-deadline', seqNo });
  }

  /** Time for the verdict. */
  onDeadline(seqNo: number): void {
    const probe = this.#probe;
    if (probe?.seqNo !== seqNo) return;
    if (probe.isStreamAnswered) {
      // Datagrams are lost where streams pass: a fault of the network or a firewall, not of the peer.
      this.#context.count('probe.stream_only');
      this.#succeed(probe);
      return;
    }
    const missing = Math.max(0, probe.nackCountExpected - probe.nackCount);
    this.#context.applyHealth(probe.nackCountExpected > 0 ? missing : 1);
    this.#suspect(probe);
  }

  /** When we look late, those we ask now still get what the interval leaves them. */
  #giveOthersTime(probe: Probe): void {
    const { nowMs, config } = this.#context;
    if (config.stallThresholdMs === 0) return;
    if (nowMs <= probe.startedAtMs + config.probeTimeoutMs) return;
    const wholeMs = config.probeIntervalMs - config.probeTimeoutMs;
    probe.deadlineMs = Math.max(probe.deadlineMs, nowMs + wholeMs);
  }

  #begin(): void {
    const { config, nowMs, health, deadlines } = this.#context;
    this.#isRoundDue = false;
    const record = this.#schedule.next();
    if (record === undefined) return;
    record.isProbed = true;
    if (health.multiplier > 1) this.#context.count('degraded.probe');
    const probe: Probe = {
      record,
      seqNo: this.#context.nextSeqNo(),
      startedAtMs: nowMs,
      deadlineMs: nowMs + config.probeIntervalMs * health.multiplier,
      isDirectOver: false,
      nackCountExpected: 0,
      nackCount: 0,
      isStreamAnswered: false,
      streamId: undefined,
      timer: undefined,
    };
    this.#probe = probe;
    this.#context.awaited.set(probe.seqNo, {
      onAck: (ack, receivedAtMs) => this.#onAck(probe, ack, receivedAtMs),
      onNack: () => {
        probe.nackCount += 1;
      },
    });
    const timeoutMs = nowMs + config.probeTimeoutMs;
    probe.timer = deadlines.schedule(timeoutMs, { type: 'probe-timeout', seqNo: probe.seqNo });
    this.#sendPing(probe);
  }

  #sendPing(probe: Probe): void {
    const { record } = probe;
    const ping = this.#ping(probe);
    if (record.state === 'alive' || !this.#context.config.isBuddySystemEnabled) {
      sendWithPiggyback(this.#context, record.endpoint, ping);
      return;
    }
    const { codec } = this.#context;
    const accusation = accusationOf(this.#context, record);
    sendParts(this.#context, record.endpoint, {
      parts: [codec.encodeMessage(ping), codec.encodeMessage(accusation)],
      protocolMax: record.protocolMax,
    });
  }

  #ping(probe: Probe): PingMessage {
    const source = localProbeSource(this.#context);
    return { type: 'ping', seqNo: probe.seqNo, node: probe.record.name, ...source };
  }

  #askOthers(probe: Probe): void {
    const { table, config, rng, local } = this.#context;
    const { record } = probe;
    const helpers = table.pickRandom(
      config.indirectProbeCount,
      rng,
      (helper) => helper !== record && helper !== local && helper.state === 'alive',
    );
    for (const helper of helpers) {
      const wantsNack = config.isProbeHealthAware && helper.protocolMax >= NACK_PROTOCOL;
      if (wantsNack) probe.nackCountExpected += 1;
      sendWithPiggyback(this.#context, helper.endpoint, {
        type: 'indirect-ping',
        seqNo: probe.seqNo,
        target: record.address,
        port: record.port,
        node: record.name,
        wantsNack,
        ...localProbeSource(this.#context),
      });
    }
  }

  #tryStream(probe: Probe): void {
    const { config, nowMs } = this.#context;
    const { record } = probe;
    if (!config.isStreamPingEnabled || record.protocolMax < STREAM_PING_PROTOCOL) return;
    probe.streamId = this.#streams.open({
      to: record.endpoint,
      timeoutMs: Math.max(1, probe.deadlineMs - nowMs),
      message: () => this.#ping(probe),
      onAnswer: (message) => {
        probe.streamId = undefined;
        probe.isStreamAnswered = message.type === 'ack' && message.seqNo === probe.seqNo;
      },
      onFailure: (failure) => this.#onStreamFailure(probe, failure),
    });
  }

  #onStreamFailure(probe: Probe, failure: StreamFailure): void {
    probe.streamId = undefined;
    if (probe !== this.#probe || failure.reason !== 'refused') return;
    // The machine answers and says that nobody listens: the process is gone. There is nothing to
    // learn from waiting, and nothing about our own health.
    if (this.#context.config.isRefusalTrusted) this.#suspect(probe);
  }

  #onAck(probe: Probe, ack: AckMessage, receivedAtMs: number): void {
    if (probe !== this.#probe) return;
    if (!probe.isDirectOver && this.#hasLeftAtOnce(probe)) {
      const rttMs = Math.max(0, receivedAtMs - probe.startedAtMs);
      this.#context.measure('sample', 'probeNode', rttMs);
      this.#context.delegate.onPingComplete?.(probe.record.view, rttMs, ack.payload);
    }
    this.#succeed(probe);
  }

  /** Whether the ping was not kept in our own queue, whose length says nothing about the network. */
  #hasLeftAtOnce({ startedAtMs }: Probe): boolean {
    const { areDatagramsBlocked, writableSinceMs } = this.#context;
    return !areDatagramsBlocked && startedAtMs >= writableSinceMs;
  }

  #succeed(probe: Probe): void {
    this.#context.applyHealth(-1);
    this.#finish(probe);
  }

  #suspect(probe: Probe): void {
    const { record } = probe;
    applySuspect(this.#context, {
      type: 'suspect',
      incarnation: record.incarnation,
      node: record.name,
      from: this.#context.config.name,
    });
    this.#finish(probe);
  }

  #finish(probe: Probe): void {
    this.#probe = undefined;
    this.#context.awaited.delete(probe.seqNo);
    this.#context.deadlines.cancel(probe.timer);
    if (probe.streamId !== undefined) this.#streams.abandon(probe.streamId);
    if (this.#isRoundDue) this.#begin();
  }
}

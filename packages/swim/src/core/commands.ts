import type { Deadline, Endpoint } from '@konsul/runtime/core';
import { applyAlive } from './alive-rule.js';
import {
  META_BYTES_MAX,
  PROTOCOL_VERSION_MAX,
  PROTOCOL_VERSION_MIN,
  USER_MESSAGE_BYTES_MAX,
} from './config.js';
import type { SwimContext } from './context.js';
import { applyDead } from './dead-rule.js';
import type { CommandId, SwimCommand } from './input.js';
import type { Joins } from './joins.js';
import type { AliveMessage, VersionVector } from './messages.js';
import { sendParts, sendWithPiggyback } from './packets.js';
import { localProbeSource } from './ping.js';
import type { PushPull } from './push-pull.js';
import { nextIncarnation } from './refutation.js';
import type { Streams } from './streams.js';
import type { SwimTimer } from './timer.js';

/** A command whose end is waited for, with a limit. */
interface Waiting {
  readonly deadline: Deadline<SwimTimer>;
  /** What is to be undone when the time is up. */
  readonly onTimeout?: () => void;
}

/** The parts of a core that commands work with. */
export interface CommandParts {
  readonly context: SwimContext;
  readonly streams: Streams;
  readonly pushPull: PushPull;
  readonly joins: Joins;
  /** Starts probes, gossip and exchanges. */
  readonly startTimers: () => void;
}

type CommandOf<Type extends SwimCommand['type']> = Extract<SwimCommand, { readonly type: Type }>;

/** Does what the host wants. */
export class Commands {
  readonly #parts: CommandParts;
  readonly #context: SwimContext;
  readonly #waiting = new Map<CommandId, Waiting>();

  constructor(parts: CommandParts) {
    this.#parts = parts;
    this.#context = parts.context;
  }

  start(command: CommandOf<'start'>): void {
    if (this.#context.local !== undefined) return;
    const message: AliveMessage = {
      type: 'alive',
      incarnation: 1,
      node: this.#context.config.name,
      address: new Uint8Array(command.address),
      port: command.port,
      meta: command.meta,
      versions: this.#versions(),
    };
    applyAlive(this.#context, message, { from: { host: '', port: 0 }, isOwn: true });
    this.#context.local = this.#context.table.get(this.#context.config.name);
    // Our own announcement may be refused as anybody's: a member that is none has nothing to do.
    if (this.#context.local !== undefined) this.#parts.startTimers();
  }

  join(command: CommandOf<'join'>): void {
    if (this.#isReady(command.commandId)) {
      this.#parts.joins.begin(command.commandId, command.peers);
    }
  }

  /** Others must be told only while there are any. */
  leave({ commandId, timeoutMs }: CommandOf<'leave'>): void {
    const { local, table } = this.#context;
    if (!this.#isReady(commandId) || local === undefined) return;
    this.#context.isLeaving = true;
    const isAlone = table.liveCount <= 1;
    if (!isAlone) this.#wait(commandId, timeoutMs);
    applyDead(
      this.#context,
      { type: 'dead', incarnation: local.incarnation, node: local.name, from: local.name },
      { onSpread: () => this.#settle(commandId) },
    );
    if (isAlone) this.#context.complete(commandId, { type: 'done' });
  }

  updateMeta({ commandId, meta, timeoutMs }: CommandOf<'update-meta'>): void {
    const { local, table } = this.#context;
    if (!this.#isReady(commandId) || local === undefined) return;
    if (meta.length > META_BYTES_MAX) {
      const detail = `meta has ${meta.length} bytes, at most ${META_BYTES_MAX} are allowed`;
      this.#context.complete(commandId, { type: 'failed', reason: 'too-large', detail });
      return;
    }
    const isAlone = table.liveCount <= 1;
    if (!isAlone) this.#wait(commandId, timeoutMs);
    applyAlive(
      this.#context,
      {
        ...local.view,
        type: 'alive',
        node: local.name,
        incarnation: nextIncarnation(local.incarnation),
        meta,
      },
      { from: local.endpoint, isOwn: true, onSpread: () => this.#settle(commandId) },
    );
    if (isAlone) this.#context.complete(commandId, { type: 'done' });
  }

  /**
   * A payload above the packet budget is sent as it is: the network may carry it or not. A member
   * that is known by name and can read a checksum gets one.
   */
  sendUser({ to, payload }: CommandOf<'send-user'>): void {
    const bytes = this.#context.codec.encodeMessage({ type: 'user', payload });
    const member = to.name === undefined ? undefined : this.#context.table.get(to.name);
    sendParts(this.#context, to, { parts: [bytes], protocolMax: member?.protocolMax ?? 0 });
  }

  sendUserStream({ commandId, to, payload }: CommandOf<'send-user-stream'>): void {
    if (payload.length > USER_MESSAGE_BYTES_MAX) {
      const detail = `message has ${payload.length} bytes, at most ${USER_MESSAGE_BYTES_MAX} are allowed`;
      this.#context.complete(commandId, { type: 'failed', reason: 'too-large', detail });
      return;
    }
    this.#parts.streams.open({
      to,
      timeoutMs: this.#context.config.streamTimeoutMs,
      message: () => ({ type: 'user', payload }),
      onDone: () => this.#context.complete(commandId, { type: 'done' }),
      onFailure: (failure) => this.#context.complete(commandId, { type: 'failed', ...failure }),
    });
  }

  ping({ commandId, to }: CommandOf<'ping'>): void {
    if (!this.#isReady(commandId)) return;
    const { nowMs, awaited, config } = this.#context;
    const seqNo = this.#context.nextSeqNo();
    this.#wait(commandId, config.probeTimeoutMs, () => awaited.delete(seqNo));
    awaited.set(seqNo, {
      onAck: ({ payload }, receivedAtMs) => {
        this.#forget(commandId);
        const rttMs = Math.max(0, receivedAtMs - nowMs);
        this.#context.complete(commandId, { type: 'pong', rttMs, payload });
      },
    });
    const source = localProbeSource(this.#context);
    sendWithPiggyback(this.#context, to, { type: 'ping', seqNo, node: to.name ?? '', ...source });
  }

  broadcast({ payload, name }: CommandOf<'broadcast'>): void {
    const { payloads, config } = this.#context;
    payloads.queue(name === undefined ? { bytes: payload } : { bytes: payload, name });
    payloads.prune(config.broadcastCountMax);
    this.#context.hasFreshBroadcast = true;
  }

  pushPull(to: Endpoint | undefined): void {
    if (to === undefined) this.#parts.pushPull.exchangeWithAny();
    else this.#parts.pushPull.exchange(to, { isJoin: false });
  }

  /** A command's time is up. */
  onTimeout(commandId: CommandId): void {
    const waiting = this.#waiting.get(commandId);
    if (waiting === undefined) return;
    this.#forget(commandId);
    waiting.onTimeout?.();
    this.#context.complete(commandId, {
      type: 'failed',
      reason: 'timeout',
      detail: 'not finished in time',
    });
  }

  #isReady(commandId: CommandId): boolean {
    const { local, isLeaving } = this.#context;
    if (local !== undefined && !isLeaving) return true;
    const reason = local === undefined ? 'not-started' : 'left';
    const detail = local === undefined ? 'the member has not started' : 'the member has left';
    this.#context.complete(commandId, { type: 'failed', reason, detail });
    return false;
  }

  #versions(): VersionVector {
    const { protocolVersion, delegateVersions } = this.#context.config;
    const { min, max, current } = delegateVersions;
    return Uint8Array.of(
      PROTOCOL_VERSION_MIN,
      PROTOCOL_VERSION_MAX,
      protocolVersion,
      min,
      max,
      current,
    );
  }

  #wait(commandId: CommandId, timeoutMs: number, onTimeout?: () => void): void {
    const { deadlines, nowMs } = this.#context;
    const deadline = deadlines.schedule(nowMs + timeoutMs, { type: 'command', commandId });
    this.#waiting.set(commandId, onTimeout === undefined ? { deadline } : { deadline, onTimeout });
  }

  /** The command did what it was for, if it is still waited for. */
  #settle(commandId: CommandId): void {
    if (this.#forget(commandId)) this.#context.complete(commandId, { type: 'done' });
  }

  #forget(commandId: CommandId): boolean {
    this.#context.deadlines.cancel(this.#waiting.get(commandId)?.deadline);
    return this.#waiting.delete(commandId);
  }
}

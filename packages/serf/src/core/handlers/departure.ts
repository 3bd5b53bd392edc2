import type { CommandId } from '@konsul/swim/core';
import type { SerfContext } from '../context.js';
import type { EventPipeline } from '../event-pipeline.js';
import type { LeaveMessage } from '../messages.js';
import type { SnapshotLog } from '../snapshot-log.js';
import type { Intents } from './intents.js';

/** What a removal spreads, and what it waits for. */
interface Announcement {
  readonly message: LeaveMessage;
  /** Called once: the news was sent often enough (true), or the time was up. */
  readonly onEnd: (isSpread: boolean) => void;
}

/** Says goodbye, and declares others gone. */
export class Departure {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;
  readonly #snapshot: SnapshotLog;
  readonly #intents: Intents;
  /** Leave commands that wait for the end of the first. */
  readonly #waiting: CommandId[] = [];

  constructor(parts: {
    readonly context: SerfContext;
    readonly pipeline: EventPipeline;
    readonly snapshot: SnapshotLog;
    readonly intents: Intents;
  }) {
    this.#context = parts.context;
    this.#pipeline = parts.pipeline;
    this.#snapshot = parts.snapshot;
    this.#intents = parts.intents;
  }

  /**
   * First the intent, so that all know that we go and did not fail; then the layer below; then a
   * pause, so that the news travels before we fall silent. That not all were told in time does not
   * keep us here.
   */
  leave(commandId: CommandId): void {
    const { state } = this.#context;
    if (state === 'left') {
      this.#context.complete(commandId, { type: 'done' });
      return;
    }
    this.#waiting.push(commandId);
    if (state === 'leaving') return;
    this.#context.state = 'leaving';
    this.#snapshot.onLeave();
    this.#announce({
      message: this.#leaveMessage(this.#context.localName, false),
      onEnd: () => this.#leaveBelow(),
    });
  }

  /** Declares a member gone. One that is alive will object. */
  forceLeave(command: {
    readonly commandId: CommandId;
    readonly node: string;
    readonly isPrune: boolean;
  }): void {
    const { commandId, node, isPrune } = command;
    this.#announce({
      message: this.#leaveMessage(node, isPrune),
      onEnd: (isSpread) => {
        if (isSpread) this.#context.complete(commandId, { type: 'done' });
        else this.#context.fail(commandId, 'timeout', 'removal was not spread in time');
      },
    });
  }

  #leaveMessage(node: string, isPrune: boolean): LeaveMessage {
    const { memberClock } = this.#context;
    const time = memberClock.time;
    memberClock.increment();
    return { type: 'leave', time, node, isPrune };
  }

  #announce({ message, onEnd }: Announcement): void {
    const { config, deadlines, nowMs, codec, swim } = this.#context;
    this.#intents.applyLeave(message);
    // Alone, there is nobody to wait for.
    if (swim.liveMemberCount <= 1) {
      onEnd(true);
      return;
    }
    let isOver = false;
    const end = (isSpread: boolean): void => {
      if (isOver) return;
      isOver = true;
      deadlines.cancel(deadline);
      onEnd(isSpread);
    };
    const deadline = deadlines.schedule(nowMs + config.broadcastTimeoutMs, () => end(false));
    this.#context.spread('intent', {
      bytes: codec.encode(message),
      onFinished: () => end(true),
    });
  }

  #leaveBelow(): void {
    const { config } = this.#context;
    this.#context.commandSwim(
      (commandId) => ({ type: 'leave', commandId, timeoutMs: config.broadcastTimeoutMs }),
      () => this.#lingerOn(),
    );
  }

  #lingerOn(): void {
    const { config, deadlines, nowMs } = this.#context;
    deadlines.schedule(nowMs + config.leavePropagateDelayMs, () => this.#finish());
  }

  #finish(): void {
    this.#context.state = 'left';
    this.#pipeline.flush();
    this.#pipeline.deliver({ type: 'left' });
    for (const commandId of this.#waiting) this.#context.complete(commandId, { type: 'done' });
    this.#waiting.length = 0;
  }
}

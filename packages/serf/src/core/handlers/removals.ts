import type { SerfContext } from '../context.js';
import type { EventPipeline } from '../event-pipeline.js';
import type { MemberRecord } from '../member-table.js';

/** Forgets members, but never ourselves: a member that has left still knows who it is. */
export class Removals {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;
  readonly #onErased: (name: string) => void;

  constructor(parts: {
    readonly context: SerfContext;
    readonly pipeline: EventPipeline;
    /** Called for each member forgotten. */
    readonly onErased: (name: string) => void;
  }) {
    this.#context = parts.context;
    this.#pipeline = parts.pipeline;
    this.#onErased = parts.onErased;
  }

  /** Forgets a member that is gone; one that is still going, when it had time to. */
  prune(record: MemberRecord): void {
    if (record.status !== 'leaving') {
      this.erase(record);
      return;
    }
    const { config, deadlines, nowMs, members } = this.#context;
    const delayMs = config.broadcastTimeoutMs + config.leavePropagateDelayMs;
    deadlines.schedule(nowMs + delayMs, () => {
      // It may have objected meanwhile, or be another one of the same name.
      if (members.get(record.name) === record && record.status !== 'alive') this.erase(record);
    });
  }

  erase(record: MemberRecord): void {
    if (this.#context.isLocal(record.name)) return;
    this.#context.members.erase(record);
    this.#onErased(record.name);
    this.#pipeline.onMemberEvent({ type: 'member-reap', members: [record.view] });
  }
}

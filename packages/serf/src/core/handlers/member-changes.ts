import type { Member, MemberEvent as SwimMemberEvent } from '@konsul/swim/core';
import type { SerfContext } from '../context.js';
import type { EventPipeline } from '../event-pipeline.js';
import { MemberRecord } from '../member-table.js';
import type { LeaveMessage } from '../messages.js';
import type { Removals } from './removals.js';

/** Takes what the layer below finds out about members. */
export class MemberChanges {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;
  readonly #removals: Removals;
  readonly #onGone: (name: string) => void;

  constructor(parts: {
    readonly context: SerfContext;
    readonly pipeline: EventPipeline;
    readonly removals: Removals;
    /** Called for each member that no longer answers. */
    readonly onGone: (name: string) => void;
  }) {
    this.#context = parts.context;
    this.#pipeline = parts.pipeline;
    this.#removals = parts.removals;
    this.#onGone = parts.onGone;
  }

  onEvent(event: SwimMemberEvent): void {
    switch (event.type) {
      case 'member-joined':
        this.#onJoined(event.member);
        break;
      case 'member-updated':
        this.#onUpdated(event.member);
        break;
      case 'member-left':
        this.#onEnded(event.member, 'left');
        break;
      case 'member-failed':
        this.#onEnded(event.member, 'failed');
        break;
      case 'member-suspected':
      case 'member-recovered':
        // Only the layer below cares who is under suspicion.
        break;
    }
  }

  #onJoined(member: Member): void {
    const { members, codec } = this.#context;
    const tags = codec.decodeTags(member.meta);
    const known = members.get(member.name);
    const record = known ?? new MemberRecord(member, tags);
    if (known === undefined) this.#welcome(record);
    else this.#welcomeBack(known);
    record.refresh(member, tags);
    this.#context.count('member.join');
    this.#pipeline.onMemberEvent({ type: 'member-join', members: [record.view] });
  }

  /**
   * An intent may have come before the member. One to leave is put to the member, which objects when
   * it has come back since. Extension; see Serf's issue 662.
   */
  #welcome(record: MemberRecord): void {
    const { members, intents, codec } = this.#context;
    this.#makeRoom();
    members.insert(record);
    const intent = intents.get(record.name);
    if (intent === undefined) return;
    const { kind, time } = intent;
    record.statusTime = time;
    if (kind === 'join') return;
    members.setStatus(record, 'leaving');
    const message: LeaveMessage = { type: 'leave', time, node: record.name, isPrune: false };
    this.#context.send(record.view.endpoint, codec.encode(message));
  }

  /**
   * The layer below forgets the gone sooner than this one: names without end, each gone as soon as
   * it came, would add up here.
   */
  #makeRoom(): void {
    const { members, config } = this.#context;
    if (members.size < config.swim.memberCountMax) return;
    const { longestGone } = members;
    if (longestGone !== undefined) this.#removals.erase(longestGone);
  }

  #welcomeBack(record: MemberRecord): void {
    const { members, config, nowMs } = this.#context;
    const isFlapping = record.status === 'failed' && nowMs - record.goneAtMs < config.flapTimeoutMs;
    if (isFlapping) this.#context.count('member.flap');
    members.setStatus(record, 'alive');
    record.goneAtMs = 0;
  }

  #onUpdated(member: Member): void {
    const record = this.#context.members.get(member.name);
    if (record === undefined) return;
    record.refresh(member, this.#context.codec.decodeTags(member.meta));
    this.#context.count('member.update');
    this.#pipeline.onMemberEvent({ type: 'member-update', members: [record.view] });
  }

  /**
   * A member that announced its departure has left; one that did not has failed.
   *
   * @remarks Serf counts a member as failed when its own last word (`left` below) overtook its leave
   * intent; since nobody else can say that word for it, it counts as left here. Extension.
   */
  #onEnded(member: Member, how: 'left' | 'failed'): void {
    const { members, nowMs } = this.#context;
    const record = members.get(member.name);
    if (record === undefined || record.status === 'left' || record.status === 'failed') return;
    const status = record.status === 'leaving' ? 'left' : how;
    record.refresh(member, record.tags);
    record.goneAtMs = nowMs;
    members.setStatus(record, status);
    this.#context.count(status === 'left' ? 'member.left' : 'member.failed');
    const type = status === 'left' ? 'member-leave' : 'member-failed';
    this.#pipeline.onMemberEvent({ type, members: [record.view] });
    this.#onGone(member.name);
  }
}

import { isSameAddress, type Member } from '@konsul/swim/core';
import type { SerfContext } from '../context.js';
import type { QueryReply } from '../effect.js';
import type { EventPipeline } from '../event-pipeline.js';
import { describeMember } from '../member-table.js';
import type { OutgoingQueries } from './outgoing-queries.js';

/** Asks who is known by a disputed name. Source: Serf. */
export const CONFLICT_QUERY = '_serf_conflict';

interface Vote {
  responseCount: number;
  matchCount: number;
}

/**
 * Finds out, when another member uses our name, whom the others believe.
 *
 * Harder than Serf's own: a vote in which nobody answers decides nothing, only members that are
 * alive are heard, and questions follow each other slowly, so that a forged announcement can neither
 * stop a member nor make it flood the pool.
 */
export class Conflicts {
  readonly #context: SerfContext;
  readonly #pipeline: EventPipeline;
  readonly #queries: OutgoingQueries;
  #askedAtMs: number = Number.NEGATIVE_INFINITY;

  constructor(parts: {
    readonly context: SerfContext;
    readonly pipeline: EventPipeline;
    readonly queries: OutgoingQueries;
  }) {
    this.#context = parts.context;
    this.#pipeline = parts.pipeline;
    this.#queries = parts.queries;
  }

  onConflict(existing: Member, other: Member): void {
    const { codec, config, nowMs, state } = this.#context;
    const describe = (member: Member): ReturnType<typeof describeMember> =>
      describeMember(member, codec.decodeTags(member.meta), { status: 'alive', statusTime: 0 });
    this.#pipeline.deliver({
      type: 'name-conflict',
      existing: this.#context.members.get(existing.name)?.view ?? describe(existing),
      other: describe(other),
    });
    const isAskingDue = nowMs - this.#askedAtMs >= config.conflictIntervalMs;
    const isOurs = this.#context.isLocal(existing.name) && state === 'running';
    if (isOurs && isAskingDue && config.isConflictResolutionEnabled) this.#ask(existing.name);
  }

  #ask(name: string): void {
    const vote: Vote = { responseCount: 0, matchCount: 0 };
    this.#askedAtMs = this.#context.nowMs;
    this.#queries.send({
      name: CONFLICT_QUERY,
      payload: this.#context.codec.encodeConflictQuestion(name),
      silentName: name,
      onReply: (reply) => this.#count(vote, reply),
      onEnd: () => this.#decide(vote),
    });
  }

  #count(vote: Vote, reply: QueryReply): void {
    const { codec, members, swim } = this.#context;
    if (reply.type === 'ack' || members.get(reply.from)?.status !== 'alive') return;
    const answer = codec.decodeConflictAnswer(reply.payload);
    if (answer === undefined) return;
    vote.responseCount += 1;
    const local = swim.localMember;
    if (answer === 'none' || local === undefined) return;
    if (answer.port === local.port && isSameAddress(answer.address, local.address)) {
      vote.matchCount += 1;
    }
  }

  #decide({ responseCount, matchCount }: Vote): void {
    const majorityCount = Math.floor(responseCount / 2) + 1;
    if (responseCount === 0 || matchCount >= majorityCount) return;
    this.#pipeline.deliver({ type: 'name-lost', responseCount, matchCount });
  }
}

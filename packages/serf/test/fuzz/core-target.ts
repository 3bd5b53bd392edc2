import { type Rng, randomBelow, seededRng } from '@konsul/runtime/core';
import { createMemberlistCodec, Keyring, type PacketMessage } from '@konsul/swim';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { drawn } from '../../../../tools/fuzz/drawn.js';
import type { SessionStep } from '../../../../tools/fuzz/session.js';
import { DrivenCore, sessionTarget } from '../../../../tools/fuzz/session-target.js';
import { originCoordinate } from '../../src/core/coordinate.js';
import { replaySnapshot } from '../../src/core/snapshot-replay.js';
import {
  createSerfCodec,
  resolveConfig,
  SerfCore,
  type SerfEffect,
  type SerfEvent,
  type SerfInput,
  type SerfMessage,
  type SerfPushPullMessage,
  type SerfStats,
} from '../../src/index.js';
import { adaptKeyring } from '../../src/node/keyring-adapter.js';
import { addressOf, endpointOf } from '../support/serf-bench.js';
import { MESSAGES } from './message-targets.js';

const MEMBER_COUNT_MAX = 12;
const NAME_COUNT = 24;
const EFFECT_COUNT_MAX = 4_000;
const PAUSE_MS_MAX = 40_000;
const VERSIONS = Uint8Array.of(1, 5, 2, 2, 5, 5);
const PORT = 7_946;

const KINDS = { packet: 0, exchange: 1, ask: 2, pause: 3 } as const;
const TIMES = [0, 1, 2, 3, 4, 5, 300, 600, 2 ** 32, 2 ** 52, 2 ** 52 + 2 ** 21, 2 ** 53 - 2];
const QUERY_NAMES = ['uptime', '_serf_ping', '_serf_conflict', '_serf_list-keys'].concat(
  '_serf_install-key',
  '_serf_use-key',
  '_serf_remove-key',
);

const codec = createSerfCodec();
const swimCodec = createMemberlistCodec();

const drawName = (rng: Rng): string => `m${randomBelow(rng, NAME_COUNT)}`;

function drawPayload(rng: Rng): Uint8Array {
  if (randomBelow(rng, 2) === 0) return new Uint8Array(randomBelow(rng, 40));
  return damaged(drawn(rng, MESSAGES), { rng, others: MESSAGES });
}

/** What a member may say at this layer, with numbers and names that matter to the core. */
function drawMessage(rng: Rng): SerfMessage {
  const time = drawn(rng, TIMES);
  const node = drawName(rng);
  const payload = drawPayload(rng);
  switch (randomBelow(rng, 6)) {
    case 0:
      return { type: 'join', time, node };
    case 1:
      return { type: 'leave', time, node, isPrune: randomBelow(rng, 2) === 0 };
    case 2:
      return { type: 'user-event', time, name: node, payload, canCoalesce: false };
    case 3:
      return {
        type: 'query-response',
        time: 1 + randomBelow(rng, 3),
        id: randomBelow(rng, 2),
        from: node,
        isAck: randomBelow(rng, 2) === 0,
        payload,
      };
    case 4:
      return { type: 'relay', ...placeOf(drawName(rng)), node, message: payload };
    default:
      return {
        type: 'query',
        time,
        id: randomBelow(rng, 4),
        ...placeOf(node),
        sourceNode: node,
        filters: [],
        wantsAck: randomBelow(rng, 2) === 0,
        isNoBroadcast: randomBelow(rng, 4) === 0,
        relayFactor: randomBelow(rng, 4),
        timeoutMs: drawn(rng, [0, 1, 1_000, 86_400_000]),
        name: drawn(rng, QUERY_NAMES),
        payload,
      };
  }
}

function placeOf(name: string): { readonly address: Uint8Array; readonly port: number } {
  return { address: addressOf(name), port: PORT };
}

function drawBelow(rng: Rng): PacketMessage {
  const node = drawName(rng);
  const incarnation = 1 + randomBelow(rng, 4);
  switch (randomBelow(rng, 9)) {
    case 0:
      return { type: 'dead', incarnation, node, from: drawn(rng, [node, drawName(rng)]) };
    case 1:
    case 2: {
      const coordinate = codec.encodeCoordinate(originCoordinate());
      const payload = randomBelow(rng, 2) === 0 ? coordinate : drawPayload(rng);
      return { type: 'ack', seqNo: randomBelow(rng, 10), payload };
    }
    case 3:
    case 4: {
      const place = placeOf(randomBelow(rng, 5) === 0 ? drawName(rng) : node);
      const meta = randomBelow(rng, 4) === 0 ? drawPayload(rng) : codec.encodeTags({ at: node });
      return { type: 'alive', incarnation, node, ...place, meta, versions: VERSIONS };
    }
    default: {
      const said = codec.encode(drawMessage(rng));
      const isDamaged = randomBelow(rng, 4) === 0;
      return { type: 'user', payload: isDamaged ? damaged(said, { rng, others: MESSAGES }) : said };
    }
  }
}

function drawExchange(rng: Rng): Uint8Array {
  const names = Array.from({ length: randomBelow(rng, 6) }, () => drawName(rng));
  const state: SerfPushPullMessage = {
    type: 'push-pull',
    time: drawn(rng, TIMES),
    statusTimes: new Map(names.map((name) => [name, drawn(rng, TIMES)])),
    leftMembers: names.slice(0, randomBelow(rng, 3)),
    eventTime: drawn(rng, TIMES),
    events: [{ time: drawn(rng, TIMES), events: [{ name: 'go', payload: drawPayload(rng) }] }],
    queryTime: drawn(rng, TIMES),
  };
  const said = codec.encode(state);
  const userState = randomBelow(rng, 3) === 0 ? damaged(said, { rng, others: MESSAGES }) : said;
  const isJoin = randomBelow(rng, 2) === 0;
  return swimCodec.encodeStream(
    { type: 'push-pull', isJoin, nodes: [], userState },
    { side: 'dialled' },
  );
}

function drawStep(rng: Rng): SessionStep {
  const kind = drawn(rng, [0, 0, 0, 0, 0, 0, 1, 2, 3]);
  const nothing = new Uint8Array(0);
  if (kind === KINDS.pause) return { kind, value: randomBelow(rng, PAUSE_MS_MAX), bytes: nothing };
  const value = 1 + randomBelow(rng, NAME_COUNT);
  if (kind === KINDS.ask) return { kind, value, bytes: nothing };
  if (kind === KINDS.exchange) return { kind, value, bytes: drawExchange(rng) };
  const parts = Array.from({ length: 1 + randomBelow(rng, 6) }, () =>
    swimCodec.encodeMessage(drawBelow(rng)),
  );
  return { kind, value, bytes: swimCodec.encodePacket(parts, { checksum: false }) };
}

/** A core that is told whatever a session says, and is examined after each word. */
class ExaminedSerf {
  readonly outcomes = new Set<string>();
  readonly #core: SerfCore;
  readonly #driven: DrivenCore<SerfInput, SerfEffect>;
  #streamId = 0;
  #commandId = 0;
  #snapshot = '';
  #before: SerfStats;

  constructor() {
    const swim = { memberCountMax: MEMBER_COUNT_MAX };
    const keyring = new Keyring([Buffer.from('0123456789abcdef')]);
    this.#core = new SerfCore({
      config: resolveConfig({ name: 'm0', swim, tuning: { pendingQueryCountMax: 1 } }),
      codec,
      swimCodec,
      rng: seededRng(7),
      keyring: adaptKeyring(keyring),
      isSnapshotEnabled: true,
    });
    this.#before = this.#core.stats();
    this.#driven = new DrivenCore<SerfInput, SerfEffect>({
      core: this.#core,
      tick: { type: 'tick' },
      effectCountMax: EFFECT_COUNT_MAX,
      onTurn: (effects) => this.#onTurn(effects),
    });
    this.#driven.give({ type: 'start', address: addressOf('m0'), port: PORT, tags: { at: 'm0' } });
  }

  take({ kind, value, bytes }: SessionStep): void {
    const from = endpointOf(`m${value}`);
    if (kind === KINDS.packet) this.#driven.give({ type: 'datagram', from, bytes });
    else if (kind === KINDS.pause) this.#driven.pass(value);
    else if (kind === KINDS.ask) this.#ask();
    else {
      this.#streamId -= 1;
      const streamId = this.#streamId;
      this.#driven.give({ type: 'stream-accepted', streamId, from });
      this.#driven.give({ type: 'stream-data', streamId, bytes });
      this.#driven.give({ type: 'stream-closed', streamId });
    }
  }

  #ask(): void {
    this.#commandId += 1;
    const commandId = this.#commandId;
    this.#driven.give({
      type: 'query',
      commandId,
      name: 'who',
      payload: new Uint8Array(0),
      filters: [],
      wantsAck: true,
      relayFactor: 1,
    });
  }

  #onTurn(effects: readonly SerfEffect[]): void {
    for (const effect of effects) this.#look(effect);
    this.#examine();
    for (const effect of effects) if (effect.type === 'notify') this.#respond(effect.event);
  }

  #look(effect: SerfEffect): void {
    if (effect.type === 'serf-reject' || effect.type === 'reject') {
      this.outcomes.add(`refused as ${effect.reason}`);
    } else if (effect.type === 'notify') this.outcomes.add(effect.event.type);
    else if (effect.type === 'query-reply') this.outcomes.add(`a reply: ${effect.reply.type}`);
    else if (effect.type === 'keyring-changed') this.outcomes.add(effect.type);
    else if (effect.type === 'append-snapshot') this.#snapshot += effect.text;
    else if (effect.type === 'replace-snapshot') this.#snapshot = effect.text;
    else if (effect.type === 'send') this.#expectReadable(effect.bytes);
  }

  /** Answers every other query. */
  #respond(event: SerfEvent): void {
    if (event.type !== 'query' || event.key % 2 === 0) return;
    this.#commandId += 1;
    const { key } = event;
    this.#driven.give({
      type: 'respond',
      commandId: this.#commandId,
      key,
      payload: Uint8Array.of(1),
    });
  }

  /** What it passes on of others is what they said; at least the layer below must be able to read it. */
  #expectReadable(bytes: Uint8Array): void {
    const { rejects } = swimCodec.decodePacket(bytes);
    if (rejects.length > 0) throw new Error(`sent what is refused as ${rejects.join()}`);
  }

  #examine(): void {
    const core = this.#core;
    const local = core.localMember;
    if (core.state !== 'running') throw new Error(`the core is ${core.state}`);
    if (local?.status !== 'alive') throw new Error(`the local member is ${local?.status}`);
    if (local.tags['at'] !== 'm0') throw new Error('the local tags were changed by a peer');
    this.#examineStats(core.stats());
    const position = core.coordinate();
    const numbers = [...(position?.vector ?? []), position?.error, position?.height];
    if (numbers.some((number) => !Number.isFinite(number))) throw new Error('we are nowhere');
  }

  #examineStats(stats: SerfStats): void {
    for (const clock of ['memberTime', 'eventTime', 'queryTime'] as const) {
      if (!Number.isSafeInteger(stats[clock]) || stats[clock] < this.#before[clock]) {
        throw new Error(`${clock} went from ${this.#before[clock]} to ${stats[clock]}`);
      }
    }
    for (const queue of ['intentQueueCount', 'eventQueueCount', 'queryQueueCount'] as const) {
      if (stats[queue] > this.#core.config.queueDepthMax) throw new Error(`${queue} is too long`);
    }
    if (stats.memberCount > NAME_COUNT * 2) throw new Error(`${stats.memberCount} members`);
    this.#before = stats;
  }

  /** Nothing that peers are called makes a snapshot unreadable. */
  examineSnapshot(): void {
    const { unknownLineCount } = replaySnapshot(this.#snapshot, { isRejoinAfterLeave: false });
    if (unknownLineCount > 0) throw new Error(`a snapshot with ${unknownLineCount} unknown lines`);
  }
}

/** Reads a session; throws when something does not hold. */
function runSerfSession(steps: readonly SessionStep[]): ReadonlySet<string> {
  const serf = new ExaminedSerf();
  for (const step of steps) serf.take(step);
  serf.examineSnapshot();
  return serf.outcomes;
}

export const serfCoreTarget: FuzzTarget = sessionTarget({
  name: 'serf-core',
  allocatedBytesMax: 64 * 1024 * 1024,
  outcomes: [
    'member-join',
    'member-leave',
    'member-failed',
    'member-update',
    'member-reap',
    'name-conflict',
    'user-event',
    'query',
    'a reply: ack',
    'keyring-changed',
    'refused as serf-malformed',
    'refused as serf-unknown-type',
    'refused as serf-event-too-old',
    'refused as serf-query-too-old',
    'refused as serf-query-limit',
    'refused as serf-relay-refused',
    'refused as serf-unusable-coordinate',
    'refused as serf-time-implausible',
  ],
  drawStep,
  run: runSerfSession,
});

import { type Rng, randomBelow, seededRng } from '@konsul/runtime/core';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { drawn } from '../../../../tools/fuzz/drawn.js';
import type { SessionStep } from '../../../../tools/fuzz/session.js';
import {
  DrivenCore,
  SESSION_STEP_COUNT,
  sessionTarget,
} from '../../../../tools/fuzz/session-target.js';
import { lanConfig } from '../../src/core/config.js';
import type { SwimEffect, SwimMeasurement } from '../../src/core/effect.js';
import type { SwimInput } from '../../src/core/input.js';
import type { NodeStateRecord, PacketMessage } from '../../src/core/messages.js';
import { SwimCore } from '../../src/core/swim-core.js';
import { addressOf, alive, endpointOf, record } from '../support/core-bench.js';
import { LIMITS, PACKETS, plainCodec, STREAMS } from './wire-inputs.js';

const MEMBER_COUNT_MAX = 12;
const NAME_COUNT = 24;
const STREAM_COUNT_MAX = 4;
const HAND_OFF_COUNT_MAX = 32;
const EFFECT_COUNT_MAX = 2_000;
const PAUSE_MS_MAX = 40_000;
const GATE_TURN_COUNT = 4;

const KINDS = { packet: 0, stream: 1, answer: 2, pause: 3 } as const;

/** Numbers at which comparisons of incarnations decide. */
const INCARNATIONS = [0, 1, 1, 2, 2, 3, 7, 0x7fffffff, 0xfffffffe, 0xffffffff];

function drawName(rng: Rng): string {
  return `m${randomBelow(rng, NAME_COUNT)}`;
}

/** A message that means something to this core: of its own name, of known ones and of strangers. */
export function drawMessage(rng: Rng): PacketMessage {
  const node = drawName(rng);
  const incarnation = drawn(rng, INCARNATIONS);
  switch (randomBelow(rng, 8)) {
    case 0:
      return { type: 'suspect', incarnation, node, from: drawName(rng) };
    case 1:
      return { type: 'dead', incarnation, node, from: drawName(rng) };
    case 2:
      return { type: 'dead', incarnation, node, from: node };
    case 3:
      return { type: 'ack', seqNo: randomBelow(rng, 20), payload: Uint8Array.of(1) };
    case 4:
      return { type: 'user', payload: drawn(rng, PACKETS) };
    default:
      return alive(node, incarnation, {
        ...(randomBelow(rng, 4) === 0 ? { address: addressOf(drawName(rng)) } : {}),
        ...(randomBelow(rng, 4) === 0 ? { meta: Uint8Array.of(randomBelow(rng, 3)) } : {}),
      });
  }
}

function drawPacket(rng: Rng): Uint8Array {
  const parts = Array.from({ length: 1 + randomBelow(rng, 6) }, () =>
    plainCodec.encodeMessage(drawMessage(rng)),
  );
  return plainCodec.encodePacket(parts, { checksum: randomBelow(rng, 4) === 0 });
}

function drawExchange(rng: Rng): Uint8Array {
  const states = ['alive', 'suspect', 'dead', 'left'] as const;
  const nodes = Array.from(
    { length: randomBelow(rng, 8) },
    (): NodeStateRecord => record(drawName(rng), drawn(rng, states), drawn(rng, INCARNATIONS)),
  );
  const isJoin = randomBelow(rng, 2) === 0;
  return plainCodec.encodeStream(
    { type: 'push-pull', isJoin, nodes, userState: new Uint8Array(0) },
    { side: 'accepted' },
  );
}

function drawStep(rng: Rng): SessionStep {
  const kind = drawn(rng, [0, 0, 0, 0, 0, 0, 1, 2, 3]);
  const value =
    kind === KINDS.pause ? randomBelow(rng, PAUSE_MS_MAX) : 1 + randomBelow(rng, NAME_COUNT);
  if (kind === KINDS.pause) return { kind, value, bytes: new Uint8Array(0) };
  const isPacket = kind === KINDS.packet;
  const whole = isPacket ? drawPacket(rng) : drawExchange(rng);
  const isDamaged = randomBelow(rng, 3) === 0;
  const others = isPacket ? PACKETS : STREAMS;
  return { kind, value, bytes: isDamaged ? damaged(whole, { rng, others }) : whole };
}

/** A core that is told whatever a session says, and is examined after each word. */
class ExaminedSwim {
  readonly #core: SwimCore;
  readonly #driven: DrivenCore<SwimInput, SwimEffect>;
  readonly #opened: number[] = [];
  readonly outcomes = new Set<string>();
  #streamId = 0;
  #incarnation = 0;

  constructor() {
    const config = {
      ...lanConfig('m0'),
      memberCountMax: MEMBER_COUNT_MAX,
      acceptedStreamCountMax: STREAM_COUNT_MAX,
      handOffCountMax: HAND_OFF_COUNT_MAX,
    };
    this.#core = new SwimCore({ config, codec: plainCodec, rng: seededRng(7) });
    this.#driven = new DrivenCore<SwimInput, SwimEffect>({
      core: this.#core,
      tick: { type: 'tick' },
      effectCountMax: EFFECT_COUNT_MAX,
      onTurn: (effects) => this.#onTurn(effects),
    });
    this.#driven.give({
      type: 'start',
      address: addressOf('m0'),
      port: 7_946,
      meta: new Uint8Array(0),
    });
  }

  take({ kind, value, bytes }: SessionStep): void {
    if (kind === KINDS.packet) {
      this.#driven.give({ type: 'datagram', from: endpointOf(`m${value}`), bytes });
    } else if (kind === KINDS.stream) {
      this.#converse(value, bytes);
    } else if (kind === KINDS.answer) {
      this.#answer(bytes);
    } else {
      this.#turnGate(value % GATE_TURN_COUNT);
      this.#driven.pass(value);
    }
  }

  /** Before some pauses datagrams cease to leave, and before others they leave again. */
  #turnGate(turn: number): void {
    if (turn === 0) this.#driven.give({ type: 'datagrams-blocked' });
    if (turn === 1) this.#driven.give({ type: 'datagrams-writable' });
  }

  /** Some are left open, as peers that fell silent leave them. */
  #converse(speaker: number, bytes: Uint8Array): void {
    this.#streamId -= 1;
    const streamId = this.#streamId;
    this.#driven.give({ type: 'stream-accepted', streamId, from: endpointOf(`m${speaker}`) });
    this.#driven.give({ type: 'stream-data', streamId, bytes });
    if (speaker % 3 !== 0) this.#driven.give({ type: 'stream-closed', streamId });
  }

  #answer(bytes: Uint8Array): void {
    const streamId = this.#opened.shift();
    if (streamId === undefined) return;
    this.#driven.give({ type: 'stream-opened', streamId });
    this.#driven.give({ type: 'stream-data', streamId, bytes });
    this.#driven.give({ type: 'stream-ended', streamId });
  }

  #onTurn(effects: readonly SwimEffect[]): void {
    for (const effect of effects) this.#look(effect);
    this.#examine();
  }

  #look(effect: SwimEffect): void {
    if (effect.type === 'reject') this.outcomes.add(`refused as ${effect.reason}`);
    else if (effect.type === 'notify') this.outcomes.add(effect.event.type);
    else if (effect.type === 'measure') this.#expectShortQueue(effect.measurement);
    else if (effect.type === 'open-stream') this.#opened.push(effect.streamId);
    else if (effect.type === 'send') this.#expectReadable(effect.bytes);
    else if (effect.type === 'write-stream') this.#expectReadableStream(effect.bytes);
  }

  /** One update of each member, and of some that were forgotten since. */
  #expectShortQueue({ name, value }: SwimMeasurement): void {
    if (name === 'queue.broadcasts' && value > NAME_COUNT) throw new Error(`${value} updates wait`);
  }

  /** Whatever peers have made it say, what it says is well formed. */
  #expectReadable(bytes: Uint8Array): void {
    const { messages, rejects } = plainCodec.decodePacket(bytes);
    if (rejects.length > 0) throw new Error(`sent what is refused as ${rejects.join()}`);
    for (const message of messages) {
      if (message.type === 'alive' && message.versions.length < 6) {
        throw new Error('passed on a member with less than six versions');
      }
    }
  }

  #expectReadableStream(bytes: Uint8Array): void {
    const sides = ['accepted', 'dialled'] as const;
    const isRead = sides.some(
      (side) => plainCodec.createStreamDecoder(side).push(bytes).type === 'message',
    );
    if (!isRead) throw new Error('wrote a stream that nobody reads');
  }

  #examine(): void {
    const core = this.#core;
    const local = core.localMember;
    if (local?.state !== 'alive') throw new Error(`the local member is ${local?.state}`);
    if (core.member('m0') !== local) throw new Error('the local member is not in the table');
    if (local.host !== '10.0.0.0' || local.port !== 7_946 || local.meta.length !== 0) {
      throw new Error('the local member was changed by a peer');
    }
    if (local.incarnation < this.#incarnation) {
      throw new Error(`incarnation ${this.#incarnation} became ${local.incarnation}`);
    }
    this.#incarnation = local.incarnation;
    const members = core.knownMembers();
    if (members.length > MEMBER_COUNT_MAX || members.length !== core.memberCount) {
      throw new Error(`${members.length} members, counted as ${core.memberCount}`);
    }
    const liveCount = members.filter(
      ({ state }) => state === 'alive' || state === 'suspect',
    ).length;
    if (liveCount !== core.liveMemberCount) throw new Error('live members are miscounted');
    if (!(core.healthScore >= 0 && core.healthScore < core.config.healthMultiplierMax)) {
      throw new Error(`health score ${core.healthScore}`);
    }
    if (core.nextDeadlineMs() === undefined) throw new Error('nothing is due any more');
  }
}

/** Reads a session; throws when something does not hold. */
function runSwimSession(steps: readonly SessionStep[]): ReadonlySet<string> {
  const swim = new ExaminedSwim();
  for (const step of steps) swim.take(step);
  return swim.outcomes;
}

export const swimCoreTarget: FuzzTarget = sessionTarget({
  name: 'swim-core',
  allocatedBytesMax: SESSION_STEP_COUNT * 4 * LIMITS.streamBytesMax,
  outcomes: [
    'member-joined',
    'member-updated',
    'member-suspected',
    'member-recovered',
    'member-failed',
    'member-left',
    'member-conflict',
    'user-message',
    'refused as member-limit',
    'refused as name-conflict',
    'refused as malformed',
    'refused as bad-versions',
    'refused as stream-limit',
    'refused as stream-timeout',
    'refused as unexpected-type',
    'refused as incompatible',
  ],
  drawStep,
  run: runSwimSession,
});

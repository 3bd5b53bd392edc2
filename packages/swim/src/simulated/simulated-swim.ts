import {
  type Clock,
  type DatagramTransport,
  Driver,
  type Endpoint,
  type Rng,
  type StreamTransport,
} from '@konsul/runtime';
import { resolveConfig, type SwimConfigInput } from '../config.js';
import { parseAddress } from '../core/address.js';
import type { SwimEffect } from '../core/effect.js';
import type { SwimEvent } from '../core/event.js';
import type { SwimInput } from '../core/input.js';
import { SwimCore } from '../core/swim-core.js';
import { SwimError } from '../errors.js';
import { SwimIo } from '../node/swim-io.js';
import { createMemberlistCodec, type MemberlistCodecOptions } from '../wire/memberlist-codec.js';
import { packetType } from './packet-type.js';
import { tuningFromText } from './tuning-from-text.js';

/** What a simulated member touches of its world; a shape that any simulator can fill. */
export interface SimulatedSwimEnvironment {
  readonly name: string;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly datagrams: DatagramTransport;
  readonly streams: StreamTransport;
  /** An IP address and the port at which both transports are reached. */
  readonly endpoint: Endpoint;
  /** Whom to join by; empty for the first member. */
  readonly seeds: readonly Endpoint[];
  readonly observe: (change: {
    readonly type: 'joined' | 'failed' | 'left' | 'suspected' | 'recovered';
    readonly member: string;
  }) => void;
  /** A defect of this package. */
  readonly fail: (error: unknown) => void;
}

/** The same, with options of the configuration in words. */
export interface ConfiguredEnvironment extends SimulatedSwimEnvironment {
  readonly options: Readonly<Record<string, string>>;
}

export interface SimulatedSwimMember {
  /** For looking at; do not step it. */
  readonly core: SwimCore;
  /** Names of the live members, itself included. */
  members(): readonly string[];
  leave(): void;
  /** Gives a command, for experiments; its outcome is not reported. */
  give(input: SwimInput): void;
}

export interface SimulatedSwimOptions {
  readonly config: Omit<SwimConfigInput, 'name'>;
  readonly wire?: MemberlistCodecOptions;
}

const LEAVE_TIMEOUT_MS = 5_000;
const JOIN_COMMAND = 1;
const LEAVE_COMMAND = 2;
const NO_META: Uint8Array = new Uint8Array(0);
const TICK: SwimInput = { type: 'tick' };

/**
 * A membership protocol for `konsul-sim`, in the shape that `@konsul/simulation` asks for. Options
 * are those of the configuration by their names, and `profile`.
 */
export const protocol: {
  readonly name: string;
  readonly checkOptions: (options: Readonly<Record<string, string>>) => void;
  readonly messageType: (bytes: Uint8Array) => string;
  readonly start: (environment: ConfiguredEnvironment) => SimulatedSwimMember;
} = {
  name: 'swim',
  checkOptions: (options) => {
    resolveConfig({ ...tuningFromText(options), name: 'any' });
  },
  messageType: packetType,
  start: (environment) =>
    startSimulatedSwim(environment, { config: tuningFromText(environment.options) }),
};

/**
 * Starts one member on the transports and the clock it is given: the core, codec and driver that
 * also run in production, without events, names and promises for a host.
 *
 * @throws SwimError INVALID_CONFIG; INVALID_ADDRESS when the endpoint is no IP address.
 */
export function startSimulatedSwim(
  environment: SimulatedSwimEnvironment,
  options: SimulatedSwimOptions,
): SimulatedSwimMember {
  const { name, clock, rng, datagrams, streams, endpoint, seeds, fail } = environment;
  const address = parseAddress(endpoint.host);
  if (address === undefined) {
    throw new SwimError('INVALID_ADDRESS', `endpoint host ${endpoint.host} is no IP address`);
  }
  const core = new SwimCore({
    config: resolveConfig({ ...options.config, name }),
    codec: createMemberlistCodec(options.wire),
    rng,
  });
  const io: SwimIo = new SwimIo({
    transport: { datagrams, streams },
    clock,
    input: (input) => driver.input(input),
  });
  const driver = new Driver<SwimInput, SwimEffect>({
    core,
    clock,
    tick: TICK,
    execute: (effect) => {
      if (effect.type === 'notify') report(environment, effect.event);
      else if (effect.type !== 'complete') io.execute(effect);
    },
    afterTurn: () => io.endTurn(),
    onFault: fail,
  });
  io.start().then(() => {
    driver.input({ type: 'start', address, port: endpoint.port, meta: NO_META });
    if (seeds.length > 0) driver.input({ type: 'join', commandId: JOIN_COMMAND, peers: seeds });
  }, fail);
  return {
    core,
    members: () => core.liveMembers().map((member) => member.name),
    leave: () =>
      driver.input({ type: 'leave', commandId: LEAVE_COMMAND, timeoutMs: LEAVE_TIMEOUT_MS }),
    give: (input) => driver.input(input),
  };
}

function report({ observe }: SimulatedSwimEnvironment, event: SwimEvent): void {
  switch (event.type) {
    case 'member-joined':
      observe({ type: 'joined', member: event.member.name });
      break;
    case 'member-failed':
      observe({ type: 'failed', member: event.member.name });
      break;
    case 'member-left':
      observe({ type: 'left', member: event.member.name });
      break;
    case 'member-suspected':
      observe({ type: 'suspected', member: event.member.name });
      break;
    case 'member-recovered':
      observe({ type: 'recovered', member: event.member.name });
      break;
    case 'member-updated':
    case 'member-conflict':
    case 'user-message':
    case 'health-changed':
      break;
  }
}

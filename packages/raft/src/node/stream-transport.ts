import {
  type Clock,
  checkOptions,
  createSystemRng,
  type Logger,
  type Metrics,
  type OptionRules,
  option,
  type Rng,
  type StreamTransport,
  silentLogger,
  silentMetrics,
  systemClock,
  withoutUndefined,
} from '@konsul/runtime';
import { refuseOption } from '../errors.js';
import { identityText } from '../storage/wal/segment-header.js';
import { serverText } from './option-rules.js';
import type { RaftTransport } from './raft-transport.js';
import { type StreamHostSettings, StreamRaftHost } from './stream-host.js';

/** Options of {@link createStreamRaftTransport}. Durations are in milliseconds. */
export interface StreamRaftTransportOptions {
  /** Dials and accepts; closed with the transport. */
  readonly streams: StreamTransport;
  readonly nodeId: string;
  /** Where peers reach this node; told to those that do not know it from the configuration yet. */
  readonly address: string;
  /** Peers of another cluster are refused. */
  readonly clusterId: string;
  /** Tells groups of one cluster apart. Default 0. */
  readonly group?: number;
  /** For addresses that name none. Default 8300. */
  readonly portDefault?: number;
  /** Default 10 s. */
  readonly connectTimeoutMs?: number;
  /** How long an accepted connection may take to say who it is. Default 5 s. */
  readonly handshakeTimeoutMs?: number;
  /** Waiting time after a failed dial, doubled each time, with jitter. Default 50. */
  readonly backoffMinMs?: number;
  /** Default 1 s. */
  readonly backoffMaxMs?: number;
  /** A connection whose messages go unanswered for so long is dialled anew. Default 5 s. */
  readonly unansweredMs?: number;
  /** A snapshot that makes no progress for so long fails. Default 30 s. */
  readonly stallTimeoutMs?: number;
  /** What may wait for one peer. Default 32 MiB. */
  readonly queueBytesMax?: number;
  /** Largest frame that is accepted; above every message a peer sends. Default 96 MiB. */
  readonly frameBytesMax?: number;
  readonly clock?: Clock;
  readonly rng?: Rng;
  readonly logger?: Logger;
  /** Counts `raft.transport.dropped`, `.rejected` (by reason) and `.unanswered`. */
  readonly metrics?: Metrics;
}

const MEBIBYTE = 1024 * 1024;
const HOUR_MS = 3_600_000;

const RULES: OptionRules<StreamRaftTransportOptions> = {
  required: {
    streams: option.streams,
    nodeId: serverText,
    address: serverText,
    clusterId: identityText,
  },
  optional: {
    group: option.integer(0, 0xffff_ffff),
    portDefault: option.integer(0, 65_535),
    connectTimeoutMs: option.number(1, HOUR_MS),
    handshakeTimeoutMs: option.number(1, HOUR_MS),
    backoffMinMs: option.number(1, HOUR_MS),
    backoffMaxMs: option.number(1, HOUR_MS),
    unansweredMs: option.number(1, HOUR_MS),
    stallTimeoutMs: option.number(1, HOUR_MS),
    queueBytesMax: option.integer(1, 4096 * MEBIBYTE),
    frameBytesMax: option.integer(1, 4096 * MEBIBYTE),
    clock: option.clock,
    rng: option.rng,
    logger: option.logger,
    metrics: option.metrics,
  },
};

/**
 * Raft over streams (TCP, TLS, or what a host multiplexes): per peer one connection that we dial
 * for messages, one for each snapshot, and those that the peer dials.
 *
 * @throws RaftError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createStreamRaftTransport(options: StreamRaftTransportOptions): RaftTransport {
  checkOptions(options, RULES, refuseOption);
  const { group = 0 } = options;
  const host = new StreamRaftHost(resolve(options), false);
  const transport = host.transport(group);
  return {
    start: (handlers) => transport.start(handlers),
    setPeers: (addresses) => transport.setPeers(addresses),
    send: (message) => transport.send(message),
    flush: () => transport.flush(),
    sendSnapshot: (offer, open, limits) => transport.sendSnapshot(offer, open, limits),
    peerProtocol: (peer) => host.peerProtocol(peer),
    close: () => host.close(),
  };
}

/** Options of {@link createStreamRaftHost}: those of a transport, for all groups together. */
export type StreamRaftHostOptions = Omit<StreamRaftTransportOptions, 'group'>;

/** The members that one process has of any number of groups, on one connection per peer. */
export interface RaftTransportHost {
  /**
   * The transport of the member that this process has of a group. Closing it leaves the others.
   *
   * @param group 0 to 2^32 - 1; the same on every server of the group.
   * @throws RaftError INVALID_CONFIG when the group has a member here already.
   */
  transport(group: number): RaftTransport;
  /** Ends everything. */
  close(): Promise<void>;
}

/**
 * Raft for many groups over streams: whatever two servers have to say to each other, of all the
 * groups they share, goes over one connection in each direction, and over one more per snapshot. A
 * peer of the first release gets a connection for each group.
 *
 * @throws RaftError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createStreamRaftHost(options: StreamRaftHostOptions): RaftTransportHost {
  checkOptions(options, RULES, refuseOption);
  return new StreamRaftHost(resolve(options), true);
}

function resolve(options: StreamRaftHostOptions): StreamHostSettings {
  return {
    portDefault: 8300,
    connectTimeoutMs: 10_000,
    handshakeTimeoutMs: 5_000,
    backoffMinMs: 50,
    backoffMaxMs: 1_000,
    unansweredMs: 5_000,
    stallTimeoutMs: 30_000,
    queueBytesMax: 32 * MEBIBYTE,
    frameBytesMax: 96 * MEBIBYTE,
    clock: systemClock,
    rng: createSystemRng(),
    logger: silentLogger,
    metrics: silentMetrics,
    ...withoutUndefined(options),
  };
}

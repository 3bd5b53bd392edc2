import type { SwimConfig } from '@konsul/swim/core';

/**
 * Everything that tunes a member, beside what tunes the gossip below. Complete and readonly.
 * Durations are in milliseconds of the core's own clock.
 *
 * Source: the defaults are Serf's unless stated.
 */
export interface SerfConfig {
  /** The layer below; its `name` is this member's, its `delegateVersions` this protocol's. */
  readonly swim: SwimConfig;
  /** Serf protocol spoken, 2 to 5. Queries need 4, relaying them 5. Default 5. */
  readonly protocolVersion: number;

  /** How long an announcement is waited for until it was gossiped often enough. Default 5,000. */
  readonly broadcastTimeoutMs: number;
  /** Pause after leaving, so that the news travels before the member falls silent. Default 1,000. */
  readonly leavePropagateDelayMs: number;

  /** Time between searches for members to forget. Default 15,000. */
  readonly reapIntervalMs: number;
  /** Time between attempts to reach failed members. Default 30,000. */
  readonly reconnectIntervalMs: number;
  /** How long a failed member is remembered and tried. Default 24 h. */
  readonly reconnectTimeoutMs: number;
  /** How long a member that left is remembered. Default 24 h. */
  readonly tombstoneTimeoutMs: number;
  /** A member that returns sooner than this after its failure is counted as flapping. Default 60,000. */
  readonly flapTimeoutMs: number;
  /** How long intents about unknown members are kept. Default 300,000. */
  readonly recentIntentTimeoutMs: number;

  /** Instants of which user events are remembered. Default 512. */
  readonly eventBufferCount: number;
  /** Instants of which queries are remembered. Default 512. */
  readonly queryBufferCount: number;
  /** A user event's name and payload, and its encoding, at most. Default 512, bound 9,216. */
  readonly userEventBytesMax: number;
  /** A query's encoding, at most. Default 1,024. */
  readonly queryBytesMax: number;
  /** An answer's encoding, at most. Default 1,024. */
  readonly queryResponseBytesMax: number;
  /** Default time for answers, in gossip intervals per power of ten of the cluster. Default 16. */
  readonly queryTimeoutMultiplier: number;
  /**
   * A query ends as soon as every member asked has answered, instead of at its deadline. Default
   * true. Extension.
   */
  readonly isQueryEndedEarly: boolean;
  /** Queries of our own open at one time; more are refused. Default 1,024. Extension. */
  readonly openQueryCountMax: number;
  /** Queries of others that may wait for our answer at one time; beyond it the oldest is given up. Default 4,096. Extension. */
  readonly pendingQueryCountMax: number;

  /** Time between looks at the queues. Default 30,000. */
  readonly queueCheckIntervalMs: number;
  /** A queue longer than this is warned of. Default 128. */
  readonly queueDepthWarning: number;
  /** A queue longer than this loses what was sent most. Default 4,096. */
  readonly queueDepthMax: number;
  /** When above 0, a queue may hold this or twice the members, whichever is more, instead. Default 0. */
  readonly queueDepthMin: number;

  /** Member events of a member within this time become one. Default 0: not coalesced. */
  readonly memberCoalesceMs: number;
  /** Coalesced member events are delivered when none came for this long. Default 0: not coalesced. */
  readonly memberQuiescentMs: number;
  /** The same for user events that allow it. Default 0: not coalesced. */
  readonly userCoalesceMs: number;
  /** The same for user events that allow it. Default 0: not coalesced. */
  readonly userQuiescentMs: number;

  /** Estimate round-trip times between all members. Default true. */
  readonly isCoordinatesEnabled: boolean;
  /** Ask the cluster when another member uses our name. Default true. */
  readonly isConflictResolutionEnabled: boolean;
  /** At most one such question within this time. Default 60,000. Extension. */
  readonly conflictIntervalMs: number;
  /** Refuse members whose name has more than 128 characters or others than letters, digits, `.` and `-`. Default false. */
  readonly isNameValidated: boolean;
}

/** Oldest Serf protocol announced. */
export const SERF_PROTOCOL_VERSION_MIN = 2;

/** Newest Serf protocol. */
export const SERF_PROTOCOL_VERSION_MAX = 5;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Serf's defaults over a configuration of the layer below. */
export function defaultSerfConfig(swim: SwimConfig): SerfConfig {
  return {
    swim,
    protocolVersion: SERF_PROTOCOL_VERSION_MAX,
    broadcastTimeoutMs: 5_000,
    leavePropagateDelayMs: 1_000,
    reapIntervalMs: 15_000,
    reconnectIntervalMs: 30_000,
    reconnectTimeoutMs: DAY_MS,
    tombstoneTimeoutMs: DAY_MS,
    flapTimeoutMs: 60_000,
    recentIntentTimeoutMs: 300_000,
    eventBufferCount: 512,
    queryBufferCount: 512,
    userEventBytesMax: 512,
    queryBytesMax: 1_024,
    queryResponseBytesMax: 1_024,
    queryTimeoutMultiplier: 16,
    isQueryEndedEarly: true,
    openQueryCountMax: 1_024,
    pendingQueryCountMax: 4_096,
    queueCheckIntervalMs: 30_000,
    queueDepthWarning: 128,
    queueDepthMax: 4_096,
    queueDepthMin: 0,
    memberCoalesceMs: 0,
    memberQuiescentMs: 0,
    userCoalesceMs: 0,
    userQuiescentMs: 0,
    isCoordinatesEnabled: true,
    isConflictResolutionEnabled: true,
    conflictIntervalMs: 60_000,
    isNameValidated: false,
  };
}

/** Ranges of versions that a member says it can speak; see memberlist's `Vsn`. */
export interface VersionRange {
  /** Oldest version spoken, 0 to 255. */
  readonly min: number;
  /** Newest version spoken, 0 to 255. */
  readonly max: number;
  /** Version in use, between the two. */
  readonly current: number;
}

/**
 * Everything that tunes a member. Complete and readonly; start from a profile and change what
 * must be changed. Durations are in milliseconds of the core's own clock.
 */
export interface SwimConfig {
  /** Unique name of this member within its cluster, 1 to 255 bytes. */
  readonly name: string;
  /** memberlist protocol spoken, 1 to 5. Default 2; features follow a peer's maximum, not this. */
  readonly protocolVersion: number;
  /** Versions of the layer above, all 0 when there is none. */
  readonly delegateVersions: VersionRange;

  /** Time between probe rounds. Default 1,000 (WAN 5,000). 0 turns failure detection off. */
  readonly probeIntervalMs: number;
  /** Wait for a direct ack before others are asked to help. Below `probeIntervalMs`. Default 500. */
  readonly probeTimeoutMs: number;
  /** Members asked to probe in our place. Default 3. SWIM's k. */
  readonly indirectProbeCount: number;
  /**
   * Looks at a member that must fail one after the other before it is accused; a refused stream or the
   * word of others that they miss it too is enough after one. The suspicion counts from the end of the
   * first. Default 2; 1 as in the papers. Extension.
   */
  readonly probeAttemptCount: number;
  /** Also ping over a stream when datagrams fail. Default true. */
  readonly isStreamPingEnabled: boolean;
  /**
   * In clusters of up to 17, probe rounds follow each other at the gossip interval until everybody
   * was probed once. Default true. Extension.
   */
  readonly isFirstProbeEager: boolean;
  /**
   * A stream ping that is refused shows that no process listens: suspect without waiting for the
   * end of the round. Default true. Extension.
   */
  readonly isRefusalTrusted: boolean;

  /** Lifeguard LHA-Probe: nacks, and longer intervals while we are ill ourselves. Default true. */
  readonly isProbeHealthAware: boolean;
  /** Lifeguard LHA-Suspicion: timeouts that start long and shrink by confirmations. Default true. */
  readonly isSuspicionDynamic: boolean;
  /** Lifeguard Buddy System: whoever is suspected hears it first, with the ping. Default true. */
  readonly isBuddySystemEnabled: boolean;
  /**
   * Whoever was deaf recovers soon: an ack tells its receiver that it is accused, and while we are ill
   * a ping is repeated every `probeIntervalMs`. Who is still accused of what it has refuted refutes it
   * again. Default true. Extension.
   */
  readonly isRecoveryEager: boolean;
  /** Health scores run from 0 to this less one; the probe interval grows up to this factor. Default 8. */
  readonly healthMultiplierMax: number;
  /** Shortest suspicion in units of `probeIntervalMs * max(1, log10(n))`. Default 4 (WAN 6). */
  readonly suspicionMultiplier: number;
  /** Longest suspicion as a multiple of the shortest. Default 6. */
  readonly suspicionMaxMultiplier: number;
  /**
   * Accusers after the first that bring a suspicion down to its shortest; Lifeguard's K. Default -1:
   * `suspicionMultiplier - 2`, as memberlist has it. Only where `isSuspicionDynamic`.
   */
  readonly suspicionConfirmations: number;

  /** Time between gossip rounds. Default 200 (WAN 500). 0 turns gossip rounds off. */
  readonly gossipIntervalMs: number;
  /** Members told in each round. Default 3 (WAN 4). */
  readonly gossipFanoutCount: number;
  /** How long the dead are still told things, so that they can object. Default 30,000. */
  readonly gossipToTheDeadMs: number;
  /** Each update is sent `this * ceil(log10(n + 1))` times. Default 4 (local 2). */
  readonly retransmitMultiplier: number;
  /**
   * An update goes to nobody known to have it before all others had it. Default true; false draws
   * receivers at random for every sending. Extension.
   */
  readonly isAudienceKept: boolean;
  /**
   * Fresh updates leave at once instead of with the next round, and rounds come more often while
   * news fills many packets. Default true. Extension.
   */
  readonly isEagerGossipEnabled: boolean;
  /** How long an eager round waits for company. Default 2. */
  readonly eagerGossipDelayMs: number;
  /** Eager rounds that may follow each other; one is earned back per gossip interval. Default 16. */
  readonly eagerGossipBurstCount: number;

  /** Time between full-state exchanges in clusters of up to 32. Default 30,000. 0 turns them off. */
  readonly pushPullIntervalMs: number;
  /**
   * After our join, and when much of the cluster has changed, one extra exchange follows within one
   * to two times this. Default 1,000 (WAN 2,500, local 500). 0 turns it off. Extension.
   */
  readonly catchUpDelayMs: number;
  /**
   * With each exchange also try one of the remembered dead, so that halves of a partition find each
   * other again. Default true. Extension.
   */
  readonly isReconnectEnabled: boolean;
  /** Opening a stream may take this long, and so may all that is said on it. Default 10,000. */
  readonly streamTimeoutMs: number;
  /** Accepted streams that may be open at one time; more are closed unanswered. Default 128. */
  readonly acceptedStreamCountMax: number;
  /**
   * Bytes that accepted streams may hold together while nothing they said is whole; beyond, the one
   * that holds most is closed. Their buffers are at most twice as large. Default 64 MiB. Extension.
   */
  readonly acceptedStreamBytesMax: number;

  /** Budget of one datagram. Default 1,400. */
  readonly packetBytesMax: number;
  /** Updates taken in per turn and priority; more are dropped and counted. Default 1,024. */
  readonly handOffCountMax: number;
  /** Members known at one time, the dead included; more are refused and counted. Default 65,536. */
  readonly memberCountMax: number;
  /** Payloads of `broadcast` waiting at one time; the most transmitted go first. Default 4,096. */
  readonly broadcastCountMax: number;
  /** After this long a dead member's name may return with another address. Default 0: never. */
  readonly deadNodeReclaimMs: number;
  /** Send only to peers whose name is known; for transports that route by name. Default false. */
  readonly isNodeNameRequired: boolean;
  /** Networks members may be in, for example `10.0.0.0/8`. Default empty: all. */
  readonly allowedCidrs: readonly string[];
  /**
   * A tick later than this is taken for a stall of our own process: verdicts on others wait as long
   * again, so that what they said meanwhile is heard first, and helpers of a probe that is looked at
   * late still get their whole time. Default 100. 0 turns both off. Extension.
   */
  readonly stallThresholdMs: number;
  /** Time between samples of the broadcast queue's length. Default 30,000. 0 turns them off. */
  readonly queueCheckIntervalMs: number;
}

/** Bytes of meta a member may carry. Source: memberlist's `MetaMaxSize`. */
export const META_BYTES_MAX = 512;

/** Bytes of one user message on a stream that peers take. Source: memberlist's limit, 20 MiB. */
export const USER_MESSAGE_BYTES_MAX: number = 20 * 1024 * 1024;

/** Newest memberlist protocol whose every feature is here. */
export const PROTOCOL_VERSION_MAX = 5;

/** Oldest memberlist protocol announced. */
export const PROTOCOL_VERSION_MIN = 1;

/** For members within one network: round trips of a few milliseconds, little loss. */
export function lanConfig(name: string): SwimConfig {
  return {
    name,
    protocolVersion: 2,
    delegateVersions: { min: 0, max: 0, current: 0 },
    probeIntervalMs: 1_000,
    probeTimeoutMs: 500,
    indirectProbeCount: 3,
    probeAttemptCount: 2,
    isStreamPingEnabled: true,
    isFirstProbeEager: true,
    isRefusalTrusted: true,
    isProbeHealthAware: true,
    isSuspicionDynamic: true,
    isBuddySystemEnabled: true,
    isRecoveryEager: true,
    healthMultiplierMax: 8,
    suspicionMultiplier: 4,
    suspicionMaxMultiplier: 6,
    suspicionConfirmations: -1,
    gossipIntervalMs: 200,
    gossipFanoutCount: 3,
    gossipToTheDeadMs: 30_000,
    retransmitMultiplier: 4,
    isAudienceKept: true,
    isEagerGossipEnabled: true,
    eagerGossipDelayMs: 2,
    eagerGossipBurstCount: 16,
    pushPullIntervalMs: 30_000,
    catchUpDelayMs: 1_000,
    isReconnectEnabled: true,
    streamTimeoutMs: 10_000,
    acceptedStreamCountMax: 128,
    acceptedStreamBytesMax: 64 * 1024 * 1024,
    packetBytesMax: 1_400,
    handOffCountMax: 1_024,
    memberCountMax: 65_536,
    broadcastCountMax: 4_096,
    deadNodeReclaimMs: 0,
    isNodeNameRequired: false,
    allowedCidrs: [],
    stallThresholdMs: 100,
    queueCheckIntervalMs: 30_000,
  };
}

/** For members in different places: round trips up to a second, some loss. */
export function wanConfig(name: string): SwimConfig {
  return {
    ...lanConfig(name),
    probeIntervalMs: 5_000,
    probeTimeoutMs: 3_000,
    suspicionMultiplier: 6,
    gossipIntervalMs: 500,
    gossipFanoutCount: 4,
    gossipToTheDeadMs: 60_000,
    pushPullIntervalMs: 60_000,
    catchUpDelayMs: 2_500,
    streamTimeoutMs: 30_000,
    eagerGossipDelayMs: 10,
    stallThresholdMs: 500,
  };
}

/** For members on one machine: no delay, no loss; fast to settle. */
export function localConfig(name: string): SwimConfig {
  return {
    ...lanConfig(name),
    probeTimeoutMs: 200,
    indirectProbeCount: 1,
    suspicionMultiplier: 3,
    gossipIntervalMs: 100,
    gossipToTheDeadMs: 15_000,
    retransmitMultiplier: 2,
    pushPullIntervalMs: 15_000,
    catchUpDelayMs: 500,
    streamTimeoutMs: 1_000,
  };
}

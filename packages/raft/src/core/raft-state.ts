import { invariant, type Rng } from '@konsul/runtime/core';
import { decodeConfiguration } from './configuration-codec.js';
import { ConfigurationStack } from './configuration-stack.js';
import type { RaftCoreConfig } from './core-config.js';
import { drawElectionTimeoutMs } from './election-timeout.js';
import type { HardState, SnapshotMetadata } from './entry.js';
import { RaftLog } from './log.js';
import { type Configuration, emptyConfiguration, isVoter } from './membership.js';
import { Outbox } from './outbox.js';
import type { PlantedBug } from './planted-bug.js';
import type { RecoveredState } from './recovered-state.js';
import type {
  ConfirmedRead,
  ForwardedRead,
  IncomingSnapshot,
  OpenLoad,
  RoleState,
} from './roles.js';
import { TermRuns } from './term-runs.js';

/** Reads that one life of a server may ask its leader for; 2^32 of them fit a safe integer. */
const readIdStride = 2 ** 20;

/** What a core is made of. */
export interface RaftCoreOptions {
  /** This server's identifier; never one that another incarnation has used. */
  readonly id: string;
  readonly config: RaftCoreConfig;
  readonly rng: Rng;
  /** What the disk holds. */
  readonly recovered: RecoveredState;
  /** The instant of the start, on the clock that `step` is told. */
  readonly nowMs: number;
  /** Tests only: breaks the protocol in a known way. */
  readonly plantedBug?: PlantedBug;
}

/** Bytes given to the state machine up to an index. */
interface ApplyingBatch {
  readonly lastIndex: number;
  readonly bytes: number;
}

/**
 * Everything a server knows. Handlers read and change it; only `transitions.ts` changes `role` and
 * `term`; only `commit.ts`, and the installation of a snapshot, move `commitIndex`.
 */
export class RaftState {
  readonly id: string;
  config: RaftCoreConfig;
  readonly rng: Rng;
  readonly plantedBug: PlantedBug | undefined;
  readonly log: RaftLog;
  readonly configurations: ConfigurationStack;
  readonly outbox: Outbox;
  /** The time of the present call. */
  nowMs: number;

  term: number;
  votedFor: string | undefined;
  commitIndex: number;
  role: RoleState = { type: 'follower', leader: undefined };
  /** What users were told last of who leads. */
  announcedLeader: { readonly leader: string | undefined; readonly term: number } = {
    leader: undefined,
    term: 0,
  };

  /** Without a sign of life until then, a server campaigns. */
  electionDeadlineMs: number;
  electionTimeoutMs: number;
  /** The deadline was met late once, and put off: the process may have been asleep. */
  isElectionPutOff = false;
  /** When a leader was last heard; undefined before the first time. */
  leaderContactAtMs: number | undefined;
  /**
   * No vote is given before this instant: who has just started may have promised one to a leader's
   * lease in an earlier life. Source: Extension.
   */
  readonly votesFromMs: number;
  /** Up to here the own log is known to equal that of the current term's leader. */
  matchedIndex = 0;

  /** The last entry given to the state machine, and the last it has applied. */
  applyingIndex: number;
  appliedIndex: number;
  applyingBatches: ApplyingBatch[] = [];
  applyingBytes = 0;
  applyLoadId: number | undefined;

  readonly loads: Map<number, OpenLoad> = new Map();
  lastLoadId = 0;

  /** The newest snapshot that is durable here. */
  snapshot: SnapshotMetadata | undefined;
  incoming: IncomingSnapshot | undefined;

  /** Reads of this turn that go to the leader, those under way, and those it has confirmed. */
  unforwardedTokens: number[] = [];
  readonly forwardedReads: Map<number, ForwardedRead> = new Map();
  /**
   * Begins at random: an answer to an earlier life of this server, still on its way, must not be
   * taken for one to a read of this life.
   */
  lastReadId: number;
  confirmedReads: ConfirmedRead[] = [];
  pendingReadCount = 0;

  /** When the commit index was last written without anything else. */
  commitWrittenAtMs: number;

  constructor(options: RaftCoreOptions) {
    const { recovered, config, rng, nowMs } = options;
    this.id = options.id;
    this.config = config;
    this.rng = rng;
    this.plantedBug = options.plantedBug;
    this.nowMs = nowMs;
    this.lastReadId = rng.uint32() * readIdStride;
    this.commitWrittenAtMs = nowMs;
    this.term = recovered.hardState.term;
    this.votedFor = recovered.hardState.votedFor;
    this.snapshot = recovered.snapshot;
    const snapshotIndex = recovered.snapshot?.index ?? 0;
    const base = { index: recovered.baseIndex, term: recovered.baseTerm };
    this.log = new RaftLog(new TermRuns(base, recovered.terms, recovered.lastIndex));
    this.appliedIndex = recovered.appliedIndex ?? snapshotIndex;
    this.applyingIndex = this.appliedIndex;
    const commitIndex = Math.max(recovered.hardState.commitIndex, snapshotIndex, this.appliedIndex);
    this.commitIndex = Math.min(commitIndex, recovered.lastIndex);
    this.configurations = recoverConfigurations(recovered);
    this.outbox = new Outbox(recovered.hardState);
    this.votesFromMs =
      config.leaseClockRatioMax === 0 ? nowMs : nowMs + config.electionTimeoutMinMs;
    this.electionTimeoutMs = drawElectionTimeoutMs(config, rng);
    this.electionDeadlineMs = nowMs + this.electionTimeoutMs;
  }

  /** The membership in force: the latest in the log, committed or not. */
  get configuration(): Configuration {
    return this.configurations.latest.configuration;
  }

  get configurationIndex(): number {
    return this.configurations.latest.index;
  }

  /** Who leads the current term, as far as known. */
  get leader(): string | undefined {
    if (this.role.type === 'leader') return this.id;
    return this.role.type === 'follower' ? this.role.leader : undefined;
  }

  get hardState(): HardState {
    return { term: this.term, votedFor: this.votedFor, commitIndex: this.commitIndex };
  }

  get isSelfVoter(): boolean {
    return isVoter(this.configuration, this.id);
  }

  /** True while the disk has not finished a write for longer than a leader may wait. */
  get isStorageStalled(): boolean {
    const since = this.outbox.openSinceMs;
    return since !== undefined && this.nowMs - since >= this.config.storageStallTimeoutMs;
  }

  /** A live leader was heard so recently that nobody else may win. Source: section 4.2.3. */
  get hasLiveLeader(): boolean {
    if (this.role.type === 'leader' || this.nowMs < this.votesFromMs) return true;
    const contactAtMs = this.leaderContactAtMs;
    return contactAtMs !== undefined && this.nowMs - contactAtMs < this.config.electionTimeoutMinMs;
  }

  /** Waits anew for a sign of life, with the timeout drawn at the last change of role. */
  resetElectionTimer(): void {
    this.electionDeadlineMs = this.nowMs + this.electionTimeoutMs;
    this.isElectionPutOff = false;
  }

  /** Waits anew with a newly drawn timeout. */
  redrawElectionTimer(): void {
    this.electionTimeoutMs = drawElectionTimeoutMs(this.config, this.rng);
    this.resetElectionTimer();
  }

  nextLoadId(): number {
    this.lastLoadId += 1;
    return this.lastLoadId;
  }
}

function recoverConfigurations(recovered: RecoveredState): ConfigurationStack {
  const snapshot = recovered.snapshot;
  const base = {
    index: snapshot?.configurationIndex ?? 0,
    configuration: snapshot?.configuration ?? emptyConfiguration,
  };
  const stack = new ConfigurationStack(base);
  for (const entry of recovered.configurationEntries) {
    const configuration = decodeConfiguration(entry.data);
    invariant(configuration !== undefined, `configuration entry ${entry.index} is unreadable`);
    if (entry.index <= base.index) continue;
    stack.push({ index: entry.index, configuration });
  }
  return stack;
}

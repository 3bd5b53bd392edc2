import { arch, platform, version } from 'node:process';
import type { Raft } from '@konsul/raft';
import type { Serf } from '@konsul/serf';
import type { TextMap } from '../state/domain.js';
import { VERSION } from '../version.js';

/** What an agent's statistics are taken from. */
export interface StatsSource {
  readonly lan: Serf;
  readonly wan: Serf | undefined;
  /** Present on a server. */
  readonly raft: Raft<unknown> | undefined;
  readonly serviceCount: () => number;
  readonly checkCount: () => number;
  readonly knownDatacenters: () => number;
  readonly knownServers: () => number;
}

/** Numbers about this agent as texts, in the sections and by the names that operators know. */
export function statsOf(source: StatsSource): Readonly<Record<string, TextMap>> {
  const { lan, wan, raft } = source;
  return {
    agent: texts({
      check_ttls: source.checkCount(),
      checks: source.checkCount(),
      services: source.serviceCount(),
    }),
    build: texts({ prerelease: '', revision: '', version: VERSION }),
    consul: consulStats(source),
    ...(raft === undefined ? {} : { raft: raftStats(raft) }),
    runtime: texts({ arch, os: platform, version }),
    serf_lan: serfStats(lan),
    ...(wan === undefined ? {} : { serf_wan: serfStats(wan) }),
  };
}

function consulStats({ raft, knownDatacenters, knownServers }: StatsSource): TextMap {
  if (raft === undefined) return texts({ known_servers: knownServers(), server: false });
  const { role, leader } = raft.status();
  return texts({
    bootstrap: false,
    known_datacenters: knownDatacenters(),
    leader: role === 'leader',
    leader_addr: leader?.address ?? '',
    server: true,
  });
}

function raftStats(raft: Raft<unknown>): TextMap {
  const status = raft.status();
  const { voters, learners } = status.configuration;
  return texts({
    applied_index: status.appliedIndex,
    commit_index: status.commitIndex,
    last_contact:
      status.leaderContactMs === undefined ? 'never' : `${Math.round(status.leaderContactMs)}ms`,
    last_log_index: status.lastIndex,
    last_snapshot_index: status.snapshotIndex,
    latest_configuration_index: status.configurationIndex,
    num_peers: Math.max(0, voters.length - 1),
    num_learners: learners.length,
    state: status.role.charAt(0).toUpperCase() + status.role.slice(1),
    term: status.term,
  });
}

function serfStats(pool: Serf): TextMap {
  const stats = pool.stats();
  return texts({
    coordinate_resets: stats.coordinateResetCount,
    event_queue: stats.eventQueueCount,
    event_time: stats.eventTime,
    failed: stats.failedCount,
    health_score: stats.healthScore,
    intent_queue: stats.intentQueueCount,
    left: stats.leftCount,
    member_time: stats.memberTime,
    members: stats.memberCount,
    query_queue: stats.queryQueueCount,
    query_time: stats.queryTime,
  });
}

function texts(values: Readonly<Record<string, string | number | boolean>>): TextMap {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

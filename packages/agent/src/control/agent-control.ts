import { type Logger, parseEndpoint } from '@konsul/runtime';
import type { Serf } from '@konsul/serf';
import type { AgentConfig } from '../config/agent-config.js';
import { joinReason } from '../gossip/join-reason.js';
import type {
  AgentControl,
  AgentMember,
  AgentSelf,
  ForceLeaveRequest,
  MembersRequest,
} from '../local/local-agent.js';
import { RequestError } from '../request/request-error.js';
import type { LogBuffer } from '../telemetry/log-buffer.js';
import type { CumulativeSummary, IntervalSummary, MetricsSink } from '../telemetry/metrics-sink.js';
import { VERSION } from '../version.js';
import { debugConfigOf } from './debug-config.js';
import { type StatsSource, statsOf } from './stats.js';

export interface AgentControlOptions {
  readonly config: AgentConfig;
  readonly nodeId: string;
  readonly lan: Serf;
  readonly wan: Serf | undefined;
  /** Pools of segments that this server bridges, by name. */
  readonly segments: ReadonlyMap<string, Serf>;
  readonly stats: StatsSource;
  readonly metrics: MetricsSink;
  readonly logs: LogBuffer;
  readonly logger: Logger;
  /** Leaves every pool and then ends the agent. */
  readonly leave: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

/** The agent as its HTTP surface and its operator see it. */
export function createAgentControl(options: AgentControlOptions): AgentControl {
  const { config, lan, wan, metrics, logs } = options;
  return {
    self: () => selfOf(options),
    members: (request) => membersOf(options, request),
    async join(address, { isWan }): Promise<void> {
      if (isWan && wan === undefined) {
        throw new RequestError('INTERNAL', 'Must be a server to join WAN cluster');
      }
      await joinPool(isWan && wan !== undefined ? wan : lan, address);
    },
    leave: options.leave,
    forceLeave: (request) => forceLeave(options, request),
    reload: options.reload,
    metrics: (): IntervalSummary => metrics.latest(),
    prometheus: (): CumulativeSummary | undefined =>
      config.telemetry.prometheusRetentionTimeMs > 0 ? metrics.cumulative() : undefined,
    logs,
  };
}

function selfOf({ config, nodeId, lan, stats }: AgentControlOptions): AgentSelf {
  return {
    datacenter: config.datacenter,
    primaryDatacenter: config.primaryDatacenter,
    nodeName: config.nodeName,
    nodeId,
    isServer: config.isServer,
    version: VERSION,
    meta: config.nodeMeta,
    coordinate: lan.coordinate(),
    member: lan.localMember(),
    debugConfig: debugConfigOf(config),
    stats: statsOf(stats),
  };
}

function membersOf(
  options: AgentControlOptions,
  request: MembersRequest,
): readonly AgentMember[] | undefined {
  const { lan, wan, segments } = options;
  if (request.isWan) return wan?.members();
  if (request.segment !== undefined && request.segment !== '')
    return segments.get(request.segment)?.members();
  if (request.segment === '') return lan.members();
  const byName = new Map<string, AgentMember>();
  for (const pool of [lan, ...segments.values()]) {
    for (const member of pool.members())
      if (!byName.has(member.name)) byName.set(member.name, member);
  }
  return [...byName.values()];
}

async function joinPool(pool: Serf, address: string): Promise<void> {
  try {
    await pool.join([address]);
  } catch (error) {
    const reason = joinReason(error);
    const host = parseEndpoint(address, 0)?.host ?? address;
    throw new RequestError(
      'INTERNAL',
      `1 error occurred:\n\t* Failed to join ${host}: ${reason}\n\n`,
      { cause: error },
    );
  }
}

async function forceLeave(
  { lan, wan, config }: AgentControlOptions,
  request: ForceLeaveRequest,
): Promise<void> {
  const { name, isPruned: prune, isWan } = request;
  const wanName = name.includes('.') ? name : `${name}.${config.datacenter}`;
  const inLan = isWan ? undefined : lan.member(name);
  const inWan = wan?.member(wanName);
  if (inLan === undefined && inWan === undefined) {
    throw new RequestError('INTERNAL', `agent: No node found with name '${name}'`);
  }
  if (inLan !== undefined) await lan.forceLeave(name, { prune });
  if (inWan !== undefined) await wan?.forceLeave(wanName, { prune });
}

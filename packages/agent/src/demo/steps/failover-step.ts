import type { AgentChild } from '../agent-child.js';
import type { DemoStep, StepOutcome } from '../demo-step.js';
import { formatSeconds } from '../screen.js';
import type { DemoStage } from '../stage.js';
import { SteadyWriter } from '../steady-writer.js';
import { parseTable } from '../table-text.js';
import { clientOf, serversOf } from '../topology.js';
import { longestGap } from '../write-gap.js';

const WRITE_INTERVAL_MS = 10;
const IN_FLIGHT_COUNT_MAX = 100;
/** Writes before the leader is killed, and after another one is known. */
const SETTLED_WRITE_COUNT = 100;
const WRITES_START_WITHIN_MS = 10_000;
const FAILOVER_WITHIN_MS = 20_000;
const KEY_PREFIX = 'failover/';

/** The leader of dc2 is killed while dc1 writes to dc2. */
export const failoverStep: DemoStep<DemoStage> = {
  title: 'The leader of dc2 is killed while dc1 writes to dc2',
  expectation: 'another server takes over, and every acknowledged write is there',
  agents: [...serversOf('dc2'), clientOf('dc1')],
  async run(stage) {
    const leader = await findLeader(stage);
    if (leader === undefined) return { holds: false, saw: 'no leader in the list' };
    const writer = createWriter(stage);
    writer.start();
    try {
      await untilWritten(stage, writer, {
        count: SETTLED_WRITE_COUNT,
        withinMs: WRITES_START_WITHIN_MS,
      });
      return await killAndWatch(stage, writer, leader);
    } finally {
      await writer.stop();
    }
  },
};

async function killAndWatch(
  stage: DemoStage,
  writer: SteadyWriter,
  leader: AgentChild,
): Promise<StepOutcome> {
  const { clock, cluster, screen } = stage;
  const killedAtMs = clock.nowMs();
  await leader.kill();
  stage.show('dc2', `kill -9 ${leader.pid}   # the leader, ${leader.node.name}`, '');
  const successor = await untilReplaced(stage, leader.node.address);
  if (successor === undefined) return { holds: false, saw: 'no other leader' };
  const count = writer.acknowledged.length + SETTLED_WRITE_COUNT;
  await untilWritten(stage, writer, { count, withinMs: FAILOVER_WITHIN_MS });
  await writer.stop();

  const gap = longestGap(
    writer.acknowledged.map(({ atMs }) => atMs),
    killedAtMs,
  );
  const pause = gap === undefined ? 'unknown' : formatSeconds(gap.durationMs, 2);
  const name = cluster.childAt(successor)?.node.name ?? successor;
  screen.line(screen.colors.bold(`No write succeeded for ${pause}; then ${name} was the leader.`));
  const lostCount = writer.acknowledged.length - (await countKept(stage, writer));
  const outcome = `${writer.acknowledged.length} writes acknowledged, ${lostCount} of them lost`;
  const failed = writer.failedCount === 1 ? '1 was' : `${writer.failedCount} were`;
  screen.line(`${screen.colors.bold(outcome)} (${failed} not acknowledged).`);
  return { holds: lostCount === 0 && gap !== undefined, saw: outcome };
}

/** The process of the server that leads dc2. */
async function findLeader(stage: DemoStage): Promise<AgentChild | undefined> {
  const { text } = await stage.konsul('dc2', 'operator', 'raft', 'list-peers');
  const leader = parseTable(text).find((peer) => peer['State'] === 'leader');
  return stage.cluster.childAt(leader?.['Address'] ?? '');
}

function createWriter(stage: DemoStage): SteadyWriter {
  const client = clientOf('dc1');
  return new SteadyWriter({
    clock: stage.clock,
    keyPrefix: KEY_PREFIX,
    intervalMs: WRITE_INTERVAL_MS,
    inFlightCountMax: IN_FLIGHT_COUNT_MAX,
    write: async (key) => {
      const put = { method: 'PUT', body: 'written' };
      const { status, text } = await stage.http(client, `/v1/kv/${key}?dc=dc2`, put);
      return status === 200 && text.trim() === 'true';
    },
  });
}

/** Rejects when the writes do not come. */
async function untilWritten(
  stage: DemoStage,
  writer: SteadyWriter,
  { count, withinMs }: { readonly count: number; readonly withinMs: number },
): Promise<void> {
  const isWritten = await stage.until(withinMs, async () =>
    writer.acknowledged.length >= count ? true : undefined,
  );
  if (isWritten !== undefined) return;
  const { acknowledged, failedCount } = writer;
  throw new Error(
    `${acknowledged.length} writes acknowledged and ${failedCount} failed, waiting for ${count} within ${formatSeconds(withinMs)}`,
  );
}

/** The address of the leader that followed, as dc1 hears of it. */
function untilReplaced(stage: DemoStage, address: string): Promise<string | undefined> {
  return stage.until(FAILOVER_WITHIN_MS, async () => {
    try {
      const { status, text } = await stage.http(clientOf('dc1'), '/v1/status/leader?dc=dc2');
      const leader = status === 200 ? String(JSON.parse(text)) : '';
      return leader === '' || leader.startsWith(`${address}:`) ? undefined : leader;
    } catch {
      return undefined;
    }
  });
}

/** How many of the acknowledged keys are there; asked of the new leader. */
async function countKept(stage: DemoStage, writer: SteadyWriter): Promise<number> {
  const listing = ['kv', 'get', '-datacenter=dc2', '-keys', KEY_PREFIX];
  const { text } = await stage.ask(clientOf('dc1'), ...listing);
  const kept = new Set(text.split('\n'));
  stage.show('dc1', `konsul ${listing.join(' ')} | wc -l`, String(kept.size));
  return writer.acknowledged.filter(({ key }) => kept.has(key)).length;
}

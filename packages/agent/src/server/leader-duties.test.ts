import type { Configuration, MembershipChange } from '@konsul/raft';
import { seededRng, silentLogger, silentMetrics } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { beforeEach, describe, expect, test } from 'vitest';
import { clientMember, serverMember } from '../../test/support/pool-members.js';
import { applyCommand } from '../commands/apply-command.js';
import type { PoolMember, PoolMemberStatus } from '../gossip/pool-member.js';
import type { CommandResult } from '../state/command-result.js';
import { dumpNodes } from '../state/nodes.js';
import { StateHolder } from '../state/state-holder.js';
import { ignoredWatches } from '../state/watch-set.js';
import type { Consensus } from './consensus.js';
import { LeaderDuties } from './leader-duties.js';

const LEADER = 'leader';

function server(
  name: string,
  host: string,
  { status = 'alive', clusterId }: { status?: PoolMemberStatus; clusterId?: string } = {},
): PoolMember {
  return serverMember(name, { clusterId }, { status, endpoint: { host, port: 8301 } });
}

/** A Raft group of one that does as it is told, or refuses, and keeps a real state. */
class FakeConsensus {
  readonly holder = new StateHolder(applyCommand);
  readonly changes: MembershipChange[] = [];
  readonly removed: string[] = [];
  isRefusingChanges = false;
  proposing: () => Promise<void> = () => Promise.resolve();
  #index = 0;
  #configuration: Configuration = {
    voters: [{ id: `id-${LEADER}`, address: '10.0.0.1:8300' }],
    votersOutgoing: [],
    learners: [],
  };

  readonly raft = {
    id: `id-${LEADER}`,
    configuration: (): Configuration => this.#configuration,
    changeMembership: async (changes: readonly MembershipChange[]): Promise<void> => {
      if (this.isRefusingChanges) throw new Error('a change is under way');
      this.changes.push(...changes);
      const added = changes.flatMap((change) => (change.type === 'add-voter' ? [change] : []));
      const voters = [...this.#configuration.voters, ...added];
      this.#configuration = { ...this.#configuration, voters };
    },
    removeServer: async (id: string): Promise<void> => {
      this.removed.push(id);
      const voters = this.#configuration.voters.filter((server) => server.id !== id);
      this.#configuration = { ...this.#configuration, voters };
    },
  };

  async propose(command: Uint8Array): Promise<CommandResult> {
    await this.proposing();
    this.#index += 1;
    return this.holder.apply(command, this.#index);
  }
}

let clock: VirtualClock;
let consensus: FakeConsensus;
let members: PoolMember[];
let duties: LeaderDuties;

beforeEach(() => {
  clock = new VirtualClock();
  consensus = new FakeConsensus();
  members = [server(LEADER, '10.0.0.1')];
  duties = new LeaderDuties({
    datacenter: 'dc1',
    nodeName: LEADER,
    consensus: consensus as unknown as Consensus,
    clusterId: () => 'ours',
    state: () => consensus.holder.state,
    appliedIndex: () => consensus.holder.appliedIndex,
    lanMembers: () => members,
    clock,
    rng: seededRng(1),
    logger: silentLogger,
    metrics: silentMetrics,
  });
});

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const nodesInCatalog = (): string[] =>
  dumpNodes(consensus.holder.state, ignoredWatches).result.map(({ node }) => node.node);

describe('a leader', () => {
  test('brings members into the catalogue and servers into the Raft group', async () => {
    members.push(server('b', '10.0.0.2'), clientMember('c'));
    duties.begin();
    await settled();
    expect(nodesInCatalog()).toEqual(['b', 'c', LEADER]);
    expect(consensus.changes).toEqual([
      { type: 'add-voter', id: 'id-b', address: '10.0.0.2:8300' },
    ]);
  });

  test('keeps a server of another cluster out of the Raft group, whatever its datacenter is called', async () => {
    members.push(
      server('stranger', '10.0.0.2', { clusterId: 'theirs' }),
      server('new', '10.0.0.3'),
      server('known', '10.0.0.4', { clusterId: 'ours' }),
    );
    duties.begin();
    await settled();
    expect(consensus.changes).toMatchObject([{ id: 'id-new' }, { id: 'id-known' }]);
  });

  test('takes out a server that left', async () => {
    members.push(server('b', '10.0.0.2'));
    duties.begin();
    await settled();
    members[1] = server('b', '10.0.0.2', { status: 'left' });
    duties.memberChanged();
    await settled();
    expect(consensus.removed).toEqual(['id-b']);
    expect(nodesInCatalog()).toEqual([LEADER]);
  });

  test('keeps the catalogue level while the Raft group cannot be changed, and tries again soon', async () => {
    members.push(server('b', '10.0.0.2'), clientMember('c'));
    consensus.isRefusingChanges = true;
    duties.begin();
    await settled();
    expect(nodesInCatalog()).toEqual(['b', 'c', LEADER]);
    consensus.isRefusingChanges = false;
    clock.advanceBy(1000);
    await settled();
    expect(consensus.changes).toHaveLength(1);
  });

  test('one server that cannot be removed does not keep another from being added', async () => {
    members.push(server('new', '10.0.0.1'), server('b', '10.0.0.2'));
    consensus.raft.removeServer = () => Promise.reject(new Error('not now'));
    duties.begin();
    await settled();
    expect(consensus.changes).toMatchObject([{ id: 'id-b' }]);
  });

  test('looks once more when something changes while it looks, also when that look fails', async () => {
    let fail = (): void => undefined;
    consensus.proposing = () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error('leadership shakes'));
      });
    duties.begin();
    await settled();
    members.push(clientMember('c'));
    duties.memberChanged();
    consensus.proposing = () => Promise.resolve();
    fail();
    await settled();
    expect(nodesInCatalog()).toEqual(['c', LEADER]);
  });

  test('forgets tombstones after fifteen minutes', async () => {
    duties.begin();
    await settled();
    const before = consensus.holder.appliedIndex;
    clock.advanceBy(930_000);
    await settled();
    expect(consensus.holder.appliedIndex).toBe(before + 1);
  });
});

describe('whoever does not lead', () => {
  test('does nothing, before and after', async () => {
    duties.memberChanged();
    await settled();
    expect(nodesInCatalog()).toEqual([]);
    duties.begin();
    await settled();
    duties.end();
    members.push(clientMember('c'));
    duties.memberChanged();
    clock.advanceBy(120_000);
    await settled();
    expect(nodesInCatalog()).toEqual([LEADER]);
  });

  test('has no timer left once it is stopped', async () => {
    duties.begin();
    await settled();
    duties.stop();
    expect(clock.pendingCount).toBe(0);
  });
});

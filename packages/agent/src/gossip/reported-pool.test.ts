import { silentLogger, silentMetrics, systemClock } from '@konsul/runtime';
import type { Serf } from '@konsul/serf';
import { afterEach, expect, test } from 'vitest';
import { lanObjection } from './merge-rule.js';
import { createReportedPool } from './reported-pool.js';

const HOST = '127.0.6.1';
const pools: Serf[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
});

interface Line {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function startPool(name: string, segment: string, tags: Record<string, string>) {
  const lines: Line[] = [];
  const logger = {
    ...silentLogger,
    warn: (message: string, fields: Line['fields'] = {}) => void lines.push({ message, fields }),
  };
  const pool = createReportedPool(
    {
      name,
      tags: { dc: 'dc1', segment, ...tags },
      profile: 'lan',
      bind: { host: HOST, port: 0 },
      tuning: { isConflictResolutionEnabled: false },
      validateMember: (member) => lanObjection(member, { datacenter: 'dc1', segment }),
    },
    { poolName: 'LAN', logger, metrics: silentMetrics, clock: systemClock },
  );
  pools.push(pool);
  await pool.start();
  const { host, port } = pool.localMember().endpoint;
  return { pool, lines, address: `${host}:${port}` };
}

const server = { role: 'consul', port: '8300' };
const client = { role: 'node' };

test('two machines of one name are told on both sides, with both addresses', async () => {
  const one = await startPool('twin', '', server);
  const other = await startPool('twin', '', server);
  await other.pool.join([one.address]).catch(() => undefined);
  for (const [side, foreign] of [
    [one, other],
    [other, one],
  ] as const) {
    await expect
      .poll(() => side.lines)
      .toContainEqual({
        message: 'another machine uses the name of this one; give each its own with -node',
        fields: {
          pool: 'LAN',
          name: 'twin',
          address: side.address,
          otherAddress: foreign.address,
        },
      });
  }
});

test('a client of a segment that the servers do not have is refused, and both sides say so', async () => {
  const one = await startPool('s1', '', server);
  const other = await startPool('c1', 'nope', client);
  const reason =
    "Member 's1' part of wrong segment '' (expected 'nope'): this server does not bridge it";
  await expect(other.pool.join([one.address])).rejects.toThrow(reason);
  expect(other.lines).toContainEqual({
    message: 'a member was refused',
    fields: { pool: 'LAN', reason },
  });
  await expect
    .poll(() => one.lines)
    .toContainEqual({
      message: 'a member was refused',
      fields: { pool: 'LAN', reason: "Member 'c1' part of wrong segment 'nope' (expected '')" },
    });
  expect(other.pool.members()).toHaveLength(1);
});

import type { LogFields } from '@konsul/runtime';
import { silentLogger } from '@konsul/runtime';
import { SerfError, type SerfMember } from '@konsul/serf';
import { expect, test } from 'vitest';
import { serverMember } from '../../test/support/pool-members.js';
import { createAreaJoins } from './area-joins.js';

const OTHER_SIDE = '10.2.0.1:8300';
const OWN = 's2.dc1/10.1.0.2:8300';

function server(name: string, host: string, datacenter: string): SerfMember {
  return serverMember(name, { datacenter }, { endpoint: { host, port: 8301 } }) as SerfMember;
}

function rig(lan: readonly SerfMember[]) {
  const listed: SerfMember[] = [];
  const refusals = new Map<string, string>();
  const lines: [string, string, LogFields | undefined][] = [];
  const at = (level: string) => (message: string, fields?: LogFields) =>
    void lines.push([level, message, fields]);
  const round = createAreaJoins({
    area: {
      id: 'x',
      peerDatacenter: 'dc2',
      retryJoin: [OTHER_SIDE],
      useTls: false,
      createIndex: 1,
      modifyIndex: 1,
    },
    pool: {
      members: () => listed,
      join: async (addresses) => {
        const reasons = addresses.flatMap((address) => refusals.get(address) ?? []);
        if (reasons.length === 0) return addresses.length;
        throw new SerfError('JOIN_FAILED', reasons.join('; '));
      },
    },
    lanMembers: () => lan,
    datacenter: 'dc1',
    logger: { ...silentLogger, debug: at('debug'), warn: at('warn') },
  });
  return { listed, refusals, lines, round };
}

const MESSAGE = 'join of a network area failed, will retry';

test('every failed round is one warning with the peer datacenter, the addresses and why', async () => {
  const { refusals, lines, round } = rig([server('s2', '10.1.0.2', 'dc1')]);
  refusals.set(OTHER_SIDE, '10.2.0.1:8300: connection refused');
  refusals.set(OWN, '10.1.0.2:8300: no such area');
  await expect(round()).rejects.toThrow();
  await expect(round()).rejects.toThrow();
  const fields = {
    area: 'x',
    peerDatacenter: 'dc2',
    addresses: [OWN, OTHER_SIDE],
    reason: '10.1.0.2:8300: no such area; 10.2.0.1:8300: connection refused',
  };
  expect(lines).toEqual([
    ['warn', MESSAGE, fields],
    ['warn', MESSAGE, fields],
  ]);
});

test('servers of this side that learn of the area later are worth a warning only if they go on', async () => {
  const { refusals, lines, round } = rig([server('s2', '10.1.0.2', 'dc1')]);
  refusals.set(OWN, '10.1.0.2:8300: no such area');
  await expect(round()).rejects.toThrow();
  await expect(round()).rejects.toThrow();
  expect(lines.map(([level]) => level)).toEqual(['debug', 'warn']);
  refusals.clear();
  await round();
  refusals.set(OWN, '10.1.0.2:8300: no such area');
  await expect(round()).rejects.toThrow();
  expect(lines.map(([level]) => level)).toEqual(['debug', 'warn', 'debug']);
});

test('a key that the other side has not is hinted at', async () => {
  const { refusals, lines, round } = rig([]);
  refusals.set(OTHER_SIDE, '10.2.0.1:8300: decrypt-failed');
  await expect(round()).rejects.toThrow();
  expect(lines[0]?.[2]).toMatchObject({
    hint: 'is the gossip key (encrypt) the same everywhere?',
  });
});

test('a round that brings everybody in, or has nobody to bring, says nothing', async () => {
  const { listed, refusals, lines, round } = rig([]);
  await round();
  listed.push(server('b.dc2', '10.2.0.1', 'dc2'));
  refusals.set(OTHER_SIDE, 'must not be asked');
  await round();
  expect(lines).toEqual([]);
});

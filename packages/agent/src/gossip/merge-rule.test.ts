import { expect, test } from 'vitest';
import { lanObjection } from './merge-rule.js';
import type { PoolMember } from './pool-member.js';

function member(tags: Record<string, string>, port: number): PoolMember {
  return {
    name: 'm1',
    endpoint: { host: '10.0.0.1', port },
    status: 'alive',
    tags: { dc: 'dc1', ...tags },
  };
}

const server = { role: 'consul', port: '8300', segment: '' };
const pool = { datacenter: 'dc1', segment: 'alpha' };

test.each([
  ['a server that bridges it', { ...server, sl_alpha: '10.0.0.1:8303' }, 8303, undefined],
  ['a server whose port is not known yet', { ...server, sl_alpha: '10.0.0.1:0' }, 8303, undefined],
  ['a client of it', { role: 'node', segment: 'alpha' }, 8301, undefined],
  ['a server that does not', server, 8301, 'this server does not bridge it'],
  [
    'a server at its port for other clients',
    { ...server, sl_alpha: '10.0.0.1:8303' },
    8301,
    'its port here is 8303',
  ],
  ['a client of another', { role: 'node', segment: 'beta' }, 8301, "wrong segment 'beta'"],
])("in a segment's pool, %s", (_, tags, port, objection) => {
  const told = lanObjection(member(tags, port), pool);
  if (objection === undefined) expect(told).toBeUndefined();
  else expect(told).toContain(objection);
});

import { seededRng } from '@konsul/runtime';
import { beforeEach, describe, expect, test } from 'vitest';
import { LocalRig } from '../../../test/local/local-rig.js';
import { serviceWith } from '../../../test/support/definitions.js';
import { catalogRegister } from '../../endpoints/catalog.js';
import { RequestError } from '../../request/request-error.js';
import type { CheckStatus } from '../../state/domain.js';
import { checkRecordOf } from '../records.js';
import { RemoteAliasCheck } from './alias-check.js';
import type { ProbeResult } from './probe.js';

let rig: LocalRig;
let reports: ProbeResult[];
let alias: RemoteAliasCheck;

beforeEach(() => {
  rig = new LocalRig();
  reports = [];
  alias = new RemoteAliasCheck({
    node: 'n2',
    serviceId: 'web',
    token: 'secret',
    gateway: rig.gateway,
    clock: rig.clock,
    rng: seededRng(1),
    report: (result) => reports.push(result),
  });
});

function putWeb(status: CheckStatus): void {
  const { check } = checkRecordOf(
    { id: 'c', name: 'c', serviceId: 'web', status, ttlMs: 1 },
    { nodeName: 'n2', token: '', origin: 'api' },
  );
  rig.gateway.apply(catalogRegister, {
    type: 'register',
    node: {
      node: 'n2',
      id: '',
      address: '10.0.0.2',
      datacenter: 'dc1',
      taggedAddresses: {},
      meta: {},
    },
    skipNodeUpdate: false,
    service: serviceWith({ id: 'web', service: 'web' }),
    checks: [check],
  });
}

describe("an alias of another node's service", () => {
  test('follows it, and asks no more than about once a second', async () => {
    alias.start();
    await rig.pass(1);
    expect(reports.at(-1)?.status).toBe('critical');
    putWeb('passing');
    await rig.pass(2000);
    expect(reports.at(-1)?.status).toBe('passing');
    putWeb('warning');
    await rig.pass(2000);
    expect(reports.at(-1)?.status).toBe('warning');
    expect(rig.gateway.reads.length / 2).toBeLessThan(10);
    expect(rig.gateway.reads[0]?.options).toMatchObject({ token: 'secret' });
  });

  test('is critical while the catalogue does not answer, asks more rarely, and recovers', async () => {
    putWeb('passing');
    rig.gateway.failure = () => new RequestError('NO_LEADER', 'No cluster leader');
    alias.start();
    await rig.pass(600_000);
    expect(reports.at(-1)).toMatchObject({
      status: 'critical',
      output: expect.stringContaining('No cluster leader'),
    });
    expect(rig.gateway.reads.length).toBeLessThan(30);
    rig.gateway.failure = () => undefined;
    await rig.pass(60_000);
    expect(reports.at(-1)?.status).toBe('passing');
    alias.stop();
    const readCount = rig.gateway.reads.length;
    await rig.pass(60_000);
    expect(rig.gateway.reads.length).toBe(readCount);
  });
});

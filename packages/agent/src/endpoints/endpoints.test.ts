import { describe, expect, it } from 'vitest';
import { serviceWith } from '../../test/support/definitions.js';
import { applyCommand } from '../commands/apply-command.js';
import type { Command, RegisterCommand } from '../commands/command.js';
import type { Coordinate } from '../state/domain.js';
import { emptyState, type State } from '../state/state.js';
import { ignoredWatches } from '../state/watch-set.js';
import { isMalformed } from '../wire/codec.js';
import { encodeCommand } from '../wire/command-codec.js';
import {
  catalogDeregister,
  catalogListNodes,
  catalogNodeServices,
  catalogRegister,
  catalogServiceNodes,
} from './catalog.js';
import type { AclDemand, AclRule } from './endpoint.js';
import { healthServiceNodes } from './health.js';
import { kvApply, kvGet, kvKeys } from './kv.js';
import { sortByDistance } from './node-order.js';
import { stateEndpoints } from './registry.js';

/** A registration as it comes over the wire, with whatever was left out filled in. */
function registration(message: Partial<RegisterCommand['node']>, service = ''): RegisterCommand {
  const address = { taggedAddresses: {}, meta: {} };
  const named = serviceWith({ id: service, service, tags: ['v1'], port: 1 });
  return {
    type: 'register',
    node: { node: '', id: '', address: '10.0.0.1', datacenter: 'dc1', ...address, ...message },
    skipNodeUpdate: false,
    ...(service === '' ? {} : { service: named }),
    checks: [],
  };
}

function coordinate(node: string, first: number, segment = ''): Coordinate {
  const vector = [first, 0, 0, 0, 0, 0, 0, 0];
  return { node, segment, position: { vector, error: 1, adjustment: 0, height: 0 } };
}

function stateOf(...commands: readonly Command[]): State {
  return commands.reduce(
    (state, command, at) => applyCommand(state, encodeCommand(command), at + 1).state,
    emptyState(),
  );
}

const four = ['a', 'b', 'c', 'd'].map((node) =>
  registration({ node, meta: node < 'c' ? { env: 'prod' } : {} }, 'web'),
);

function trimmed<Request, Response>(
  rule: AclRule<Request, Response>,
  response: Response,
  may: (demand: AclDemand) => boolean,
): Response {
  if (rule.type !== 'trim') throw new Error('not a rule that trims');
  return rule.trim(response, may);
}

describe('the registry', () => {
  it('knows every endpoint by the name it goes by', () => {
    for (const [name, endpoint] of stateEndpoints) expect(endpoint.name).toBe(name);
    expect(stateEndpoints.size).toBe(21);
  });
});

describe('reads', () => {
  const state = stateOf(...four);
  const all = { nodeMeta: {}, near: '' };

  it('keep to nodes with the metadata that is asked for', () => {
    const request = { nodeMeta: { env: 'prod' }, near: '' };
    const { value } = catalogListNodes.read(state, request, ignoredWatches);
    expect(value.map(({ node }) => node)).toEqual(['a', 'b']);
  });

  it('keep to instances with all tags, whatever their case', () => {
    const ask = (tags: string[]): number => {
      const request = { ...all, service: 'web', tags, passingOnly: false };
      return catalogServiceNodes.read(state, request, ignoredWatches).value.length;
    };
    expect([ask([]), ask(['V1']), ask(['v1', 'v2'])]).toEqual([4, 4, 0]);
  });

  it('of an unknown node answer with nothing', () => {
    const { value } = catalogNodeServices.read(state, { name: 'none' }, ignoredWatches);
    expect(value).toBeUndefined();
  });

  it('show only what the caller may see', () => {
    const request = { ...all, service: 'web', tags: [], passingOnly: false };
    const { value } = healthServiceNodes.read(state, request, ignoredWatches);
    const seen = trimmed(
      healthServiceNodes.rule,
      value,
      ({ resource, name }) => resource === 'service' || name === 'a',
    );
    expect(seen.map(({ node }) => node.node)).toEqual(['a']);
    expect(trimmed(kvKeys.rule, ['x', 'y'], ({ name }) => name === 'y')).toEqual(['y']);
    const found = catalogNodeServices.read(state, { name: 'a' }, ignoredWatches).value;
    expect(trimmed(catalogNodeServices.rule, found, () => false)).toBeUndefined();
    expect(
      trimmed(catalogNodeServices.rule, found, ({ resource }) => resource === 'node'),
    ).toMatchObject({ services: [] });
  });

  it('of a single key demand the right to it', () => {
    if (kvGet.rule.type !== 'demand') throw new Error('not a rule that demands');
    expect(kvGet.rule.demands({ key: 'k' })).toEqual([
      { resource: 'key', name: 'k', access: 'read' },
    ]);
  });
});

describe('order by distance', () => {
  const nodes = ['a', 'b', 'c', 'd'];
  const sorted = (near: string, ...coordinates: readonly Coordinate[]): readonly string[] => {
    const state = stateOf(...four, { type: 'coordinates', coordinates });
    return sortByDistance(state, nodes, { near, nodeOf: (node) => node });
  };

  it('puts the nearest first and those without coordinates last, in the order they had', () => {
    const positions = [coordinate('a', 5), coordinate('c', 1), coordinate('d', 0)];
    expect(sorted('d', ...positions)).toEqual(['d', 'c', 'a', 'b']);
    expect(sorted('a', ...positions)).toEqual(['a', 'c', 'd', 'b']);
  });

  it('changes nothing if the source has no coordinate', () => {
    expect(sorted('b', coordinate('a', 5))).toEqual(nodes);
    expect(sorted('', coordinate('a', 5), coordinate('b', 1))).toEqual(nodes);
  });

  it('compares in the segment of the side that is in one only', () => {
    const server = [coordinate('a', 9), coordinate('a', 0, 'edge')];
    const clients = [coordinate('c', 1, 'edge'), coordinate('b', 2)];
    expect(sorted('a', ...server, ...clients)).toEqual(['a', 'c', 'b', 'd']);
  });
});

describe('writes', () => {
  it('of a registration are for the datacenter that its body names', () => {
    expect(catalogRegister.datacenter?.(registration({ node: 'a', datacenter: 'dc2' }))).toBe(
      'dc2',
    );
  });

  it('that say nothing are refused before they are logged', () => {
    expect(catalogRegister.command(registration({}))).toMatchObject({
      type: 'failure',
      message: 'Must provide node',
    });
    const nothing = { node: '', serviceId: '', checkId: '', datacenter: '' };
    expect(catalogDeregister.command({ type: 'deregister', ...nothing })).toMatchObject({
      message: 'Must provide node',
    });
  });

  it('come to a command, and its result to an answer', () => {
    const request = { type: 'kv-cas', key: 'k', value: new Uint8Array(1), flags: 0n } as const;
    const command = kvApply.command({ ...request, expectedIndex: 0 });
    if (!(command instanceof Uint8Array)) throw new Error(command.message);
    const first = applyCommand(emptyState(), command, 1);
    const second = applyCommand(first.state, command, 2);
    expect([kvApply.answer(first.result), kvApply.answer(second.result)]).toEqual([true, false]);
    const failure = { type: 'failure', code: 'INVALID', message: 'no' } as const;
    expect(kvApply.answer(failure)).toBe(failure);
    expect(kvApply.answer({ type: 'ignored' })).toMatchObject({ type: 'failure' });
  });

  it('take no command of another family for theirs', () => {
    const foreign = encodeCommand({ type: 'reap-tombstones', upToIndex: 2 });
    expect(isMalformed(kvApply.request.decode(foreign))).toBe(true);
  });

  it('demand a right to the whole tree that is to be deleted', () => {
    if (kvApply.rule.type !== 'demand') throw new Error('not a rule that demands');
    expect(kvApply.rule.demands({ type: 'kv-delete-tree', prefix: 'p/' })).toEqual([
      { resource: 'key', name: 'p/', access: 'write', isPrefix: true },
    ]);
  });
});

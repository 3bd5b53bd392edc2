import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { anyCommand } from '../../test/command-arbitraries.js';
import { applyCommand } from '../commands/apply-command.js';
import { StateHolder } from '../state/state-holder.js';
import { isMalformed } from '../wire/codec.js';
import { encodeCommand } from '../wire/command-codec.js';
import type { ReadEndpoint } from './endpoint.js';
import { stateEndpoints } from './registry.js';

const everywhere = { nodeMeta: {}, near: '' };
const inProduction = { nodeMeta: { env: 'a' }, near: '' };
const service = { tags: [], passingOnly: false };

/** Reads whose answers are watched while commands are applied. */
const questions: readonly (readonly [name: string, request: unknown])[] = [
  ['KVS.Get', { key: 'config/web' }],
  ['KVS.Get', { key: 'a' }],
  ['KVS.Get', { key: '' }],
  ['KVS.List', { prefix: '', separator: '' }],
  ['KVS.List', { prefix: 'a', separator: '' }],
  ['KVS.List', { prefix: 'config/', separator: '' }],
  ['KVS.ListKeys', { prefix: '', separator: '/' }],
  ['KVS.ListKeys', { prefix: 'config/w', separator: '/' }],
  ['Catalog.ListNodes', everywhere],
  ['Catalog.ListNodes', inProduction],
  ['Catalog.ListServices', everywhere],
  ['Catalog.ListServices', inProduction],
  ['Catalog.ServiceNodes', { ...everywhere, ...service, service: 'web' }],
  ['Catalog.ServiceNodes', { ...inProduction, ...service, service: 'WEB', tags: ['V1'] }],
  ['Catalog.NodeServices', { name: 'alpha' }],
  ['Catalog.NodeServices', { name: 'gämma' }],
  ['Health.ServiceNodes', { ...everywhere, ...service, service: 'web' }],
  ['Health.ServiceNodes', { ...everywhere, ...service, service: 'db', passingOnly: true }],
  ['Health.NodeChecks', { name: 'ALPHA' }],
  ['Health.ServiceChecks', { ...everywhere, name: 'web' }],
  ['Health.ServiceChecks', { ...inProduction, name: 'db' }],
  ['Health.ServiceChecks', { ...everywhere, name: '' }],
  ['Health.ChecksInState', { ...everywhere, name: 'any' }],
  ['Health.ChecksInState', { ...everywhere, name: 'critical' }],
  ['Health.ChecksInState', { ...inProduction, name: 'passing' }],
  ['Health.ChecksInState', { ...everywhere, name: 'bogus' }],
  ['Internal.NodeDump', everywhere],
  ['Area.List', everywhere],
  ['Area.Get', { name: 'area-1' }],
  ['Coordinate.ListNodes', {}],
  ['Coordinate.ListNodes', { segment: '' }],
  ['Coordinate.Node', { name: 'beta' }],
];

function readEndpoint(name: string): ReadEndpoint<unknown, unknown> {
  const endpoint = stateEndpoints.get(name);
  if (endpoint?.kind !== 'read') throw new Error(`${name} is no read`);
  return endpoint;
}

/** Asks everything; the counts grow when what a question depends on changes. */
function askAll(holder: StateHolder): { index: number; value: unknown; fired: number[] }[] {
  return questions.map(([name, request]) => {
    const watch = holder.createWatchSet();
    const { index, value } = readEndpoint(name).read(holder.state, request, watch);
    const fired: number[] = [];
    watch.onFire(() => fired.push(index));
    return { index, value, fired };
  });
}

describe('reads of the replicated state', () => {
  test.prop([fc.array(anyCommand, { maxLength: 25 })], { numRuns: 150 })(
    'an answer that changes wakes its waiter with a higher index; indexes start at 1 and never go backwards but by reaping',
    (commands) => {
      const holder = new StateHolder(applyCommand);
      let before = askAll(holder);
      for (const { index } of before) expect(index).toBe(1);
      commands.forEach((command, at) => {
        const raftIndex = at + 2;
        const state = holder.state;
        const result = holder.apply(encodeCommand(command), raftIndex);
        const isRefused =
          result.type === 'failure' || (result.type === 'conditional' && !result.isApplied);
        if (isRefused) expect(holder.state).toBe(state);
        const after = askAll(holder);
        questions.forEach(([name], question) => {
          const [old, now] = [before[question]!, after[question]!];
          const isSame = stringify(old.value) === stringify(now.value);
          if (!isSame) {
            expect(old.fired, name).toHaveLength(1);
            expect(now.index, name).toBe(raftIndex);
          }
          if (holder.state === state) {
            expect(old.fired, name).toHaveLength(0);
            expect(now.index, name).toBe(old.index);
          }
          if (command.type !== 'reap-tombstones') {
            expect(now.index, name).toBeGreaterThanOrEqual(old.index);
          }
          // A single key or prefix of the KV store is woken by nothing but its own changes.
          if (name.startsWith('KVS.') && isSame && name !== 'KVS.ListKeys') {
            expect(old.fired, name).toHaveLength(0);
          }
        });
        before = after;
      });
    },
  );

  test.prop([fc.array(anyCommand, { maxLength: 25 })])(
    'requests and answers survive the wire',
    (commands) => {
      const holder = new StateHolder(applyCommand);
      commands.forEach((command, at) => {
        holder.apply(encodeCommand(command), at + 1);
      });
      for (const [name, request] of questions) {
        const endpoint = readEndpoint(name);
        expect(endpoint.request.decode(endpoint.request.encode(request))).toEqual(request);
        const { value } = endpoint.read(holder.state, request, holder.createWatchSet());
        expect(endpoint.response.decode(endpoint.response.encode(value))).toEqual(value);
      }
    },
  );

  test.prop([fc.uint8Array({ maxLength: 60 })])('no bytes make a decoder throw', (bytes) => {
    for (const endpoint of stateEndpoints.values()) {
      endpoint.request.decode(bytes);
      endpoint.response.decode(bytes);
    }
    const cutOff = new Uint8Array([0x0a, 0xff]);
    const refusals = [...stateEndpoints.values()].map(({ request }) => request.decode(cutOff));
    expect(refusals.every(isMalformed)).toBe(true);
  });
});

function stringify(value: unknown): string {
  return (
    JSON.stringify(value, (_name, held: unknown) =>
      typeof held === 'bigint' ? `${held}n` : held instanceof Uint8Array ? [...held] : held,
    ) ?? 'undefined'
  );
}

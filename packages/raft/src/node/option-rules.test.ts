import { describe, expect, test } from 'vitest';
import {
  createFileSnapshotStore,
  createMemoryLogStore,
  createMemoryRaftNetwork,
  createMemorySnapshotStore,
  createRaft,
  createStreamRaftTransport,
  createWalLogStore,
  RaftError,
} from '../index.js';

/** What callers without a compiler may do. */
type Loose = (options?: object) => unknown;

const streams = { listen: () => undefined, connect: () => undefined, close: () => undefined };
const node = {
  id: 'a',
  address: 'a:8300',
  logStore: createMemoryLogStore(),
  snapshotStore: createMemorySnapshotStore(),
  stateMachine: { apply: () => [], snapshot: () => ({ data: [] }), restore: async () => undefined },
  transport: createMemoryRaftNetwork().transport('a'),
};

describe('options of a wrong shape are refused by name', () => {
  test.each<[string, Loose, object | undefined, string]>([
    ['a node', createRaft as Loose, undefined, 'options must be an object; it is undefined'],
    ['a node', createRaft as Loose, {}, 'id must be a text of 1 to 255 characters'],
    ['a node', createRaft as Loose, { ...node, id: '' }, 'id must be a text of 1 to 255'],
    [
      'a node',
      createRaft as Loose,
      { ...node, logStore: undefined },
      'logStore must be an object with the methods open, append, read, compact, close',
    ],
    [
      'a node',
      createRaft as Loose,
      { ...node, stateMachine: { apply: () => [] } },
      'stateMachine must have the methods apply, snapshot, restore; snapshot is missing',
    ],
    [
      'a node',
      createRaft as Loose,
      { ...node, stateMachin: {} },
      'there is no option stateMachin; did you mean stateMachine?',
    ],
    [
      'a node',
      createRaft as Loose,
      { ...node, config: { heartbeatInterval: 5 } },
      'there is no option config.heartbeatInterval; did you mean heartbeatIntervalMs?',
    ],
    [
      'a log',
      createWalLogStore as Loose,
      { directory: '/x' },
      'clusterId must be a text of 1 to 200 bytes; it is undefined',
    ],
    [
      'a log',
      createWalLogStore as Loose,
      { directory: '/x', clusterId: 'c', nodeId: 'a', segmentBytes: 5 },
      'segmentBytes must be an integer of 4096 to 1073741824; it is 5',
    ],
    [
      'a transport',
      createStreamRaftTransport as Loose,
      { nodeId: 'a', address: 'a:1', clusterId: 'c' },
      'streams must be an object with the methods listen, connect, close; it is undefined',
    ],
    [
      'a transport',
      createStreamRaftTransport as Loose,
      { streams, nodeId: 'a', address: 'a:1', clusterId: 'c', connectTimeoutMs: '5s' },
      'connectTimeoutMs must be a number of 1 to 3600000; it is "5s"',
    ],
    ['a snapshot store', createFileSnapshotStore as Loose, { dir: '/x' }, 'there is no option dir'],
    [
      'a snapshot store',
      createFileSnapshotStore as Loose,
      {},
      'directory must be a text that is not empty; it is undefined',
    ],
  ])('of %s', (_, create, options, message) => {
    const make = () => create(options);
    expect(make).toThrow(RaftError);
    expect(make).toThrow('[INVALID_CONFIG]');
    expect(make).toThrow(message);
  });

  test('and undefined means the default', () => {
    expect(createRaft({ ...node, ...({ clock: undefined } as object) }).id).toBe('a');
  });
});

import { readFileSync } from 'node:fs';
import { seededRng } from '@konsul/runtime';
import { MemoryNetwork, VirtualClock } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import {
  type Configuration,
  createMemoryLogStore,
  createMemorySnapshotStore,
  createRaft,
  createStreamRaftTransport,
  type Raft,
  type RaftTransport,
} from '../../src/index.js';
import { ByteWriter } from '../../src/wire/byte-writer.js';
import { FrameDecoder, writeFrame } from '../../src/wire/frame.js';
import { decodeHello, encodeHello } from '../../src/wire/hello-codec.js';
import { decodeMessage, encodeMessage } from '../../src/wire/message-codec.js';
import {
  decodeSnapshotSignal,
  encodeSnapshotSignal,
} from '../../src/wire/snapshot-stream-codec.js';
import { command, KeyValueMachine } from '../node/key-value-machine.js';
import { createStreamRaftTransport as createFirstTransport } from './first-release/stream-transport.js';
import { helloSamples, messageSamples, sampleGroup, signalSamples } from './wire-v1-samples.js';

/** Frames as the first release wrote them, by the name of their sample. */
const recorded: Record<string, string> = JSON.parse(
  readFileSync(new URL('../fixtures/wire-v1/frames.json', import.meta.url), 'utf8'),
);

function frame(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter(64);
  writeFrame(writer, () => write(writer));
  return Buffer.from(writer.view()).toString('hex');
}

function bodyOf(name: string): Uint8Array {
  let body = new Uint8Array(0);
  const decoder = new FrameDecoder(1_000_000, (found) => {
    body = new Uint8Array(found);
  });
  expect(decoder.push(Buffer.from(recorded[name] ?? '', 'hex'))).toBeUndefined();
  return body;
}

describe('the wire of the first release', () => {
  it.each(Object.entries(messageSamples))('%s is written and read as it was', (name, message) => {
    expect(frame((writer) => encodeMessage(writer, message, sampleGroup))).toBe(recorded[name]);
    expect(decodeMessage(bodyOf(name), sampleGroup)).toEqual({ type: 'message', message });
  });

  it.each(Object.entries(helloSamples))('%s is read as it was', (name, hello) => {
    expect(frame((writer) => encodeHello(writer, hello))).toBe(recorded[name]);
    expect(decodeHello(bodyOf(name))).toMatchObject({
      ...hello,
      protocol: { versionMin: 1, versionMax: 1, capabilities: new Set() },
    });
  });

  it.each(Object.entries(signalSamples))('%s is written and read as it was', (name, signal) => {
    expect(frame((writer) => encodeSnapshotSignal(writer, signal))).toBe(recorded[name]);
    expect(decodeSnapshotSignal(bodyOf(name))).toEqual(signal);
  });

  it('has a recording of every sample and no other', () => {
    const names = [messageSamples, helloSamples, signalSamples].flatMap(Object.keys);
    expect(Object.keys(recorded).sort()).toEqual(names.sort());
  });
});

interface Server {
  readonly raft: Raft<number>;
  readonly machine: KeyValueMachine;
  readonly transport: RaftTransport;
}

/** Servers of either release on one network and virtual time. */
class MixedGroup {
  readonly clock = new VirtualClock();
  readonly servers = new Map<string, Server>();
  readonly #network = new MemoryNetwork({ clock: this.clock, rng: seededRng(1) });
  readonly #stores = new Map<string, ReturnType<typeof stores>>();
  #seed = 1;

  async start(id: string, release: 'first' | 'present', founding?: Configuration): Promise<Server> {
    this.#seed += 1;
    const [clock, rng] = [this.clock, seededRng(this.#seed)];
    const create = release === 'first' ? createFirstTransport : createStreamRaftTransport;
    const address = `${id}.test:8300`;
    const streams = this.#network.stream({ host: `${id}.test`, port: 8300 });
    const transport = create({ streams, nodeId: id, address, clusterId: 'c', clock, rng });
    const machine = new KeyValueMachine();
    const own = this.#stores.get(id) ?? stores();
    this.#stores.set(id, own);
    const config = { snapshotThresholdEntries: 20, trailingEntries: 2, laggingEntriesMax: 4 };
    const options = { id, address, transport, stateMachine: machine, config, clock, rng };
    const raft = createRaft<number>({ ...own, ...options });
    const server = { raft, machine, transport };
    this.servers.set(id, server);
    if (founding !== undefined) await this.until(raft.bootstrap(founding));
    await this.until(raft.start());
    return server;
  }

  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await this.eventually(() => isSettled);
    return promise;
  }

  async eventually(condition: () => boolean): Promise<void> {
    const deadlineMs = this.clock.nowMs() + 60_000;
    for (;;) {
      for (let count = 0; count < 40; count += 1) await undefined;
      if (condition()) return;
      if (this.clock.nowMs() > deadlineMs) throw new Error('it did not happen within a minute');
      this.clock.runNext();
    }
  }

  /** Puts a command through whoever leads, however often it takes. */
  async put(key: string): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const running = [...this.servers.values()].filter(({ raft }) => raft.status().isRunning);
      const leader = running.find(({ raft }) => raft.status().role === 'leader');
      try {
        await this.until((leader ?? running[0])?.raft.propose(command(key, 'v')) ?? never());
        return;
      } catch {
        const untilMs = this.clock.nowMs() + 200;
        await this.eventually(() => this.clock.nowMs() >= untilMs);
      }
    }
    throw new Error(`${key} was not taken`);
  }
}

function stores() {
  const logStore = createMemoryLogStore();
  // Closing a memory store stands for the end of its process; what it holds stays.
  return { logStore, snapshotStore: createMemorySnapshotStore() };
}

function never(): Promise<never> {
  return Promise.reject(new Error('nobody runs'));
}

describe('a rolling upgrade', () => {
  const ids = ['a', 'b', 'c'];
  const founding: Configuration = {
    voters: ids.map((id) => ({ id, address: `${id}.test:8300` })),
    votersOutgoing: [],
    learners: [],
  };

  it('goes from the first release to this one and back, a server at a time, and loses nothing', async () => {
    const group = new MixedGroup();
    for (const id of ids) await group.start(id, 'first', founding);
    const keys: string[] = [];
    const steps = [...ids.map((id) => [id, 'present'] as const), ['b', 'first'] as const];
    for (const [id, release] of steps) {
      for (let at = 0; at < 30; at += 1) {
        keys.push(`${id}-${release}-${at}`);
        await group.put(keys.at(-1) ?? '');
      }
      await group.until(group.servers.get(id)?.raft.stop() ?? never());
      // What is written meanwhile reaches it as a snapshot from a server of the other release.
      for (let at = 0; at < 30; at += 1) {
        keys.push(`${id}-${release}-away-${at}`);
        await group.put(keys.at(-1) ?? '');
      }
      await group.start(id, release);
    }
    await group.put('last');
    await group.eventually(() =>
      [...group.servers.values()].every(({ machine }) => machine.values.has('last')),
    );
    for (const { machine } of group.servers.values()) {
      expect(keys.filter((key) => !machine.values.has(key))).toEqual([]);
    }
    for (const { raft } of group.servers.values()) await group.until(raft.stop());
  });

  it('tells what each server speaks', async () => {
    const group = new MixedGroup();
    await group.start('a', 'first', founding);
    await group.start('b', 'present', founding);
    await group.start('c', 'present', founding);
    await group.put('k');
    const { transport, raft: next } = group.servers.get('b') as Server;
    const leader = [...group.servers.values()].find(({ raft }) => raft.status().role === 'leader');
    // Who leads talks to everybody.
    if (leader?.raft.id !== 'b') {
      await group.until(leader?.raft.transferLeadership('b') ?? never());
      await group.eventually(() => next.status().role === 'leader');
    }
    await group.eventually(() => transport.peerProtocol?.('c')?.capabilities.size === 2);
    await group.eventually(() => transport.peerProtocol?.('a') !== undefined);
    expect(transport.peerProtocol?.('a')?.capabilities.size).toBe(0);
    // What that one would not understand is not written.
    const { metadata, data } = await group.until(next.backup());
    await expect(group.until(next.restore(metadata, data))).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/backups in the log: a$/),
    });
    for (const { raft } of group.servers.values()) await group.until(raft.stop());
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../src/wire/byte-writer.js';
import { FrameDecoder, writeFrame } from '../../src/wire/frame.js';
import { decodeHello, encodeHello } from '../../src/wire/hello-codec.js';
import { decodeMessage, encodeMessage } from '../../src/wire/message-codec.js';
import {
  decodeSnapshotSignal,
  encodeSnapshotSignal,
} from '../../src/wire/snapshot-stream-codec.js';
import { founding, ids, MixedGroup, never } from './mixed-group.js';
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

describe('a rolling upgrade', () => {
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
    expect(group.faults).toEqual([]);
    await group.stop();
  });

  it('tells what each server speaks', async () => {
    const group = new MixedGroup();
    await group.start('a', 'first', founding);
    await group.start('b', 'present', founding);
    await group.start('c', 'present', founding);
    await group.put('k');
    const { transport, raft: next } = await group.lead('b');
    await group.eventually(() => transport.peerProtocol?.('c')?.capabilities.size === 2);
    await group.eventually(() => transport.peerProtocol?.('a') !== undefined);
    expect(transport.peerProtocol?.('a')?.capabilities.size).toBe(0);
    // What that one would not understand is not written.
    const { metadata, data } = await group.until(next.backup());
    await expect(group.until(next.restore(metadata, data))).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/backups in the log: a$/),
    });
    expect(group.faults).toEqual([]);
    await group.stop();
  });
});

import { readFileSync } from 'node:fs';
import { type ByteStream, type Endpoint, seededRng, silentMetrics } from '@konsul/runtime';
import { MemoryNetwork } from '@konsul/simulation';
import { describe, expect, it } from 'vitest';
import {
  createStreamRaftTransport,
  type RaftMessage,
  type RaftTransport,
} from '../../src/index.js';
import { PeerLink } from '../../src/node/peer-link.js';
import { ownProtocol } from '../../src/wire/capability.js';
import { FrameDecoder } from '../../src/wire/frame.js';
import { VirtualTime } from '../virtual-time.js';
import { asFirstRelease } from './first-release.js';
import { founding, ids, MixedGroup } from './mixed-group.js';
import { readFirstHello, readFirstMessage } from './version-one.js';
import { helloSamples, messageSamples, sampleGreeting, sampleGroup } from './wire-v1-samples.js';

const recorded: Record<string, string> = JSON.parse(
  readFileSync(new URL('../fixtures/wire-v1/frames.json', import.meta.url), 'utf8'),
);

function bodyOf(name: string): Uint8Array {
  let body = new Uint8Array(0);
  const decoder = new FrameDecoder(1_000_000, (found) => {
    body = new Uint8Array(found);
  });
  decoder.push(Buffer.from(recorded[name] ?? '', 'hex'));
  return body;
}

describe('the rules of the first release', () => {
  it.each(Object.keys(messageSamples))('take %s as it was recorded, to its end', (name) => {
    const body = bodyOf(name);
    const taken = { type: 'taken', length: body.length };
    expect(readFirstMessage(body, sampleGroup)).toEqual(taken);
    // What a later release adds is ignored, and what is cut off is missed.
    expect(readFirstMessage(Uint8Array.of(...body, 1, 2), sampleGroup)).toEqual(taken);
    expect(readFirstMessage(body.subarray(0, -1), sampleGroup)).toMatchObject({ type: 'refused' });
    expect(readFirstMessage(body, 3)).toMatchObject({ reason: `group 7 on a line of 3` });
  });

  it.each(Object.keys(helloSamples))('take %s as it was recorded, to its end', (name) => {
    const body = bodyOf(name);
    const hello = { isSnapshot: name === 'hello-snapshot', group: sampleGroup };
    expect(readFirstHello(body)).toEqual({ ...hello, length: body.length });
    expect(readFirstHello(bodyOf('heartbeat'))).toBeUndefined();
  });
});

/** The stand-in and somebody who is dialled by it, or dials it, and notes all bytes. */
class Encounter extends VirtualTime {
  readonly faults: string[] = [];
  readonly taken: RaftMessage[] = [];
  heard = '';
  readonly #network = new MemoryNetwork({ clock: this.clock, rng: seededRng(1) });
  readonly present = this.#network.stream({ host: 'present.test', port: 8300 });
  readonly firstAt: Endpoint = { host: '127.0.0.1', port: 8300 };

  async first(): Promise<RaftTransport> {
    const transport = createStreamRaftTransport({
      streams: asFirstRelease(this.#network.stream(this.firstAt), this.faults),
      nodeId: sampleGreeting.from,
      address: sampleGreeting.address,
      clusterId: sampleGreeting.clusterId,
      group: sampleGreeting.group,
      clock: this.clock,
      rng: seededRng(2),
    });
    await this.until(
      transport.start({
        message: (message) => void this.taken.push(message),
        snapshot: (incoming) => incoming.refuse(),
        unreachable: () => undefined,
      }),
    );
    return transport;
  }

  listen(stream: ByteStream): void {
    stream.setHandlers({
      data: (bytes) => {
        this.heard += Buffer.from(bytes).toString('hex');
      },
    });
  }

  /** The present release's connection to the stand-in, for any message of any group. */
  link(): PeerLink {
    const { from: to, to: from } = sampleGreeting;
    return new PeerLink({
      hello: { ...sampleGreeting, kind: 'messages', from, to, protocol: ownProtocol },
      endpoint: this.firstAt,
      streams: this.present,
      clock: this.clock,
      rng: seededRng(3),
      metrics: silentMetrics,
      connectTimeoutMs: 1_000,
      backoffMinMs: 10,
      backoffMaxMs: 100,
      queueBytesMax: 1_000_000,
      unansweredMs: 5_000,
      onUnreachable: () => this.faults.push('unreachable'),
      onAnswer: () => this.faults.push('answered'),
    });
  }
}

/** As the sample has it, but on the way back. */
function returned(message: RaftMessage): RaftMessage {
  return { ...message, from: message.to, to: message.from };
}

describe('the stand-in for the first release', () => {
  it('says on a new connection byte for byte what the first release said', async () => {
    const encounter = new Encounter();
    const transport = await encounter.first();
    await encounter.until(encounter.present.listen((stream) => encounter.listen(stream)));
    transport.setPeers(new Map([['bêta', 'present.test:8300']]));
    for (const message of [messageSamples['heartbeat'], messageSamples['append-request']]) {
      transport.send(message as RaftMessage);
    }
    transport.flush();
    const wanted = ['hello-messages', 'heartbeat', 'append-request'];
    const bytes = wanted.map((name) => recorded[name]).join('');
    await encounter.eventually(() => encounter.heard.length >= bytes.length);
    expect(encounter.heard).toBe(bytes);

    encounter.heard = '';
    const offer = messageSamples['snapshot-offer'] as RaftMessage;
    if (offer.type !== 'snapshot-offer') throw new Error('the sample is an offer');
    const signal = new AbortController();
    const open = () => Promise.reject(new Error('nobody asks for it'));
    const sent = transport.sendSnapshot(offer, open, { signal: signal.signal, bytesPerSecond: 0 });
    const opening = `${recorded['hello-snapshot']}${recorded['snapshot-offer']}`;
    await encounter.eventually(() => encounter.heard.length >= opening.length);
    expect(encounter.heard).toBe(opening);
    expect(encounter.faults).toEqual([]);
    signal.abort();
    await expect(encounter.until(sent)).rejects.toThrow();
    await encounter.until(transport.close());
  });

  it('takes what it knows, answers no hello, and ends a connection over the rest', async () => {
    const known = returned(messageSamples['append-request'] as RaftMessage);
    if (known.type !== 'append-request') throw new Error('the sample is an append');
    const restore = { index: 10, term: 3, kind: 'restore', data: Uint8Array.of(1) } as const;
    const planted: readonly [RaftMessage, number, string][] = [
      [{ ...known, entries: [restore] }, sampleGroup, 'heard an entry of kind 4'],
      [known, 9, 'heard group 9 on a line of 7'],
    ];
    for (const [message, group, fault] of planted) {
      const encounter = new Encounter();
      const transport = await encounter.first();
      const link = encounter.link();
      const speak = (said: RaftMessage, of: number): void => {
        link.send(said, of);
        link.flush();
      };
      speak(known, sampleGroup);
      await encounter.eventually(() => encounter.taken.length === 1);
      await encounter.pass(1_000);
      expect(encounter.faults).toEqual([]);
      speak(message, group);
      await encounter.eventually(() => encounter.faults.length === 2);
      expect(encounter.faults).toEqual([fault, 'unreachable']);
      expect(encounter.taken).toEqual([known]);
      link.close();
      await encounter.until(transport.close());
    }
  });

  it('finds out a group that writes to it what only a later release knows', async () => {
    const group = new MixedGroup();
    await group.start('a', 'first', founding);
    for (const id of ids.slice(1)) await group.start(id, 'careless', founding);
    await group.put('k');
    const { raft } = await group.lead('b');
    const { metadata, data } = await group.until(raft.backup());
    await group.until(raft.restore(metadata, data));
    await group.eventually(() => group.faults.includes('heard an entry of kind 4'));
    await group.stop();
  });
});

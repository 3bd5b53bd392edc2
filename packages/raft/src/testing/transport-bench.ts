import assert from 'node:assert/strict';
import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import type { IncomingSnapshot, RaftTransport } from '../node/raft-transport.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import { type ContractCase, contractCase, NotApplicable, type Wait } from './contract.js';

/** Two transports, named `a` and `b`, that can reach each other and are not started. */
export interface RaftTransportPair {
  readonly a: RaftTransport;
  readonly b: RaftTransport;
  /** Where each is reached, by its name. */
  readonly addresses: ReadonlyMap<string, string>;
  /** What may wait for one peer, in bytes. Without it that there is a bound is not checked. */
  readonly queueBytesMax?: number;
}

/** How long what must not come is given to come, in milliseconds. */
const QUIET_MS = 30;
const RETRY_MS = 10;

export function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What came in at one end. */
export class Inbox {
  readonly messages: RaftMessage[] = [];
  readonly unreachable: string[] = [];
  offerCount = 0;
  onSnapshot: (incoming: IncomingSnapshot) => void = (incoming) => incoming.refuse();
  readonly #name: string;
  readonly #wait: Wait;
  #wake: () => void = () => undefined;

  constructor(name: string, wait: Wait) {
    this.#name = name;
    this.#wait = wait;
  }

  get callCount(): number {
    return this.messages.length + this.unreachable.length + this.offerCount;
  }

  async start(transport: RaftTransport): Promise<void> {
    const handlers = {
      message: (message: RaftMessage) => this.#note(() => this.messages.push(message)),
      unreachable: (peer: string) => this.#note(() => this.unreachable.push(peer)),
      snapshot: (incoming: IncomingSnapshot) =>
        this.#note(() => {
          this.offerCount += 1;
          this.onSnapshot(incoming);
        }),
    };
    await this.#wait(`start of ${this.#name} to settle`, () => transport.start(handlers));
  }

  /** Resolves when that many messages have come in all. */
  received(count: number): Promise<void> {
    return this.#until(`${count} messages at ${this.#name}`, () => this.messages.length >= count);
  }

  /** Resolves when a peer has been reported. */
  reported(peer: string): Promise<void> {
    const what = `${this.#name} to say that ${peer} is unreachable`;
    return this.#until(what, () => this.unreachable.includes(peer));
  }

  has(term: number): boolean {
    return this.messages.some((message) => message.term === term);
  }

  #note(take: () => unknown): void {
    take();
    this.#wake();
  }

  #until(what: string, condition: () => boolean): Promise<void> {
    return this.#wait(what, async () => {
      while (!condition()) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    });
  }
}

/** A pair that is closed in the end, and whose calls are awaited in bounded time. */
export class TransportBench {
  readonly pair: RaftTransportPair;
  readonly a: Inbox;
  readonly b: Inbox;
  readonly wait: Wait;
  #lastTerm = 1_000;

  constructor(pair: RaftTransportPair, wait: Wait) {
    this.pair = pair;
    this.wait = wait;
    this.a = new Inbox('a', wait);
    this.b = new Inbox('b', wait);
  }

  /** Starts both and tells each where the other is. */
  async connect(): Promise<void> {
    const { a, b, addresses } = this.pair;
    await this.a.start(a);
    await this.b.start(b);
    a.setPeers(addresses);
    b.setPeers(addresses);
  }

  addressOf(name: string): string {
    return this.pair.addresses.get(name) ?? '';
  }

  get queueBytesMax(): number {
    const { queueBytesMax } = this.pair;
    if (queueBytesMax === undefined) throw new NotApplicable('the pair says no queueBytesMax');
    return queueBytesMax;
  }

  sendToB(...messages: readonly RaftMessage[]): void {
    for (const message of messages) this.pair.a.send(message);
    this.pair.a.flush();
  }

  /** Gets a message through from a to b, again and again: what went before may have cost a connection. */
  async exchange(): Promise<void> {
    this.#lastTerm += 1;
    const term = this.#lastTerm;
    await this.wait('a message of a to come to b', async () => {
      while (!this.b.has(term)) {
        this.sendToB(timeoutNow(term));
        await later(RETRY_MS);
      }
    });
  }

  /** Gives what must not come the time to come. */
  async quiet(): Promise<void> {
    await later(QUIET_MS);
  }

  closeA(): Promise<void> {
    return this.wait('close of a to settle', () => this.pair.a.close());
  }

  closeB(): Promise<void> {
    return this.wait('close of b to settle', () => this.pair.b.close());
  }

  /** Has a offer an image of so many bytes to b. */
  sendSnapshot(sending: Sending): Promise<boolean> {
    const { offered = offer(sending.sizeBytes), signal = new AbortController().signal } = sending;
    const open = sending.open ?? (async (offset) => readerOf(image(sending.sizeBytes), offset));
    return this.wait('sendSnapshot of a to settle', () =>
      this.pair.a.sendSnapshot(offered, open, { signal, bytesPerSecond: 0 }),
    );
  }

  /** Runs what b does with the next snapshot. @returns what came of it, for a wait of its own. */
  onSnapshot<T>(take: (incoming: IncomingSnapshot) => Promise<T>): () => Promise<T> {
    const taken = new Promise<T>((resolve, reject) => {
      this.b.onSnapshot = (incoming) => void take(incoming).then(resolve, reject);
    });
    taken.catch(() => undefined);
    return () => this.wait('b to be through with the snapshot', () => taken);
  }

  async dispose(): Promise<void> {
    await Promise.allSettled([this.pair.a.close(), this.pair.b.close()]);
  }
}

/** What a is told to send. */
interface Sending {
  readonly sizeBytes: number;
  readonly offered?: SnapshotOffer;
  readonly signal?: AbortSignal;
  readonly open?: (offsetBytes: number) => Promise<SnapshotReader>;
}

export const envelope: { readonly from: string; readonly to: string; readonly term: number } = {
  from: 'a',
  to: 'b',
  term: 7,
};

export function timeoutNow(term: number): RaftMessage {
  return { type: 'timeout-now', ...envelope, term };
}

export function offer(sizeBytes: number): SnapshotOffer {
  const voters = [{ id: 'a', address: 'one:1' }];
  const configuration = { voters, votersOutgoing: [], learners: [] };
  const snapshot = { id: 's', index: 9, term: 5, configuration, configurationIndex: 1, sizeBytes };
  return { type: 'snapshot-offer', ...envelope, session: 3, round: 2, snapshot };
}

export function image(sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  for (let at = 0; at < sizeBytes; at += 1) bytes[at] = (at * 7) & 0xff;
  return bytes;
}

export function readerOf(bytes: Uint8Array, offsetBytes: number): SnapshotReader {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = offsetBytes; at < bytes.length; at += 50_000) {
      yield bytes.slice(at, at + 50_000);
    }
  }
  return { metadata: offer(bytes.length).snapshot, data: pieces() };
}

/** Demands that a transfer fails, with an Error. */
export async function fails(ends: string, work: () => Promise<unknown>): Promise<void> {
  await assert.rejects(work, Error, `${ends} must fail`);
}

export function transportCase(
  name: string,
  body: (bench: TransportBench) => Promise<void>,
): ContractCase<RaftTransportPair> {
  const create = (pair: RaftTransportPair, wait: Wait): TransportBench =>
    new TransportBench(pair, wait);
  return contractCase(name, { create, dispose: (bench) => bench.dispose() }, body);
}

import { describe, expect, it } from 'vitest';
import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import type {
  RaftTransport,
  RaftTransportHandlers,
  SendSnapshotOptions,
} from '../node/raft-transport.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import { type RaftTransportPair, raftTransportContract } from './index.js';

/** What may be wrong with a transport, and the case that must find it. */
const flaws = {
  'mixes up messages': 'messages arrive unchanged',
  'knows only whom setPeers has named': 'a sender is answered',
  'says nothing of strangers': 'a peer that nobody knows',
  'says nothing of who is gone': 'a peer that has closed',
  'keeps all that waits': 'what waits for a peer is bounded',
  'drops small messages first': 'what waits for a peer is bounded',
  'takes what is for others': 'a message for somebody else',
  'takes false names': 'a message in the name of somebody else',
  'speaks after close': 'nothing comes once close',
  'ignores the offset': 'a snapshot is streamed whole',
  'takes refusal for success': 'a snapshot that is refused',
  'ignores the signal': 'a snapshot whose sender gives up',
  'goes on for nobody': 'a snapshot whose receiver stops reading',
  'does not cancel': 'a snapshot that its receiver cancels',
  'hides where it broke off': 'a snapshot that breaks off',
  'forgets transfers when it closes': 'a snapshot whose receiver closes',
  'sends messages after the snapshot': 'a snapshot holds up no message',
  'offers under false names': 'a snapshot in the name of somebody else',
} as const;

type Flaw = keyof typeof flaws | 'never sends' | undefined;

const QUEUE_BYTES_MAX = 4 * 1024 * 1024;

/** Who listens, by address. */
type Air = Map<string, LoopTransport>;

/** One snapshot on its way. */
interface Flight {
  isOver: boolean;
  /** Ends it at both ends. */
  fail: (error: Error) => void;
}

/** A small transport in one process that keeps every rule but the one that its flaw is about. */
class LoopTransport implements RaftTransport {
  readonly #air: Air;
  readonly #id: string;
  readonly #flaw: Flaw;
  readonly #heard = new Set<string>();
  readonly #waiting: RaftMessage[] = [];
  readonly #flights = new Set<Flight>();
  #handlers: RaftTransportHandlers | undefined;
  #peers: ReadonlyMap<string, string> = new Map();
  #waitingBytes = 0;
  #isClosed = false;

  constructor(air: Air, id: string, flaw: Flaw) {
    this.#air = air;
    this.#id = id;
    this.#flaw = flaw;
  }

  async start(handlers: RaftTransportHandlers): Promise<void> {
    this.#handlers = handlers;
    this.#air.set(`at ${this.#id}`, this);
  }

  setPeers(addresses: ReadonlyMap<string, string>): void {
    this.#peers = addresses;
  }

  send(message: RaftMessage): void {
    if (this.#isClosed && this.#flaw !== 'speaks after close') return;
    const isLarge = message.type === 'append-request';
    const bytes = isLarge ? message.entries.reduce((sum, { data }) => sum + data.length, 100) : 100;
    const isFull = this.#waitingBytes + 2 ** 20 + 100 > QUEUE_BYTES_MAX;
    const hasRoom = !isFull || (!isLarge && this.#flaw !== 'drops small messages first');
    if (this.#reach(message.to) === undefined) this.#report(message.to);
    else if (hasRoom || this.#flaw === 'keeps all that waits') {
      this.#waitingBytes += bytes;
      this.#waiting.push(message);
    } else this.#report(message.to);
  }

  flush(): void {
    const messages = this.#waiting.splice(0);
    this.#waitingBytes = 0;
    if (this.#flaw === 'never sends') return;
    if (this.#flaw === 'mixes up messages') messages.reverse();
    setImmediate(() => {
      if (this.#flaw === 'sends messages after the snapshot' && this.#flights.size > 0) return;
      for (const message of messages) this.#reach(message.to)?.hear(message, this.#id);
    });
  }

  hear(message: RaftMessage, from: string): void {
    this.#heard.add(from);
    if (message.to !== this.#id && this.#flaw !== 'takes what is for others') return;
    if (message.from !== from && this.#flaw !== 'takes false names') return;
    this.#handlers?.message(message);
  }

  sendSnapshot(
    offer: SnapshotOffer,
    open: (offsetBytes: number) => Promise<SnapshotReader>,
    { signal }: SendSnapshotOptions,
  ): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const flaw = this.#flaw;
      const receiver = this.#reach(offer.to);
      if (receiver === undefined) return reject(new Error('nobody is there'));
      if (offer.from !== this.#id && flaw !== 'offers under false names') return resolve(false);
      let failure: Error | undefined;
      const wakes = new Set<() => void>();
      const flight: Flight = {
        isOver: false,
        fail: (error) => {
          flight.isOver = true;
          failure ??= error;
          reject(error);
          for (const wake of wakes) wake();
        },
      };
      const flights = [this.#flights, receiver.#flights];
      for (const list of flights) list.add(flight);
      if (flaw !== 'ignores the signal') {
        signal.addEventListener('abort', () => flight.fail(new Error('given up')));
      }
      const end = (isTaken: boolean): void => {
        for (const list of flights) list.delete(flight);
        resolve(isTaken);
      };
      async function* bytesFrom(offsetBytes: number): AsyncGenerator<Uint8Array> {
        let isWhole = false;
        try {
          const { data } = await open(flaw === 'ignores the offset' ? 0 : offsetBytes);
          for await (const chunk of data) {
            await new Promise((next) => setImmediate(next));
            if (failure !== undefined) throw failure;
            yield chunk;
          }
          isWhole = true;
        } catch (error) {
          isWhole = flaw === 'hides where it broke off';
          if (isWhole) return;
          flight.fail(error as Error);
          throw error;
        } finally {
          if (isWhole || flaw === 'goes on for nobody') end(true);
          else flight.fail(new Error('the receiver has stopped'));
        }
      }
      receiver.#handlers?.snapshot({
        offer,
        accept: bytesFrom,
        refuse: () => end(flaw === 'takes refusal for success'),
        cancel: () => {
          if (flaw !== 'does not cancel') flight.fail(new Error('no longer wanted'));
        },
      });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#air.delete(`at ${this.#id}`);
    if (this.#flaw !== 'speaks after close') this.#handlers = undefined;
    if (this.#flaw === 'forgets transfers when it closes') return;
    for (const flight of this.#flights) flight.fail(new Error('closed'));
  }

  #reach(peer: string): LoopTransport | undefined {
    const isKnown = this.#flaw !== 'knows only whom setPeers has named' && this.#heard.has(peer);
    return this.#air.get(this.#peers.get(peer) ?? (isKnown ? `at ${peer}` : ''));
  }

  #report(peer: string): void {
    const isSilent =
      (this.#flaw === 'says nothing of strangers' && !this.#peers.has(peer)) ||
      (this.#flaw === 'says nothing of who is gone' && this.#peers.has(peer));
    if (!isSilent) setImmediate(() => this.#handlers?.unreachable(peer));
  }
}

function pairWith(flaw: Flaw): RaftTransportPair {
  const air: Air = new Map();
  const [a, b] = [new LoopTransport(air, 'a', flaw), new LoopTransport(air, 'b', flaw)];
  const addresses = new Map([...'ab'].map((id) => [id, `at ${id}`]));
  return { a, b, addresses, queueBytesMax: QUEUE_BYTES_MAX };
}

describe('the contract of transports', () => {
  it.each(raftTransportContract)('is kept where every rule is: $name', async ({ run }) => {
    expect(await run(pairWith(undefined), { timeoutMs: 30_000 })).toEqual({ type: 'holds' });
  });

  it.each(Object.entries(flaws))('is broken by a transport that %s', async (flaw, found) => {
    const cases = raftTransportContract.filter(({ name }) => name.startsWith(found));
    expect(cases).toHaveLength(1);
    // What never comes is waited for in vain.
    const running = cases[0]?.run(pairWith(flaw as keyof typeof flaws), { timeoutMs: 400 });
    await expect(running).rejects.toThrow();
  });

  it('has a broken transport for every case but the plainest', () => {
    const found = Object.values(flaws);
    const unproven = raftTransportContract.filter(
      ({ name }) => !found.some((start) => name.startsWith(start)),
    );
    expect(unproven.map(({ name }) => name)).toEqual(['messages go both ways']);
  });

  it('ends, and says what it waited for, where nothing ever comes', async () => {
    for (const { name, run } of raftTransportContract.slice(0, 3)) {
      const running = run(pairWith('never sends'), { timeoutMs: 20 });
      await expect(running, name).rejects.toThrow(/^waited 20 ms for [13] messages at b$/);
    }
  });
});

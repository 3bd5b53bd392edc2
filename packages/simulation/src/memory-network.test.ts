import { type ByteStream, type Endpoint, formatEndpoint, seededRng } from '@konsul/runtime';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryNetwork } from './memory-network.js';
import type { LinkOptions } from './network-link.js';
import type { MemoryNetworkOptions } from './network-options.js';
import { VirtualClock } from './virtual-clock.js';

const FIXED: LinkOptions = { latency: { type: 'fixed', ms: 10 } };

let clock: VirtualClock;
let network: MemoryNetwork;

function open(options: Partial<MemoryNetworkOptions> = {}): void {
  clock = new VirtualClock();
  network = new MemoryNetwork({ clock, rng: seededRng(1), link: FIXED, ...options });
}

async function settled<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  promise.then(
    () => {
      isSettled = true;
    },
    () => {
      isSettled = true;
    },
  );
  for (let step = 0; step < 10_000 && !isSettled; step += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (!isSettled && !clock.runNext()) break;
  }
  return await promise;
}

beforeEach(() => open());

describe('datagrams', () => {
  async function receiver(endpoint: Endpoint): Promise<string[]> {
    const seen: string[] = [];
    await network.datagram(endpoint).listen((from, bytes) => {
      seen.push(`${clock.nowMs()} ${formatEndpoint(from)} ${bytes.join(' ')}`);
    });
    return seen;
  }

  async function sender(host: string): Promise<(to: string, ...bytes: number[]) => void> {
    const transport = network.datagram({ host, port: 1 });
    await transport.listen(() => undefined);
    return (to, ...bytes) => transport.send({ host: to, port: 7 }, Uint8Array.from(bytes));
  }

  it('arrive after the latency, from the bound endpoint', async () => {
    const seen = await receiver({ host: 'b', port: 7 });
    const send = await sender('a');
    send('b', 1, 2);
    clock.advanceBy(9);
    expect(seen).toEqual([]);
    clock.advanceBy(1);
    expect(seen).toEqual(['10 a:1 1 2']);
  });

  it('are lost, doubled, overtaken and corrupted at the rates asked for', async () => {
    open({
      link: { ...FIXED, lossRatio: 0.2, duplicateRatio: 0.1, reorderRatio: 0.1, corruptRatio: 0.1 },
    });
    const seen = await receiver({ host: 'b', port: 7 });
    const send = await sender('a');
    for (let index = 0; index < 2000; index += 1) {
      clock.advanceBy(1);
      send('b', index >> 8, index & 255);
    }
    clock.advanceBy(100);
    expect(seen.length).toBeGreaterThan(1600);
    expect(seen.length).toBeLessThan(1900);
    expect(network.count('datagram-dropped')).toBeGreaterThan(340);
    const numbers = seen.map((line) => {
      const [, , high, low] = line.split(' ');
      return Number(high) * 256 + Number(low);
    });
    expect(numbers.some((number) => number >= 2000)).toBe(true);
    expect(numbers).not.toEqual([...numbers].sort((left, right) => left - right));
  });

  it('do not cross a partition, in either direction, until it heals', async () => {
    const seenByA = await receiver({ host: 'a', port: 7 });
    const seenByB = await receiver({ host: 'b', port: 7 });
    const [fromA, fromB] = [await sender('a'), await sender('b')];
    const heal = network.partition([['a'], ['b', 'c']]);
    fromA('b', 1);
    fromB('a', 1);
    clock.advanceBy(50);
    heal();
    fromA('b', 2);
    clock.advanceBy(50);
    expect(seenByA).toEqual([]);
    expect(seenByB).toEqual(['60 a:1 2']);
  });

  it('are lost when a cut begins while they are under way', async () => {
    const seen = await receiver({ host: 'b', port: 7 });
    (await sender('a'))('b', 1);
    clock.advanceBy(5);
    network.block(['a'], ['b']);
    clock.advanceBy(50);
    expect(seen).toEqual([]);
  });

  it('pass the other way through a one-way cut', async () => {
    const seen = await receiver({ host: 'a', port: 7 });
    network.block(['a'], ['b']);
    (await sender('b'))('a', 9);
    clock.advanceBy(10);
    expect(seen).toEqual(['10 b:1 9']);
  });

  it('wait for a slow link, and are dropped when its queue is full', async () => {
    const seen = await receiver({ host: 'b', port: 7 });
    const undo = network.override(
      { bandwidthBytesPerMs: 1, queueBytesMax: 3 },
      { from: 'a', to: 'b' },
    );
    const send = await sender('a');
    for (let index = 0; index < 5; index += 1) send('b', index);
    clock.advanceBy(100);
    expect(seen).toEqual(['11 a:1 0', '12 a:1 1', '13 a:1 2']);
    undo();
    send('b', 9);
    clock.advanceBy(10);
    expect(seen.at(-1)).toBe('110 a:1 9');
  });

  it('wait for a held process within bounds, and arrive in order when it goes on', async () => {
    open({ waitingDatagramCountMax: 2 });
    const seen = await receiver({ host: 'b', port: 7 });
    const send = await sender('a');
    network.hold('b');
    for (let index = 0; index < 4; index += 1) send('b', index);
    clock.advanceBy(100);
    expect(seen).toEqual([]);
    network.release('b');
    clock.advanceBy(0);
    expect(seen).toEqual(['100 a:1 0', '100 a:1 1']);
  });

  it('do not reach a host that is down, nor an old socket of a killed process', async () => {
    const seen = await receiver({ host: 'b', port: 7 });
    const send = await sender('a');
    network.takeDown('b');
    send('b', 1);
    clock.advanceBy(20);
    network.bringUp('b');
    send('b', 2);
    clock.advanceBy(20);
    expect(seen).toEqual([]);
    const seenAgain = await receiver({ host: 'b', port: 7 });
    send('b', 3);
    clock.advanceBy(20);
    expect(seenAgain).toHaveLength(1);
  });

  it('belong to the receiver, who gets a copy', async () => {
    const bytes = Uint8Array.of(1);
    await network.datagram({ host: 'b', port: 7 }).listen((_from, received) => {
      received[0] = 99;
    });
    const transport = network.datagram({ host: 'a', port: 1 });
    await transport.listen(() => undefined);
    transport.send({ host: 'b', port: 7 }, bytes);
    clock.advanceBy(20);
    expect(bytes[0]).toBe(1);
  });

  it('reject options outside their bounds and leave nothing behind', () => {
    expect(() => network.override({ lossRatio: 2 })).toThrow(
      '[OPTION_INVALID] lossRatio must be a number of 0 to 1; it is 2',
    );
    expect(() => network.override({ latency: { type: 'fixed', ms: -1 } })).toThrow('latency');
  });
});

describe('streams', () => {
  interface End {
    readonly stream: ByteStream;
    readonly log: string[];
    readonly bytes: number[];
  }

  function own(stream: ByteStream): End {
    const end: End = { stream, log: [], bytes: [] };
    stream.setHandlers({
      data: (bytes) => {
        for (const byte of bytes) end.bytes.push(byte);
      },
      end: () => void end.log.push('end'),
      drain: () => void end.log.push('drain'),
      close: (error) => {
        const code = error !== undefined && 'code' in error ? ` ${error.code}` : '';
        end.log.push(`close${code}`);
      },
    });
    return end;
  }

  async function pair(): Promise<{ client: End; server: End }> {
    let server: End | undefined;
    await network.stream({ host: 'b', port: 7 }).listen((stream) => {
      server = own(stream);
    });
    const dial = network.stream({ host: 'a', port: 0 });
    const client = own(await settled(dial.connect({ host: 'b', port: 7 }, { timeoutMs: 1000 })));
    if (server === undefined) throw new Error('nothing was accepted');
    return { client, server };
  }

  it('carry bytes in order after a handshake', async () => {
    const { client, server } = await pair();
    expect(clock.nowMs()).toBe(20);
    client.stream.write(Uint8Array.of(1, 2));
    client.stream.write(Uint8Array.of(3));
    clock.advanceBy(10);
    expect(server.bytes).toEqual([1, 2, 3]);
    server.stream.write(Uint8Array.of(4));
    clock.advanceBy(10);
    expect(client.bytes).toEqual([4]);
  });

  it('stay in order under jitter and loss', async () => {
    open({ link: { latency: { type: 'exponential', minMs: 1, meanMs: 50 }, lossRatio: 0.3 } });
    const { client, server } = await pair();
    const sent: number[] = [];
    for (let index = 0; index < 200; index += 1) {
      client.stream.write(Uint8Array.of(index));
      sent.push(index);
      clock.advanceBy(3);
    }
    clock.advanceBy(60_000);
    expect(server.bytes).toEqual(sent);
  });

  it('end by halves', async () => {
    const { client, server } = await pair();
    client.stream.write(Uint8Array.of(1));
    client.stream.end();
    clock.advanceBy(10);
    expect(server.log).toEqual(['end']);
    server.stream.write(Uint8Array.of(2));
    server.stream.end();
    clock.advanceBy(20);
    expect(client.bytes).toEqual([2]);
    expect(client.log).toEqual(['end', 'close']);
    expect(server.log).toEqual(['end', 'close']);
  });

  it('ask the writer to wait for a slow reader, and go on when it reads', async () => {
    const { client, server } = await pair();
    server.stream.pause();
    const chunk = new Uint8Array(100_000);
    for (let index = 0; index < 10; index += 1) client.stream.write(chunk);
    clock.advanceBy(1000);
    expect(client.log).toEqual([]);
    expect(client.stream.bufferedBytes).toBe(1_000_000 - 256 * 1024);
    server.stream.resume();
    clock.advanceBy(1000);
    expect(client.log).toEqual(['drain']);
    expect(server.bytes).toHaveLength(1_000_000);
  });

  it('break when their owner queues without end', async () => {
    open({ streamBufferBytesMax: 1000 });
    const { client, server } = await pair();
    expect(client.stream.write(new Uint8Array(1001))).toBe(false);
    clock.advanceBy(50);
    expect(client.log).toEqual(['close ENOBUFS']);
    expect(server.log).toEqual(['close ECONNRESET']);
  });

  it('wait for a partition to heal, and break when it does not', async () => {
    const { client, server } = await pair();
    const heal = network.block(['b'], ['a']);
    client.stream.write(Uint8Array.of(1));
    clock.advanceBy(1000);
    expect(server.bytes).toEqual([]);
    heal();
    clock.advanceBy(10);
    expect(server.bytes).toEqual([1]);
    network.partition([['a'], ['b']]);
    client.stream.write(Uint8Array.of(2));
    clock.advanceBy(20_000);
    expect(client.log).toEqual(['close ETIMEDOUT']);
    expect(server.log).toEqual([]);
    network.heal();
    server.stream.write(Uint8Array.of(3));
    clock.advanceBy(100);
    expect(server.log).toEqual(['close ECONNRESET']);
  });

  it('tell the peer when the process is killed, and not when the machine goes down', async () => {
    const first = await pair();
    network.killProcess('b');
    clock.advanceBy(10);
    expect(first.client.log).toHaveLength(1);
    expect(first.server.log).toEqual([]);
    open();
    const second = await pair();
    network.takeDown('b');
    second.client.stream.write(Uint8Array.of(1));
    clock.advanceBy(5000);
    expect(second.client.log).toEqual([]);
    network.bringUp('b');
    clock.advanceBy(100);
    expect(second.client.log).toEqual(['close ECONNRESET']);
  });

  it('are refused where nobody listens, and time out where nothing passes', async () => {
    const dial = network.stream({ host: 'a', port: 0 });
    const options = { timeoutMs: 500 };
    await expect(settled(dial.connect({ host: 'b', port: 9 }, options))).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    network.block(['a'], ['b']);
    await expect(settled(dial.connect({ host: 'b', port: 9 }, options))).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
    expect(clock.nowMs()).toBe(520);
  });

  it('being dialled by a process that is killed never reach it, nor the process after it', async () => {
    const log: string[] = [];
    const note = (text: string) => (): void => void log.push(text);
    await network.stream({ host: 'b', port: 7 }).listen((stream) => void own(stream));
    const dialler = network.stream({ host: 'a', port: 0 });
    const dial = (host: string, timeoutMs: number): void => {
      dialler.connect({ host, port: 7 }, { timeoutMs }).then(note('opened'), note('failed'));
    };
    dial('b', 1000);
    dial('nowhere', 15);
    clock.advanceBy(12);
    network.killProcess('a');
    await settled(new Promise<void>((resolve) => void clock.schedule(2000, resolve)));
    expect(log).toEqual([]);
  });

  it('whose handshake is cut off half way do not stay open on one side', async () => {
    let server: End | undefined;
    await network.stream({ host: 'b', port: 7 }).listen((stream) => {
      server = own(stream);
    });
    const dialler = network.stream({ host: 'a', port: 0 });
    const dial = dialler.connect({ host: 'b', port: 7 }, { timeoutMs: 1000 });
    clock.schedule(15, () => void network.block(['b'], ['a']));
    await expect(settled(dial)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    network.heal();
    clock.advanceBy(1000);
    expect(server?.log).toEqual(['end']);
  });

  it('wait for a held process', async () => {
    const { client, server } = await pair();
    network.hold('b');
    client.stream.write(Uint8Array.of(1));
    client.stream.end();
    clock.advanceBy(500);
    expect(server.bytes).toEqual([]);
    network.release('b');
    clock.advanceBy(0);
    expect(server.bytes).toEqual([1]);
    expect(server.log).toEqual(['end']);
  });
});

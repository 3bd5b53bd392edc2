import { afterEach, describe, expect, it } from 'vitest';
import { type Metrics, silentMetrics } from '../metrics.js';
import type { DatagramTransport } from '../transport.js';
import { createUdpTransport } from './udp-transport.js';

const HOST = '127.0.0.1';
const opened: DatagramTransport[] = [];

function create(port = 0, metrics: Metrics = silentMetrics): DatagramTransport {
  const transport = createUdpTransport({ host: HOST, port, metrics });
  opened.push(transport);
  return transport;
}

afterEach(async () => {
  for (const transport of opened.splice(0)) await transport.close();
});

describe('a UDP transport', () => {
  it('receives what is sent, with the address to answer', async () => {
    const [left, right] = [create(), create()];
    const at = await right.listen((from, bytes) =>
      right.send(
        from,
        bytes.map((byte) => byte + 1),
      ),
    );
    const answer = new Promise<number[]>((resolve, reject) => {
      left.listen((_from, bytes) => resolve([...bytes])).catch(reject);
    });
    // Sent once the answering side is bound too.
    await new Promise<void>((resolve) => setImmediate(resolve));
    left.send(at, Uint8Array.of(1, 2));
    expect(await answer).toEqual([2, 3]);
  });

  it('counts what it cannot send instead of throwing', async () => {
    const counted: string[] = [];
    const transport = create(0, { ...silentMetrics, increment: (name) => void counted.push(name) });
    await transport.listen(() => undefined);
    transport.send({ host: HOST, port: 0 }, Uint8Array.of(1));
    transport.send({ host: HOST, port: 70_000 }, Uint8Array.of(1));
    expect(counted).toEqual(['udp.send_errors', 'udp.send_errors']);
    const countedLater = new Promise<void>((resolve) => {
      const check = (): void => {
        if (counted.length === 3) resolve();
        else setImmediate(check);
      };
      check();
    });
    transport.send({ host: HOST, port: 9 }, new Uint8Array(70_000));
    await countedLater;
  });

  it('says once that what it sends piles up, and once that it leaves again', async () => {
    const sender = createUdpTransport({ host: HOST, port: 0, sendQueueBytesMax: 2_500 });
    opened.push(sender);
    const { port } = await create().listen(() => undefined);
    await sender.listen(() => undefined);
    const send = (): void => sender.send({ host: HOST, port }, new Uint8Array(1_000));
    const said: boolean[] = [];
    const isOver = new Promise<void>((resolve) => {
      sender.watchWritable?.((isWritable) => {
        said.push(isWritable);
        if (!isWritable || said.length > 2) return;
        // Less than half is left, so that one more does not fill it.
        send();
        resolve();
      });
    });
    send();
    send();
    expect(said).toEqual([]);
    send();
    send();
    expect(said).toEqual([false]);
    await isOver;
    expect(said).toEqual([false, true]);
  });

  it('drops what comes to a queue that is far too long, and counts it', async () => {
    const counted: string[] = [];
    const metrics = { ...silentMetrics, increment: (name: string) => void counted.push(name) };
    const sender = createUdpTransport({ host: HOST, port: 0, sendQueueBytesMax: 1_000, metrics });
    opened.push(sender);
    const { port } = await create().listen(() => undefined);
    await sender.listen(() => undefined);
    const isOver = new Promise<void>((resolve) => {
      sender.watchWritable?.((isWritable) => {
        if (isWritable) resolve();
      });
    });
    const send = (): void => sender.send({ host: HOST, port }, new Uint8Array(1_000));
    for (let index = 0; index < 12; index += 1) send();
    expect(counted).toEqual(['udp.send_dropped', 'udp.send_dropped', 'udp.send_dropped']);
    await isOver;
    send();
    expect(counted).toHaveLength(3);
  });

  it('rejects a port that is taken', async () => {
    const first = create();
    const { port } = await first.listen(() => undefined);
    await expect(create(port).listen(() => undefined)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('rejects listening when it is closed meanwhile, and closes twice in peace', async () => {
    const transport = create();
    const listening = transport.listen(() => undefined);
    const closing = transport.close();
    await expect(listening).rejects.toThrow('transport is closed');
    await closing;
    await transport.close();
    expect(() => transport.send({ host: HOST, port: 9 }, Uint8Array.of(1))).not.toThrow();
  });

  it('can be closed without ever having listened', async () => {
    await expect(create().close()).resolves.toBeUndefined();
  });
});

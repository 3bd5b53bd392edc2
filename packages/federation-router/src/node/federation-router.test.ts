import { type LogFields, type Logger, seededRng, silentLogger } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import { describe, expect, test } from 'vitest';
import {
  createFederationRouter,
  type FederationRouter,
  type FederationRouterOptions,
  isRouterError,
  RouterError,
  type RouterServer,
} from '../index.js';

const REBALANCE_MS = 120_000;
const OFFLINE_CHECK_MS = 10_000;
const ping = async (): Promise<boolean> => true;

function serverOf(name: string, datacenter = 'dc2'): RouterServer {
  return { name, datacenter, endpoint: { host: '127.0.0.1', port: 8300 } };
}

/** A router on virtual time whose pings the test answers. */
class RouterBench {
  readonly clock = new VirtualClock();
  readonly asked: string[] = [];
  readonly heard: string[] = [];
  readonly errors: (LogFields | undefined)[] = [];
  readonly counted: string[] = [];
  /** Whom a ping reaches; others reject. */
  readonly alive = new Set<string>();
  readonly router: FederationRouter;

  constructor(options: Partial<FederationRouterOptions> = {}) {
    const logger: Logger = { ...silentLogger, error: (_, fields) => void this.errors.push(fields) };
    this.router = createFederationRouter({
      localDatacenter: 'dc1',
      ping: async ({ name }, areaId) => {
        this.asked.push(`${name} ${areaId}`);
        if (!this.alive.has(name)) throw new Error('no answer');
        return true;
      },
      clock: this.clock,
      rng: seededRng(1),
      logger,
      metrics: {
        increment: (name, _, labels) => void this.counted.push(`${name} ${labels?.['datacenter']}`),
        gauge: () => undefined,
        sample: () => undefined,
      },
      ...options,
    });
    this.router.on('datacenter-offline', ({ datacenter, areaId }) => {
      this.heard.push(`datacenter-offline ${datacenter} ${areaId}`);
    });
    this.router.on('datacenter-online', ({ datacenter, areaId }) => {
      this.heard.push(`datacenter-online ${datacenter} ${areaId}`);
    });
  }

  fill(...names: readonly string[]): this {
    this.router.addArea('wan');
    for (const name of names) this.router.serverJoined('wan', serverOf(name));
    return this;
  }

  /** Lets time pass; answers of pings come in as soon as they are there. */
  async pass(durationMs: number): Promise<void> {
    this.clock.advanceBy(durationMs);
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.resolve();
      this.clock.advanceBy(0);
    }
  }

  head(datacenter = 'dc2'): string {
    return this.router.findRoute(datacenter).server.name;
  }
}

describe('a route', () => {
  test('is there in the turn in which its server joined, and gone in that in which it left', () => {
    const { router } = new RouterBench();
    expect(() => router.findRoute('dc2')).toThrow('[NO_PATH_TO_DATACENTER]');
    router.addArea('wan');
    router.serverJoined('wan', serverOf('s1'));
    expect(router.findRoute('dc2')).toMatchObject({ areaId: 'wan', server: { name: 's1' } });
    router.serverLeft('wan', serverOf('s1'));
    expect(() => router.findRoute('dc2')).toThrow('[NO_PATH_TO_DATACENTER]');
  });

  test('leads to another server at once when its failure is reported, by gossip or by a call', () => {
    const bench = new RouterBench().fill('s1', 's2', 's3');
    const first = bench.router.findRoute('dc2');
    expect(first.server.name).toBe('s1');
    first.reportFailure();
    first.reportFailure();
    expect(bench.head()).toBe('s2');
    bench.router.serverFailed('wan', serverOf('s2'));
    expect(bench.head()).toBe('s3');
    expect(bench.router.servers('wan', 'dc2').map(({ name }) => name)).toEqual(['s3', 's1', 's2']);
  });

  test('may be asked for by a listener while the router is at work', async () => {
    const bench = new RouterBench().fill('s1');
    const found: string[] = [];
    bench.router.on('datacenter-offline', () => {
      bench.router.serverJoined('wan', serverOf('s2'));
    });
    bench.router.on('datacenter-online', () => found.push(bench.head()));
    await bench.pass(REBALANCE_MS);
    expect(bench.heard).toEqual(['datacenter-offline dc2 wan', 'datacenter-online dc2 wan']);
    expect(found).toEqual(['s1']);
  });

  test('goes with its area', () => {
    const bench = new RouterBench().fill('s1');
    bench.router.removeArea('wan');
    expect(() => bench.router.findRoute('dc2')).toThrow(RouterError);
    bench.router.serverJoined('wan', serverOf('s1'));
    expect(bench.router.datacenters()).toEqual([]);
  });
});

describe('a check', () => {
  test('goes on past servers that reject, and puts the one that answers first', async () => {
    const bench = new RouterBench().fill('s1', 's2', 's3');
    bench.alive.add('s3');
    await bench.pass(REBALANCE_MS - 1);
    expect(bench.asked).toEqual([]);
    await bench.pass(1);
    expect(bench.asked.at(-1)).toBe('s3 wan');
    expect(bench.head()).toBe('s3');
    expect(bench.heard).toEqual([]);
  });

  test('that nobody answers takes the datacenter out, and one that is answered brings it back', async () => {
    const bench = new RouterBench().fill('s1', 's2');
    await bench.pass(REBALANCE_MS);
    expect(bench.asked).toHaveLength(2);
    expect(() => bench.router.findRoute('dc2')).toThrow('[DATACENTER_UNREACHABLE]');
    bench.alive.add('s2');
    await bench.pass(OFFLINE_CHECK_MS);
    expect(bench.head()).toBe('s2');
    expect(bench.heard).toEqual(['datacenter-offline dc2 wan', 'datacenter-online dc2 wan']);
    expect(bench.counted).toEqual([
      'router.datacenter-offline dc2',
      'router.datacenter-online dc2',
    ]);
  });

  test('counts a no, and what is thrown instead of a promise, as silence', async () => {
    const throwing = (): Promise<boolean> => {
      throw new Error('not even a promise');
    };
    for (const ping of [() => Promise.resolve(false), throwing]) {
      const bench = new RouterBench({ ping }).fill('s1');
      await bench.pass(REBALANCE_MS);
      expect(() => bench.router.findRoute('dc2')).toThrow('[DATACENTER_UNREACHABLE]');
      expect(bench.errors).toEqual([]);
      bench.router.serverJoined('wan', serverOf('s2'));
      expect(bench.head()).toBe('s1');
    }
  });

  test('asks near servers first, by the distance its area was given', async () => {
    const seconds: Record<string, number> = { s1: 0.2, s2: 0.004, s3: 0.05 };
    const bench = new RouterBench();
    bench.router.addArea('wan', ({ name }) => seconds[name] ?? Number.POSITIVE_INFINITY);
    for (const name of Object.keys(seconds)) bench.router.serverJoined('wan', serverOf(name));
    bench.router.serverJoined('wan', serverOf('t1', 'dc3'));
    expect(bench.router.datacentersByDistance()).toEqual(['dc1', 'dc2', 'dc3']);
    await bench.pass(REBALANCE_MS);
    expect(bench.asked.filter((name) => name.startsWith('s'))).toEqual([
      's2 wan',
      's3 wan',
      's1 wan',
    ]);
  });

  test('knows no distance any more when the area was taken out and comes back without', () => {
    const { router } = new RouterBench();
    for (const secondsTo of [() => 0.1, undefined]) {
      router.addArea('wan', secondsTo);
      router.serverJoined('wan', serverOf('s1', 'dc9'));
      router.addArea('lan', () => 1);
      router.serverJoined('lan', serverOf('s1', 'dc2'));
      expect(router.datacentersByDistance()).toEqual(
        secondsTo === undefined ? ['dc1', 'dc2', 'dc9'] : ['dc1', 'dc9', 'dc2'],
      );
      router.removeArea('wan');
    }
  });

  test('comes less often in a larger pool', async () => {
    const bench = new RouterBench().fill('s1');
    bench.alive.add('s1');
    bench.router.resizeArea('wan', 64 * 1_000);
    await bench.pass(REBALANCE_MS);
    await bench.pass(999_999);
    expect(bench.asked).toHaveLength(1);
    await bench.pass(1);
    expect(bench.asked).toHaveLength(2);
  });
});

describe('a router', () => {
  test('that was stopped asks nobody, arms no timer and takes nothing in', async () => {
    const bench = new RouterBench().fill('s1');
    bench.router.stop();
    expect(bench.clock.nextEventMs() ?? 0).toBe(0);
    await bench.pass(10 * REBALANCE_MS);
    expect(bench.asked).toEqual([]);
    bench.router.serverLeft('wan', serverOf('s1'));
    expect(bench.head()).toBe('s1');
  });

  test('stopped while a server is asked, it does nothing with the answer', async () => {
    let answer = (_: boolean): void => undefined;
    const ping = (): Promise<boolean> =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const bench = new RouterBench({ ping }).fill('s1');
    await bench.pass(REBALANCE_MS);
    bench.router.stop();
    answer(false);
    await bench.pass(REBALANCE_MS);
    expect(bench.heard).toEqual([]);
    expect(bench.head()).toBe('s1');
  });

  test('tells a listener nothing after it was taken off, and tells one of `once` once', async () => {
    const bench = new RouterBench().fill('s1');
    let count = 0;
    const listener = (): void => {
      count += 1;
    };
    bench.router.once('datacenter-offline', listener);
    bench.router.on('datacenter-online', listener);
    bench.router.off('datacenter-online', listener);
    for (let round = 0; round < 2; round += 1) {
      await bench.pass(2 * REBALANCE_MS);
      bench.router.serverJoined('wan', serverOf('s1'));
    }
    expect(bench.heard.length).toBeGreaterThanOrEqual(4);
    expect(count).toBe(1);
  });

  test('with a setting out of bounds is not made, and the error says which', () => {
    const make = () => new RouterBench({ config: { rebalanceIntervalMs: 10 } });
    expect(make).toThrow(
      '[INVALID_CONFIG] rebalanceIntervalMs must be a number of 1000 to 3600000; it is 10',
    );
    expect(make).toThrow(expect.toSatisfy((error) => isRouterError(error, 'INVALID_CONFIG')));
    expect(isRouterError(new Error('other'))).toBe(false);
  });
  test.each<[object | undefined, string]>([
    [undefined, 'options must be an object; it is undefined'],
    [{}, 'localDatacenter must be a text that is not empty; it is undefined'],
    [{ localDatacenter: '', ping }, 'localDatacenter must be a text that is not empty; it is ""'],
    [{ localDatacenter: 'dc1' }, 'ping must be a function; it is undefined'],
    [{ localDatacenter: 'dc1', ping, rebalanceIntervalMs: 5 }, 'no option rebalanceIntervalMs'],
    [
      { localDatacenter: 'dc1', ping, config: { rebalanceInterval: 5 } },
      'there is no option config.rebalanceInterval; did you mean rebalanceIntervalMs?',
    ],
  ])('with options %o of a wrong shape is not made', (options, message) => {
    const make = () => createFederationRouter(options as FederationRouterOptions);
    expect(make).toThrow('[INVALID_CONFIG]');
    expect(make).toThrow(message);
  });
});

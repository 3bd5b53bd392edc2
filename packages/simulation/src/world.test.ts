import type { EventEmitter } from 'node:events';
import type { Endpoint, ProtocolCore } from '@konsul/runtime';
import { describe, expect, it, vi } from 'vitest';
import type { SimulatedCore } from './simulated-core.js';
import { World } from './world.js';
import type { WorldOptions } from './world-options.js';

type Input = { readonly type: 'tick' } | { readonly type: 'rumour'; readonly value: number };
type Effect = { readonly type: 'tell'; readonly peer: number; readonly value: number };

/** Tells the largest number it knows to one peer after another. */
class GossipCore implements ProtocolCore<Input, Effect> {
  value: number;
  readonly #peerCount: number;
  #nextAtMs: number;
  #peer = 0;

  constructor(value: number, peerCount: number, nowMs: number) {
    this.value = value;
    this.#peerCount = peerCount;
    this.#nextAtMs = nowMs + 10;
  }

  step(input: Input, nowMs: number): readonly Effect[] {
    if (input.type === 'rumour') {
      this.value = Math.max(this.value, input.value);
      return [];
    }
    if (nowMs < this.#nextAtMs) return [];
    this.#nextAtMs = nowMs + 10;
    this.#peer = (this.#peer + 1) % this.#peerCount;
    return [{ type: 'tell', peer: this.#peer, value: this.value }];
  }

  nextDeadlineMs(): number {
    return this.#nextAtMs;
  }
}

type Handle = SimulatedCore<Input, GossipCore>;

function addGossip(world: World, count: number): Handle[] {
  const endpoints: Endpoint[] = [];
  return Array.from({ length: count }, (_, index) =>
    world.addCore<Input, Effect, GossipCore>(`n${index}`, (node, input) => {
      endpoints[index] = node.endpoint(7);
      const send = node.openDatagrams(7, (_from, bytes) =>
        input({ type: 'rumour', value: bytes[0] ?? 0 }),
      );
      return {
        core: new GossipCore(node.incarnation === 0 ? index : 0, count, node.clock.nowMs()),
        tick: { type: 'tick' },
        execute: (effect) => {
          const to = endpoints[effect.peer];
          if (to !== undefined) send(to, Uint8Array.of(effect.value));
        },
      };
    }),
  );
}

function createWorld(options: Partial<WorldOptions> = {}): { world: World; handles: Handle[] } {
  const world = new World({ seed: 1, ...options });
  return { world, handles: addGossip(world, 5) };
}

const values = (handles: Handle[]): (number | undefined)[] =>
  handles.map(({ core }) => core?.value);

describe('a world of cores', () => {
  it('runs each by its driver on virtual time', () => {
    const { world, handles } = createWorld();
    expect(world.runUntil(() => values(handles).every((value) => value === 4), 1000)).toBe(true);
    expect(world.clock.nowMs()).toBeLessThan(100);
  });

  it('gives the same trace for the same seed, byte for byte, and another for another', () => {
    const traceOf = (seed: number): { lines: string[]; hash: string } => {
      const { world } = createWorld({
        seed,
        link: { lossRatio: 0.1, duplicateRatio: 0.1, reorderRatio: 0.1 },
      });
      world.run(200);
      world.pause('n1');
      world.crash('n2');
      const undo = world.partition([['n0'], ['n3', 'n4']]);
      world.run(400);
      undo();
      world.resume('n1');
      world.restart('n2');
      world.setClockRate('n3', 1.1);
      world.run(600);
      return { lines: world.trace.lines(), hash: world.traceHash() };
    };
    const first = traceOf(42);
    expect(first.lines.length).toBeGreaterThan(500);
    expect(traceOf(42)).toEqual(first);
    expect(traceOf(43).hash).not.toBe(first.hash);
  });

  it('shows by its hash that something was not from the seed', () => {
    let foreign = 0;
    const hashOf = (): string => {
      const { world, handles } = createWorld();
      foreign += 1;
      handles[0]?.input({ type: 'rumour', value: 100 + foreign });
      world.run(100);
      return world.traceHash();
    };
    expect(hashOf()).not.toBe(hashOf());
  });

  it('keeps partitioned nodes apart until the partition is undone', () => {
    const { world, handles } = createWorld();
    const undo = world.partition([
      ['n0', 'n1', 'n2'],
      ['n3', 'n4'],
    ]);
    world.run(1000);
    expect(values(handles)).toEqual([2, 2, 2, 4, 4]);
    undo();
    world.run(2000);
    expect(values(handles)).toEqual([4, 4, 4, 4, 4]);
  });

  it('stops a paused node, and hands it what waited when it goes on', () => {
    const { world, handles } = createWorld();
    world.pause('n0');
    world.run(500);
    expect(values(handles)[0]).toBe(0);
    world.resume('n0');
    world.run(500);
    expect(values(handles)[0]).toBe(4);
  });

  it('starts a crashed node anew', () => {
    const { world, handles } = createWorld();
    world.run(500);
    world.crash('n0');
    expect(world.isRunning('n0')).toBe(false);
    handles[0]?.input({ type: 'rumour', value: 200 });
    world.run(600);
    world.restart('n0');
    expect(values(handles)[0]).toBe(0);
    world.run(1000);
    expect(values(handles)[0]).toBe(4);
  });

  it('calls checkers after every event, and names seed and instant when one throws', () => {
    const { world, handles } = createWorld({ seed: 77 });
    world.check('nobody knows four', () => {
      if (handles[0]?.core?.value === 4) throw new Error('n0 knows four');
    });
    expect(() => world.run(1000)).toThrow(
      /\[INVARIANT_VIOLATED\] seed 77 at \d+\.\d+ ms: checker nobody knows four: n0 knows four/,
    );
    expect(() => world.run(2000)).toThrow('INVARIANT_VIOLATED');
  });

  it('ends as failed when a core throws', () => {
    const world = new World({ seed: 5 });
    const handle = world.addCore<Input, Effect>('bad', () => ({
      core: {
        step: () => {
          throw new Error('broken');
        },
        nextDeadlineMs: () => undefined,
      },
      tick: { type: 'tick' },
      execute: () => undefined,
    }));
    handle.input({ type: 'tick' });
    expect(() => world.run(100)).toThrow('[NODE_FAULT] seed 5 at 0.000 ms: node bad threw: broken');
  });

  it('ends as failed when an event takes time or chance from the machine', () => {
    const ignore = (): void => undefined;
    const uses = [
      () => performance.now(),
      () => Date.now(),
      () => new Date(),
      () => Date(),
      () => void setTimeout(ignore, 1),
    ];
    for (const use of uses) {
      const world = new World({ seed: 6 });
      world.addNode('cheat', (node) => void node.clock.schedule(1, use));
      expect(() => world.run(10)).toThrow(/NODE_FAULT.*belongs to the machine/);
      expect(use).not.toThrow();
      const lenient = new World({ seed: 6, trapsAmbient: false });
      lenient.addNode('cheat', (node) => void node.clock.schedule(1, use));
      expect(() => lenient.run(10)).not.toThrow();
    }
  });

  it('leaves dates of a given instant to an event', () => {
    const world = new World({ seed: 6 });
    const made: Date[] = [];
    world.addNode('n', (node) => {
      node.clock.schedule(
        1,
        () => void made.push(new Date(0), new Date(1970, 0), new Date('1970')),
      );
    });
    world.run(10);
    expect(made.every((date) => date instanceof Date && date.constructor === Date)).toBe(true);
    expect(made[0]?.toISOString()).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([
    [{}, 'seed must be an integer of'],
    [{ seed: Number.NaN }, 'seed must be an integer of'],
    [{ seed: 1, lnk: {} }, 'there is no option lnk; did you mean link?'],
    [
      { seed: 1, link: { lossRate: 1 } },
      'there is no option link.lossRate; did you mean lossRatio?',
    ],
    [
      { seed: 1, disk: { capacityBytes: 'all' } },
      'disk.capacityBytes must be a number of at least 0',
    ],
    [{ seed: 1, trapsAmbient: 0 }, 'trapsAmbient must be true or false; it is 0'],
  ])('refuses options of a wrong shape: %j', (options, message) => {
    expect(() => new World(options as WorldOptions)).toThrow(`[OPTION_INVALID] ${message}`);
  });

  it('says where it stood when an error that nobody catches ends the process', async () => {
    const world = new World({ seed: 77 });
    const error = new Error('from a microtask');
    const events: EventEmitter = process;
    const told: string[] = [];
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told.push(String(text));
      return true;
    });
    world.addNode('n', (node) => {
      const emit = (): void => void events.emit('uncaughtExceptionMonitor', error);
      node.clock.schedule(5, () => queueMicrotask(emit));
    });
    try {
      await world.runAsync(10);
      events.emit('uncaughtExceptionMonitor', error);
    } finally {
      write.mockRestore();
    }
    expect(told).toEqual(['simulation: seed 77 at 5.000 ms: nobody caught: from a microtask\n']);
  });

  it('rejects unknown and doubled names', () => {
    const { world } = createWorld();
    expect(() => world.crash('nobody')).toThrow('[NODE_UNKNOWN]');
    expect(() => world.addNode('n0', () => undefined)).toThrow('[NODE_EXISTS]');
  });
});

describe('a world of asynchronous nodes', () => {
  /** Answers every stream with its bytes doubled, and counts starts on its disk. */
  function addServer(world: World): void {
    world.addNode('server', async (node) => {
      await node.disk.makeDirectory('/data');
      const file = await node.disk.open('/data/starts', { create: true });
      const [startCount = 0] = await file.read(0, 1);
      await file.write(0, Uint8Array.of(startCount + 1));
      await file.sync();
      await node.disk.syncDirectory('/data');
      node.trace(`started ${startCount + 1} times`);
      await node.stream(80).listen((stream) => {
        stream.setHandlers({
          data: (bytes) => void stream.write(bytes.map((byte) => byte * 2)),
          end: () => stream.end(),
        });
      });
    });
  }

  async function ask(world: World, value: number): Promise<number | undefined> {
    return await world.complete(
      new Promise((resolve, reject) => {
        const asking = world.network.stream({ host: '10.9.9.9', port: 0 });
        asking
          .connect({ host: world.addressOf('server'), port: 80 }, { timeoutMs: 1000 })
          .then((stream) => {
            stream.setHandlers({ data: ([answer]) => resolve(answer), close: reject });
            stream.write(Uint8Array.of(value));
          }, reject);
      }),
    );
  }

  const runOnce = async (seed: number): Promise<string> => {
    const world = new World({
      seed,
      disk: {
        writeLatency: { type: 'exponential', minMs: 0.1, meanMs: 1 },
        syncLatency: { type: 'uniform', minMs: 1, maxMs: 20 },
      },
    });
    addServer(world);
    await world.runAsync(500);
    expect(await ask(world, 21)).toBe(42);
    world.crash('server');
    await expect(ask(world, 1)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    world.restart('server');
    await world.runAsync(world.clock.nowMs() + 500);
    expect(await ask(world, 4)).toBe(8);
    expect(world.trace.lines().some((line) => line.endsWith('started 2 times'))).toBe(true);
    return world.traceHash();
  };

  it('runs whole nodes with promises, disks and streams, and repeats by seed', async () => {
    expect(await runOnce(9)).toBe(await runOnce(9));
    expect(await runOnce(9)).not.toBe(await runOnce(10));
  });

  it('never lets a dead incarnation act', async () => {
    const world = new World({ seed: 1, disk: { syncLatency: { type: 'fixed', ms: 10 } } });
    addServer(world);
    await world.settle();
    world.crash('server');
    await world.runAsync(1000);
    expect(world.trace.lines().some((line) => line.includes('started'))).toBe(false);
  });

  it('ends as failed when a boot rejects', async () => {
    const world = new World({ seed: 3 });
    world.addNode('bad', async () => {
      await Promise.resolve();
      throw new Error('no luck');
    });
    await expect(world.runAsync(1)).rejects.toThrow('[NODE_FAULT] seed 3');
  });

  it('reports a promise that never settles', async () => {
    const world = new World({ seed: 3 });
    await expect(world.complete(new Promise(() => undefined), 50)).rejects.toThrow(
      '[PROMISE_STUCK] seed 3 at 50.000 ms: not settled after 50 ms',
    );
  });
});

describe('a process that was killed', () => {
  it('says nothing any more, though a promise of its own goes on', async () => {
    const world = new World({ seed: 1 });
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    world.addNode('a', async (node) => {
      await gate;
      node.trace(`incarnation ${node.incarnation}`);
      if (node.incarnation === 0) throw new Error('a defect of the dead');
    });
    world.crash('a');
    world.restart('a');
    goOn();
    await world.settle();
    const said = world.trace.lines().filter((line) => line.includes('incarnation'));
    expect(said).toEqual(['0.000 a: incarnation 1']);
  });
});

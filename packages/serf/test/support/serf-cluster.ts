import type { Disk } from '@konsul/runtime';
import type { ClockView, LinkOptions } from '@konsul/simulation';
import { PORT, VirtualCluster } from '../../../../tools/virtual-cluster.js';
import { createSerf, type Serf, type SerfMemberStatus, type SerfOptions } from '../../src/index.js';

/** Promises that may follow from each other while time stands still. */
const TURN_COUNT = 100;

/** What a member told its listeners, in words. */
export interface SeenEvent {
  readonly type: string;
  readonly text: string;
}

export interface ClusterNode {
  readonly name: string;
  readonly host: string;
  readonly serf: Serf;
  readonly seen: SeenEvent[];
  /** Counted metrics by name. */
  readonly counts: Map<string, number>;
  /** Ends the process without a word. */
  kill(): void;
}

export interface ClusterOptions {
  readonly seed: number;
  readonly link?: LinkOptions;
  readonly defaults?: Partial<SerfOptions>;
}

/** Whole members over a network in memory, on virtual time, with real bytes. */
export class SerfCluster extends VirtualCluster<ClusterNode> {
  /** Sees what every member tells its listeners, at once. */
  onSeen: (name: string, event: SeenEvent) => void = () => undefined;
  readonly #options: ClusterOptions;

  constructor(options: ClusterOptions) {
    super({ ...options, turnCount: 8 });
    this.#options = options;
  }

  serf(name: string): Serf {
    return this.node(name).serf;
  }

  /** Makes and starts a member. */
  async add(
    name: string,
    options: Partial<SerfOptions> & { readonly host?: string; readonly disk?: Disk } = {},
  ): Promise<ClusterNode> {
    const place = this.nextPlace();
    const { host = place.host, ...own } = options;
    const clock: ClockView = this.clock.view();
    const counts = new Map<string, number>();
    const serf = createSerf({
      name,
      bind: { host, port: PORT },
      transport: {
        datagrams: this.network.datagram({ host, port: PORT }),
        streams: this.network.stream({ host, port: PORT }),
      },
      clock,
      rng: place.rng,
      metrics: {
        increment: (metric, by = 1) => counts.set(metric, (counts.get(metric) ?? 0) + by),
        gauge: () => undefined,
        sample: () => undefined,
      },
      ...this.#options.defaults,
      ...own,
    });
    const seen: SeenEvent[] = [];
    this.#listen(name, serf, seen);
    const node: ClusterNode = {
      name,
      host,
      serf,
      seen,
      counts,
      kill: () => {
        clock.end();
        this.network.killProcess(host);
        this.nodes.delete(name);
      },
    };
    this.nodes.set(name, node);
    await this.settle(serf.start());
    return node;
  }

  /** Adds `count` members that all join the first, and lets them settle. */
  async grow(count: number, options: Partial<SerfOptions> = {}): Promise<void> {
    for (let index = 0; index < count; index += 1) await this.add(`n${index}`, options);
    const joins: Promise<number>[] = [];
    for (let index = 1; index < count; index += 1) joins.push(this.join(`n${index}`, 'n0'));
    await this.settle(Promise.all(joins));
    await this.until(() => this.isWhole(), 20_000);
  }

  join(name: string, to: string): Promise<number> {
    return this.serf(name).join([`${to}/${this.node(to).host}:${PORT}`]);
  }

  /** Lets time pass until a promise settles. */
  async settle<Value>(promise: Promise<Value>, limitMs = 60_000): Promise<Value> {
    let isSettled = false;
    const mark = (): void => {
      isSettled = true;
    };
    promise.then(mark, mark);
    for (let turn = 0; turn < TURN_COUNT && !isSettled; turn += 1) await Promise.resolve();
    const startMs = this.clock.nowMs();
    while (!isSettled) {
      if (this.clock.nowMs() - startMs > limitMs) throw new Error('promise did not settle');
      await this.run(1);
    }
    return await promise;
  }

  statusOf(observer: string, name: string): SerfMemberStatus | undefined {
    return this.serf(observer).member(name)?.status;
  }

  /** Whether all running members believe this of `name`. */
  allBelieve(name: string, status: SerfMemberStatus | undefined): boolean {
    return [...this.nodes.keys()].every(
      (observer) => observer === name || this.statusOf(observer, name) === status,
    );
  }

  /** Whether every running member sees every running member alive, and nobody else so. */
  isWhole(): boolean {
    const names = [...this.nodes.keys()];
    return [...this.nodes.values()].every(({ serf }) => {
      const alive = serf.members().filter(({ status }) => status === 'alive');
      return (
        alive.length === names.length &&
        names.every((name) => serf.member(name)?.status === 'alive')
      );
    });
  }

  /** How often a member was told this. */
  countSeen(name: string, type: string, text?: string): number {
    return this.node(name).seen.filter(
      (event) => event.type === type && (text === undefined || event.text === text),
    ).length;
  }

  #listen(name: string, serf: Serf, seen: SeenEvent[]): void {
    const record = (type: string, text: string): void => {
      seen.push({ type, text });
      this.onSeen(name, { type, text });
      this.trace(`${this.clock.nowMs()} ${name} ${type} ${text}\n`);
    };
    const types = [
      'member-join',
      'member-leave',
      'member-failed',
      'member-update',
      'member-reap',
    ] as const;
    for (const type of types) {
      serf.on(type, (members) => record(type, members.map((member) => member.name).join(',')));
    }
    serf.on('user-event', (event) => {
      record('user-event', `${event.name}=${Buffer.from(event.payload).toString()}`);
    });
    serf.on('query', (query) => record('query', query.name));
    serf.on('name-conflict', (existing) => record('name-conflict', existing.name));
    serf.on('name-lost', (responses, matches) => record('name-lost', `${matches}/${responses}`));
    serf.on('left', () => record('left', ''));
    serf.on('fault', (error) => {
      throw error;
    });
  }
}

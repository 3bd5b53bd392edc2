import { setTimeout as sleep } from 'node:timers/promises';
import { JsonLinesProcess } from '../harness/json-lines-process.mjs';

const CONVERGENCE_TIMEOUT_MS = 120_000;
const BROADCAST_TIMEOUT_MS = 15_000;
const DEATH_TIMEOUT_MS = 60_000;
const BROADCAST_BYTES = 100;
const SAME_SUSPICION_MS = 5_000;
/** Until nobody passes a broadcast on any more: four rounds of gossip after the last has heard it. */
const BROADCAST_OVER_MS = 3_000;

/** A cluster of one side in one process, through its whole life. */
export class Cluster {
  #process;
  #n;
  #suspectedAt = new Map();
  #suspicions = 0;
  #deaths = 0;

  constructor(command, options) {
    this.#n = options.n;
    this.#process = new JsonLinesProcess(command, { profile: 'lan', ...options });
    this.#process.onEvent = (event) => {
      if (event.ev === 'suspect') this.#onSuspect(event);
      if (event.ev === 'gone') this.#deaths += 1;
    };
  }

  /** memberlist says it again with every further probe that fails: that is the same suspicion. */
  #onSuspect({ by, node, t }) {
    const pair = `${by} ${node}`;
    const lastAt = this.#suspectedAt.get(pair) ?? Number.NEGATIVE_INFINITY;
    this.#suspectedAt.set(pair, t);
    if (t - lastAt > SAME_SUSPICION_MS) this.#suspicions += 1;
  }

  /** Suspicions that come of a member's own probes, and members that are gone for another. */
  get verdicts() {
    return { suspicions: this.#suspicions, deaths: this.#deaths };
  }

  stop() {
    return this.#process.stop();
  }

  /** Resident MB of a process that holds this cluster before anybody has joined. */
  async createAndMeasure() {
    await this.#process.ask({ cmd: 'create' }, { event: 'created' });
    return (await this.#process.ask({ cmd: 'cpu' })).rss;
  }

  /** @returns milliseconds from the first join until every member knows of every other. */
  async join(timeoutMs = CONVERGENCE_TIMEOUT_MS) {
    await this.#process.ask({ cmd: 'create' }, { event: 'created' });
    const full = new Set();
    const everybody = this.#process.next(({ ev, node, count }) => {
      if (ev === 'members' && count >= this.#n) full.add(node);
      return full.size === this.#n;
    }, timeoutMs);
    const { t } = await this.#process.ask({ cmd: 'join', par: 16 }, { event: 'joining' });
    return (await everybody).t - t;
  }

  /** What the process uses over a while: CPU per member and minute, memory, datagrams. */
  async use(durationMs) {
    const before = await this.#process.ask({ cmd: 'cpu' });
    await sleep(durationMs);
    const after = await this.#process.ask({ cmd: 'cpu' });
    const minutes = (after.t - before.t) / 60_000;
    const cpuMs = (after.user + after.sys - before.user - before.sys) * 1_000;
    return {
      cpuMs: cpuMs / minutes / this.#n,
      rssMb: after.rss,
      packetsPerMs: (after.packets - before.packets) / (after.t - before.t),
    };
  }

  /** From the first member's word until half and all have heard it, and the datagrams that it took. */
  async broadcast(number, packetsPerMs) {
    const id = `b${number}`;
    const heardAt = [];
    const everybody = this.#process.next((event) => {
      if (event.ev === 'msg' && event.id === id) heardAt.push(event.t);
      return heardAt.length === this.#n;
    }, BROADCAST_TIMEOUT_MS);
    const before = await this.#process.ask({ cmd: 'cpu' });
    const node = (number * 7 + 1) % this.#n;
    const message = { cmd: 'broadcast', node, id, size: BROADCAST_BYTES };
    const { t } = await this.#process.ask(message, { event: 'sent' });
    // Gossip promises nothing: a broadcast that misses somebody is counted, not waited for.
    await everybody.catch(() => undefined);
    await sleep(BROADCAST_OVER_MS);
    const after = await this.#process.ask({ cmd: 'cpu' });
    heardAt.sort((a, b) => a - b);
    return {
      halfMs: heardAt[this.#n >> 1] - t,
      allMs: heardAt[this.#n - 1] - t,
      missedCount: this.#n - heardAt.length,
      packets: after.packets - before.packets - packetsPerMs * (after.t - before.t),
    };
  }

  /** Kills members, all at once and without a word: when each is suspected, and known to be gone. */
  async kill(victims) {
    const rest = this.#n - victims.length;
    const watches = victims.map((victim) => this.#watchDeath(victim, rest));
    const killed = await Promise.all(
      victims.map(async (node) => {
        const isKilled = (event) => event.ev === 'killed' && event.node === node;
        const answer = this.#process.next(isKilled);
        this.#process.send({ cmd: 'kill', node });
        return (await answer).t;
      }),
    );
    const deaths = await Promise.all(watches);
    return deaths.map(({ suspectedAt, goneAt }, index) => ({
      suspectedMs: suspectedAt - killed[index],
      knownToAllMs: goneAt[goneAt.length - 1] - killed[index],
    }));
  }

  async #watchDeath(victim, watcherCount) {
    const goneAt = new Map();
    const suspected = this.#process.next(
      ({ ev, node }) => ev === 'suspect' && node === victim,
      DEATH_TIMEOUT_MS,
    );
    const everybody = this.#process.next(({ ev, by, node, t }) => {
      if (ev === 'gone' && node === victim) goneAt.set(by, t);
      return goneAt.size >= watcherCount;
    }, DEATH_TIMEOUT_MS);
    const [{ t: suspectedAt }] = await Promise.all([suspected, everybody]);
    return { suspectedAt, goneAt: [...goneAt.values()].sort((a, b) => a - b) };
  }
}

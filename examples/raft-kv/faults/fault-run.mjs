import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { call } from './http-call.mjs';
import { LinkProxies } from './link-proxies.mjs';
import { createWorkplace, freePort, ServerProcess } from './server-process.mjs';
import { Workload } from './workload.mjs';

const FORM_TIMEOUT_MS = 60_000;
const SETTLE_TIMEOUT_MS = 60_000;
const CHANGE_TIMEOUT_MS = 3_000;
const PROGRESS_INTERVAL_MS = 5_000;
/** How long a removed server still runs, and may be asked. */
const RETIREMENT_MS = 1_000;
const REPLACEMENT_PAUSE_MS = 2_000;

/** One group of real servers under a plan of faults, used by clients all the time. */
export class FaultRun {
  #options;
  #workplace = createWorkplace();
  #proxies = new LinkProxies();
  #servers = [];
  #serial = 0;
  #startedAtMs = 0;
  #isOver = false;
  #record = { faults: [], replacements: [], crashes: [] };

  /** `options`: plan, durationS, servers, clients, seed, host, unsafeReads, replaces, log. */
  constructor(options) {
    this.#options = options;
  }

  /** Starts everything, lets it be disturbed, heals it, and reads what there is on every server. */
  async run() {
    const { plan, durationS, clients, seed, log } = this.#options;
    await this.#form();
    this.#startedAtMs = performance.now();
    const workload = new Workload({ members: () => this.#servers, seed });
    const progress = setInterval(() => log(this.#progress(workload)), PROGRESS_INTERVAL_MS);
    const working = workload.run(clients);
    const replacing = this.#options.replaces ? this.#replaceAll() : undefined;
    await Promise.all(plan.map((fault) => this.#disturb(fault)));
    await delay(Math.max(0, durationS * 1_000 - this.#elapsedMs()));
    this.#isOver = true;
    await replacing;
    workload.stop();
    await working;
    clearInterval(progress);
    const settledS = await this.#settle(workload);
    this.#proxies.close();
    return { ...this.#record, workload, settledS, status: (await this.#leader())?.status };
  }

  #elapsedMs() {
    return performance.now() - this.#startedAtMs;
  }

  #progress(workload) {
    const { faults, replacements } = this.#record;
    const seconds = Math.round(this.#elapsedMs() / 1_000);
    const done = workload.count('done');
    const open = faults.filter(({ endedS }) => endedS === undefined);
    const words = open.map(({ type, victims }) => `${type} ${victims.join()}`).join(', ');
    const replaced = this.#options.replaces ? `${replacements.length} replaced, ` : '';
    return (
      `${seconds} s: ${done} answered (${Math.round(done / seconds)}/s), ` +
      `${workload.count('unknown')} open, ${faults.length} faults, ${replaced}now ${words || 'none'}`
    );
  }

  async #form() {
    const count = this.#options.servers;
    const made = await Promise.all(Array.from({ length: count }, () => this.#prepare()));
    const group = made.map(({ id, address }) => `${id}=${address}`).join(',');
    this.#servers = made.map((one) => this.#createServer(one, ['--group', group]));
    await Promise.all(this.#servers.map((server) => server.start()));
    const deadlineAtMs = performance.now() + FORM_TIMEOUT_MS;
    while ((await this.#leader()) === undefined) {
      if (performance.now() > deadlineAtMs) throw new Error('no leader was elected');
      await delay(50);
    }
  }

  /** A name that nobody had before, ports, and a proxy in front. */
  async #prepare() {
    this.#serial += 1;
    const id = `s${this.#serial}`;
    const { host } = this.#options;
    const raftPort = await freePort(host);
    const httpPort = await freePort(host);
    const address = `${host}:${await this.#proxies.open(id, { host, port: raftPort })}`;
    return { id, host, raftPort, httpPort, address };
  }

  #createServer({ id, host, raftPort, httpPort, address }, group) {
    const words = ['--data', this.#workplace, '--host', host, '--address', address];
    words.push('--raft-port', `${raftPort}`, '--http-port', `${httpPort}`, ...group);
    if (this.#options.unsafeReads) words.push('--unsafe-reads');
    const onCrash = (reason) => this.#record.crashes.push(reason);
    return new ServerProcess({ id, host, httpPort, workplace: this.#workplace, words, onCrash });
  }

  /** Who says that it leads, in the latest term. */
  async #leader() {
    const all = await Promise.all(
      this.#servers.map(async (server) => ({ server, status: await server.status() })),
    );
    const leading = all.filter(({ status }) => status?.role === 'leader');
    leading.sort((a, b) => b.status.term - a.status.term);
    return leading[0];
  }

  async #disturb(fault) {
    await delay(Math.max(0, fault.atS * 1_000 - this.#elapsedMs()));
    const { type, victim, otherLot, isBroken } = fault;
    const running = this.#servers.filter(({ state }) => state === 'running');
    const leader = victim === 'leader' ? (await this.#leader())?.server : undefined;
    const lot = typeof victim === 'number' ? victim : otherLot;
    const chosen = leader ?? running[Math.floor(lot * running.length)];
    if (chosen === undefined) return;
    const victims = type.endsWith('-all') ? running : [chosen];
    const entry = {
      type,
      victims: victims.map(({ id }) => id),
      isLeader: chosen === leader,
      beganS: this.#elapsedMs() / 1_000,
    };
    this.#record.faults.push(entry);
    const lastingMs = (fault.endS - fault.atS) * 1_000;
    if (type.startsWith('kill')) await this.#kill(victims, lastingMs);
    else if (type.startsWith('pause')) await this.#pause(victims, lastingMs);
    else {
      this.#proxies.cut(this.#linksOf(type, chosen, otherLot), isBroken);
      await delay(lastingMs);
      this.#proxies.mend();
    }
    entry.endedS = this.#elapsedMs() / 1_000;
  }

  #linksOf(type, { id }, otherLot) {
    const others = this.#servers.filter((server) => server.id !== id);
    const other = others[Math.floor(otherLot * others.length)];
    const from = (server) => `${id}>${server.id}`;
    const to = (server) => `${server.id}>${id}`;
    if (type === 'mute') return others.map(from);
    if (type === 'deafen') return others.map(to);
    if (type === 'part') return other === undefined ? [] : [from(other), to(other)];
    return [...others.map(from), ...others.map(to)];
  }

  async #kill(victims, lastingMs) {
    await Promise.all(victims.map((server) => server.kill()));
    await delay(lastingMs);
    const isWanted = (server) => this.#servers.includes(server) && server.state === 'killed';
    await Promise.all(victims.filter(isWanted).map((server) => server.start()));
  }

  async #pause(victims, lastingMs) {
    for (const server of victims) server.pause();
    await delay(lastingMs);
    for (const server of victims) if (server.state === 'paused') server.resume();
  }

  /** One after the other, each server gives its place to one of another name. */
  async #replaceAll() {
    while (!this.#isOver) {
      const [old] = this.#servers;
      const made = await this.#prepare();
      const fresh = this.#createServer(made, []);
      await fresh.start();
      // From here on clients may find it: it can lead before we have heard that it votes.
      this.#servers.push(fresh);
      await this.#change((ids) => ids.includes(made.id), {
        method: 'PUT',
        path: `/servers/${made.id}`,
        value: made.address,
      });
      await this.#change((ids) => !ids.includes(old.id), {
        method: 'DELETE',
        path: `/servers/${old.id}`,
      });
      await delay(RETIREMENT_MS);
      this.#servers.splice(this.#servers.indexOf(old), 1);
      await old.kill();
      await rm(join(this.#workplace, old.id), { recursive: true });
      const atS = this.#elapsedMs() / 1_000;
      this.#record.replacements.push({ old: old.id, fresh: fresh.id, atS });
      await delay(REPLACEMENT_PAUSE_MS);
    }
  }

  /** Asks whoever leads until the committed voters are as wanted. */
  async #change(isDone, request) {
    for (;;) {
      const leader = await this.#leader();
      if (leader !== undefined) {
        const { configuration, configurationIndex, commitIndex } = leader.status;
        const ids = configuration.voters.map(({ id }) => id);
        const isFinal = configuration.votersOutgoing.length === 0;
        if (isFinal && configurationIndex <= commitIndex && isDone(ids)) return;
        await call(leader.server.endpoint, { ...request, timeoutMs: CHANGE_TIMEOUT_MS });
      }
      await delay(50);
    }
  }

  /** Everything is whole again: every server must serve, and all acknowledged must be there. */
  async #settle(workload) {
    const beganAtMs = performance.now();
    this.#proxies.mend();
    for (const server of this.#servers) {
      if (server.state === 'paused') server.resume();
      if (server.state === 'killed') await server.start();
    }
    for (const server of this.#servers) {
      await workload.readAll(server, beganAtMs + SETTLE_TIMEOUT_MS);
    }
    return (performance.now() - beganAtMs) / 1_000;
  }
}

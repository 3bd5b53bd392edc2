import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { useOf } from '../harness/machine.mjs';
import { requestJson } from './http-connection.mjs';

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 60_000;
const POLL_INTERVAL_MS = 100;
const PORTS_PER_AGENT = 10;
const LOG_CHARACTERS_MAX = 2_000;

/** The command of our own agent, without its arguments. */
export function ownAgentCommand() {
  const bin = new URL('../../packages/agent/bin/konsul.mjs', import.meta.url);
  return `${process.execPath} ${fileURLToPath(bin)}`;
}

/** Server agents of one datacenter on loopback: ours, or any with Consul's flags and files. */
export class AgentCluster {
  #command;
  #directory;
  #basePort;
  #size;
  #children = new Map();
  #lastFailure = '';

  constructor({ command, directory, basePort, size }) {
    this.#command = command;
    this.#directory = directory;
    this.#basePort = basePort;
    this.#size = size;
  }

  get numbers() {
    return Array.from({ length: this.#size }, (_, number) => number);
  }

  http(number) {
    return { host: HOST, port: this.#ports(number).http };
  }

  dns(number) {
    return { host: HOST, port: this.#ports(number).dns };
  }

  /** Starts every agent, and resolves when they have a leader that takes writes. */
  async start() {
    for (const number of this.numbers) this.startAgent(number);
    await this.writable();
  }

  startAgent(number) {
    const file = `${this.#directory}/${number}.json`;
    writeFileSync(file, JSON.stringify(this.#configuration(number)));
    const log = openSync(`${this.#directory}/${number}.log`, 'a');
    const [program, ...words] = this.#command.split(' ');
    const args = [...words, 'agent', `-config-file=${file}`];
    this.#children.set(number, spawn(program, args, { stdio: ['ignore', log, log] }));
  }

  /** Ends one agent without a word. */
  async kill(number) {
    const child = this.#children.get(number);
    this.#children.delete(number);
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop() {
    await Promise.all([...this.#children.keys()].map((number) => this.kill(number)));
  }

  /** The number of the leader, as the agent `from` knows it; undefined while there is none. */
  async leader(from) {
    try {
      const address = await requestJson(this.http(from), 'GET', '/v1/status/leader');
      const port = Number(address.split(':').pop());
      return this.numbers.find((number) => this.#ports(number).server === port);
    } catch {
      return undefined;
    }
  }

  /** Resolves when a write through every agent succeeds. */
  async writable() {
    const endAtMs = performance.now() + START_TIMEOUT_MS;
    for (const number of this.numbers) {
      while (!(await this.#takesWrite(number))) {
        if (performance.now() > endAtMs) throw new Error(this.#why(number));
        await sleep(POLL_INTERVAL_MS);
      }
    }
  }

  /** CPU seconds of all agents so far, and what each of them holds in memory. */
  use() {
    const uses = [...this.#children.values()].map(({ pid }) => useOf(pid));
    const sum = (pick) => uses.reduce((total, use) => total + pick(use), 0);
    return { cpuS: sum(({ cpuS }) => cpuS), rssMb: sum(({ rssMb }) => rssMb) / uses.length };
  }

  async #takesWrite(number) {
    try {
      return await requestJson(this.http(number), 'PUT', '/v1/kv/bench/ready', 'x');
    } catch (error) {
      this.#lastFailure = String(error);
      return false;
    }
  }

  #why(number) {
    const log = readFileSync(`${this.#directory}/${number}.log`, 'utf8');
    return `agent ${number} takes no writes: ${this.#lastFailure}; its last words: ${log.slice(-LOG_CHARACTERS_MAX)}`;
  }

  #ports(number) {
    const first = this.#basePort + number * PORTS_PER_AGENT;
    return {
      http: first,
      dns: first + 1,
      server: first + 2,
      serf_lan: first + 3,
      serf_wan: first + 4,
    };
  }

  #configuration(number) {
    return {
      node_name: `server-${number}`,
      datacenter: 'dc1',
      server: true,
      bootstrap_expect: this.#size,
      data_dir: `${this.#directory}/${number}`,
      bind_addr: HOST,
      client_addr: HOST,
      log_level: 'ERROR',
      retry_join: this.numbers.map((peer) => `${HOST}:${this.#ports(peer).serf_lan}`),
      performance: { raft_multiplier: 1 },
      limits: { http_max_conns_per_client: 2_000 },
      ports: { ...this.#ports(number), https: -1, grpc: -1 },
    };
  }
}

/** Lends a running cluster in a directory of its own. */
export async function withCluster(options, use) {
  const cluster = new AgentCluster(options);
  try {
    await cluster.start();
    return await use(cluster);
  } finally {
    await cluster.stop();
  }
}

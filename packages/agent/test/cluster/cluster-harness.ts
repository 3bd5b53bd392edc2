import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, vi } from 'vitest';

const preloadUrl = new URL('./end-with-parent.mjs', import.meta.url).href;
const konsulPath = fileURLToPath(new URL('../../bin/konsul.mjs', import.meta.url));
const builtPath = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Ports are Konsul's own: every agent has a loopback address to itself. */
export const HTTP_PORT = 8500;
export const DNS_PORT = 8600;
export const SERVER_PORT = 8300;
export const LAN_PORT = 8301;

const WAIT_MS = 20_000;
const POLL_INTERVAL_MS = 50;
const REQUEST_TIMEOUT_MS = 15_000;
const COMMAND_TIMEOUT_MS = 20_000;
const LOG_LINES_SHOWN = 15;

/** Asks again and again until `check` no longer throws. @returns what it returned then. */
export function eventually<T>(check: () => Promise<T> | T, withinMs: number = WAIT_MS): Promise<T> {
  return vi.waitFor(check, { timeout: withinMs, interval: POLL_INTERVAL_MS });
}

/** An answer of the HTTP API, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How a command ended. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Who an agent is. */
export interface AgentSpec {
  readonly name: string;
  /** A loopback address that no other agent uses. */
  readonly host: string;
  /** Flags besides those for name, addresses and data directory. */
  readonly flags?: readonly string[];
  /** Keys of a configuration file. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** One agent: a process of the built program, and what stays of it between two starts. */
export class AgentProcess {
  readonly name: string;
  readonly host: string;
  readonly dataDirectory: string;
  readonly #spec: AgentSpec;
  readonly #directory: string;
  #child: ChildProcess | undefined;

  constructor(spec: AgentSpec, directory: string) {
    this.name = spec.name;
    this.host = spec.host;
    this.dataDirectory = join(directory, 'data', spec.name);
    this.#spec = spec;
    this.#directory = directory;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && isAlive(this.#child);
  }

  /** Where its output of all starts is. */
  get logPath(): string {
    return join(this.#directory, `${this.name}.log`);
  }

  log(): Promise<string> {
    return readFile(this.logPath, 'utf8');
  }

  /** Starts the process, on what an earlier one left on disk. Does not wait for anything. */
  async launch(): Promise<void> {
    if (this.isRunning) throw new Error(`${this.name} runs already`);
    const configPath = join(this.#directory, `${this.name}.json`);
    const config = { ...this.#spec.config, node_meta: { cluster: basename(this.#directory) } };
    await writeFile(configPath, JSON.stringify(config));
    const output = openSync(this.logPath, 'a');
    try {
      const program = ['--import', preloadUrl, konsulPath, ...this.#flags(configPath)];
      this.#child = spawn(process.execPath, program, { stdio: ['pipe', output, output] });
    } finally {
      closeSync(output);
    }
  }

  /** Starts the process and waits until its HTTP API answers. */
  async start(): Promise<void> {
    await this.launch();
    await eventually(async () => {
      if (!this.isRunning) return;
      // Another agent at this address must not be taken for this one.
      const { Meta } = await this.get<{ Meta: Readonly<Record<string, string>> }>('/v1/agent/self');
      if (Meta['cluster'] !== basename(this.#directory)) throw new Error(`${this.host} is taken`);
    });
    if (!this.isRunning) throw new Error(`${this.name} ended at once:\n${await this.logTail()}`);
  }

  /** Ends it as a power failure would, so far as a process can tell. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Sends a signal to it and waits for its end. @returns its exit code; null when the signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) return null;
    if (isAlive(child)) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  }

  /** Calls its HTTP API. Rejects when it does not answer. */
  async http(path: string, init: RequestInit = {}): Promise<HttpAnswer> {
    const response = await fetch(`http://${this.host}:${HTTP_PORT}${path}`, {
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...init,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** The JSON that its HTTP API answers with; rejects on every status but 200. */
  async get<T>(path: string): Promise<T> {
    const { status, text } = await this.http(path);
    if (status !== 200) throw new Error(`${this.name} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** Puts a body; rejects on every status but 200. @returns the answer's text. */
  async put(path: string, body?: unknown): Promise<string> {
    const { status, text } = await this.http(path, {
      method: 'PUT',
      body: typeof body === 'string' || body === undefined ? (body ?? null) : JSON.stringify(body),
    });
    if (status !== 200) throw new Error(`${this.name} PUT ${path}: ${status} ${text}`);
    return text;
  }

  /** Runs a command of the program against this agent. */
  command(...args: readonly string[]): Promise<CommandResult> {
    return runKonsul(args, { CONSUL_HTTP_ADDR: `${this.host}:${HTTP_PORT}` });
  }

  async logTail(): Promise<string> {
    const lines = (await this.log().catch(() => '')).trimEnd().split('\n');
    return lines.slice(-LOG_LINES_SHOWN).join('\n');
  }

  #flags(configPath: string): string[] {
    const { flags = [] } = this.#spec;
    return [
      'agent',
      `-node=${this.name}`,
      `-bind=${this.host}`,
      `-client=${this.host}`,
      `-config-file=${configPath}`,
      ...(flags.includes('-dev') ? [] : [`-data-dir=${this.dataDirectory}`]),
      ...flags,
    ];
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** The agents of one test file. */
export class Cluster {
  readonly directory: string;
  readonly #agents: AgentProcess[] = [];
  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Makes an empty cluster in a new directory. */
  static async create(): Promise<Cluster> {
    if (!existsSync(builtPath)) throw new Error('Not built yet: run "npm run build" first');
    const directory = await mkdtemp(join(tmpdir(), 'konsul-cluster-'));
    await mkdir(join(directory, 'data'));
    return new Cluster(directory);
  }

  get agents(): readonly AgentProcess[] {
    return this.#agents;
  }

  /** Declares an agent; it is not started by that. */
  agent(spec: AgentSpec): AgentProcess {
    const agent = new AgentProcess(spec, this.directory);
    this.#agents.push(agent);
    return agent;
  }

  /** Declares several servers that found one cluster together. */
  servers(hosts: readonly string[], options: ServersOptions = {}): AgentProcess[] {
    const { datacenter = 'dc1', config = {} } = options;
    return hosts.map((host, index) =>
      this.agent({
        name: `${datacenter}-server-${index + 1}`,
        host,
        flags: ['-server', `-bootstrap-expect=${hosts.length}`, `-datacenter=${datacenter}`],
        config: { ...joining(hosts), ...config },
      }),
    );
  }

  /** Declares a client agent of these servers. */
  client(host: string, servers: readonly AgentProcess[], datacenter: string = 'dc1'): AgentProcess {
    return this.agent({
      name: `${datacenter}-client`,
      host,
      flags: [`-datacenter=${datacenter}`],
      config: joining(servers.map((server) => server.host)),
    });
  }

  /** Kills everything that runs and removes what it wrote; after a failure the logs stay. */
  async stop(hasFailed: boolean): Promise<void> {
    await Promise.all(this.#agents.map((agent) => agent.kill()));
    if (!hasFailed) {
      await rm(this.directory, { recursive: true, force: true });
      return;
    }
    await rm(join(this.directory, 'data'), { recursive: true, force: true });
    console.error(`Logs are kept in ${this.directory}`);
    for (const agent of this.#agents)
      console.error(`--- ${agent.name}\n${await agent.logTail()}\n`);
  }
}

/** What a group of servers shares. */
export interface ServersOptions {
  readonly datacenter?: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

function joining(hosts: readonly string[]): Record<string, unknown> {
  return { retry_join: hosts, retry_interval: '1s' };
}

/** A cluster that ends with the test file. */
export async function clusterOfThisFile(): Promise<Cluster> {
  const cluster = await Cluster.create();
  let testCount = 0;
  let failureCount = 0;
  afterEach(({ task }) => {
    testCount += 1;
    if (task.result?.state === 'fail') failureCount += 1;
  });
  // Where no test was run at all, the agents did not come up.
  afterAll(() => cluster.stop(testCount === 0 || failureCount > 0));
  return cluster;
}

/** Waits until the agent knows of a leader. @returns its address. */
export function leaderKnownBy(agent: AgentProcess): Promise<string> {
  return eventually(async () => {
    const address = await agent.get<string>('/v1/status/leader');
    if (address === '') throw new Error(`${agent.name} knows no leader`);
    return address;
  });
}

/** Runs the program to its end, within bounds. */
export async function runKonsul(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [konsulPath, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: COMMAND_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout, stderr };
}

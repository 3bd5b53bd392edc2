import type { Clock } from '@konsul/runtime';
import type { CliHost, CommandContext } from '../cli/command.js';
import type { DemoCluster } from './demo-cluster.js';
import type { Screen } from './screen.js';
import { clientOf, type DemoDatacenter, type DemoNode, httpAddressOf } from './topology.js';
import { waitUntil } from './wait-until.js';

/** What a command did. */
export interface CommandResult {
  readonly exitCode: number;
  /** Everything that it printed, on either stream, without the last line end. */
  readonly text: string;
}

/** An answer of an agent's HTTP API. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

export interface StageOptions {
  readonly host: CliHost;
  readonly runCommandLine: CommandContext['runCommandLine'];
  readonly clock: Clock;
  readonly screen: Screen;
  readonly cluster: DemoCluster;
  /** Aborted when the demo is to end before its steps are over. */
  readonly signal: AbortSignal;
}

const POLL_INTERVAL_MS = 100;
const HTTP_TIMEOUT_MS = 5000;

/** What the steps of the demo work with. Every wait is bounded. */
export class DemoStage {
  readonly clock: Clock;
  readonly screen: Screen;
  readonly cluster: DemoCluster;
  readonly signal: AbortSignal;
  readonly #host: CliHost;
  readonly #runCommandLine: CommandContext['runCommandLine'];

  constructor({ host, runCommandLine, clock, screen, cluster, signal }: StageOptions) {
    this.clock = clock;
    this.screen = screen;
    this.cluster = cluster;
    this.signal = signal;
    this.#host = host;
    this.#runCommandLine = runCommandLine;
  }

  /** Runs a command against the client agent of a datacenter and shows it with its output. */
  async konsul(datacenter: DemoDatacenter, ...argv: string[]): Promise<CommandResult> {
    const result = await this.ask(clientOf(datacenter), ...argv);
    this.show(datacenter, `konsul ${argv.join(' ')}`, result.text);
    return result;
  }

  /** Runs a command against one agent and shows nothing. */
  async ask(node: DemoNode, ...argv: string[]): Promise<CommandResult> {
    this.signal.throwIfAborted();
    let text = '';
    const collect = (chunk: string | Uint8Array): void => {
      text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    };
    const exitCode = await this.#runCommandLine(argv, {
      ...this.#host,
      env: { CONSUL_HTTP_ADDR: httpAddressOf(node) },
      stdout: collect,
      stderr: collect,
    });
    return { exitCode, text: text.trimEnd() };
  }

  /** Shows a command as it would have been typed in a datacenter, and what it printed. */
  show(datacenter: DemoDatacenter, command: string, output: string): void {
    const { colors } = this.screen;
    this.screen.line(`${colors.cyan(`(${datacenter}) $`)} ${command}`);
    if (output !== '') this.screen.line(output);
  }

  /** Calls the HTTP API of an agent. Rejects when there is no answer within five seconds. */
  async http(node: DemoNode, path: string, request: RequestInit = {}): Promise<HttpAnswer> {
    this.signal.throwIfAborted();
    const signal = AbortSignal.timeout(HTTP_TIMEOUT_MS);
    const response = await fetch(`${httpAddressOf(node)}${path}`, { ...request, signal });
    return { status: response.status, text: await response.text() };
  }

  /** Asks until there is an answer; undefined when there is none in time. */
  until<T>(timeoutMs: number, probe: () => Promise<T | undefined>): Promise<T | undefined> {
    const { clock, signal } = this;
    return waitUntil(probe, { clock, signal, timeoutMs, intervalMs: POLL_INTERVAL_MS });
  }
}

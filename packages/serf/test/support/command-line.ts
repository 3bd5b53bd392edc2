import { seededRng, systemClock } from '@konsul/runtime';
import type { ProcessSignal } from '@konsul/runtime/command-line';
import { type AgentHost, machineHost } from '../../src/cli/agent/agent-host.js';
import type { CliHost } from '../../src/cli/command.js';
import { runCli } from '../../src/cli/program.js';

/** A command line that runs in this process, with what it printed. */
export class CommandLine {
  readonly exitCode: Promise<number>;
  stdout = '';
  stderr = '';
  readonly #listeners = new Set<(signal: ProcessSignal) => void>();
  readonly #waiters: { readonly text: string; readonly resolve: () => void }[] = [];

  constructor(argv: readonly string[], options: { readonly host?: Partial<AgentHost> } = {}) {
    const host: CliHost = {
      env: {},
      stdout: (text) => this.#print(String(text)),
      stderr: (text) => {
        this.stderr += text;
      },
      clock: systemClock,
      rng: seededRng(7),
      agentHost: { ...machineHost, ...options.host },
      onSignal: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    this.exitCode = runCli(argv, host);
  }

  /** Resolves when a text has been printed, or rejects when the command ended without it. */
  async printed(text: string): Promise<void> {
    if (this.stdout.includes(text)) return;
    const found = new Promise<true>((resolve) => {
      this.#waiters.push({ text, resolve: () => resolve(true) });
    });
    const ended = this.exitCode.then(() => this.stdout.includes(text));
    if (await Promise.race([found, ended])) return;
    throw new Error(`ended without ${JSON.stringify(text)}:\n${this.stdout}${this.stderr}`);
  }

  signal(signal: ProcessSignal): void {
    for (const listener of this.#listeners) listener(signal);
  }

  #print(text: string): void {
    this.stdout += text;
    for (const waiter of this.#waiters) {
      if (this.stdout.includes(waiter.text)) waiter.resolve();
    }
  }
}

/** Runs a command to its end. */
export async function runCommand(
  ...argv: readonly string[]
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  const line = new CommandLine(argv);
  const exitCode = await line.exitCode;
  return { exitCode, stdout: line.stdout, stderr: line.stderr };
}

/** An agent that runs in this process on ports of the system's choice. */
export class TestAgent {
  readonly line: CommandLine;
  readonly name: string;

  constructor(
    name: string,
    options: { readonly args?: readonly string[]; readonly host?: Partial<AgentHost> } = {},
  ) {
    this.name = name;
    this.line = new CommandLine(
      [
        'agent',
        `-node=${name}`,
        '-bind=127.0.0.1:0',
        '-rpc-addr=127.0.0.1:0',
        '-profile=local',
        ...(options.args ?? []),
      ],
      options,
    );
  }

  async ready(): Promise<this> {
    await this.line.printed('Log data will now stream in');
    return this;
  }

  get gossipAddress(): string {
    return this.#address('Bind addr');
  }

  get rpcAddress(): string {
    return this.#address('RPC addr');
  }

  /** Begins a command that asks it. */
  open(command: string, ...args: readonly string[]): CommandLine {
    return new CommandLine([command, `-rpc-addr=${this.rpcAddress}`, ...args]);
  }

  /** Asks it, and waits for the end. */
  async ask(
    command: string,
    ...args: readonly string[]
  ): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
    return await runCommand(command, `-rpc-addr=${this.rpcAddress}`, ...args);
  }

  #address(label: string): string {
    return new RegExp(`${label}: '([^']+)'`).exec(this.line.stdout)?.[1] ?? '';
  }
}

import type { Clock } from '@konsul/runtime';
import type { IpcClient } from '../ipc/ipc-client.js';
import type { AgentHost } from './agent/agent-host.js';
import type { FlagSpec, FlagValues } from './flag-spec.js';

/** Signals that an agent reacts to, and that end a client that listens. */
export type ProcessSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** The process around a command; faked in tests. */
export interface CliHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  /** What an agent needs of the machine. */
  readonly agentHost: AgentHost;
  /** @returns how to stop listening. */
  readonly onSignal: (listener: (signal: ProcessSignal) => void) => () => void;
}

/** What a command gets. */
export interface CommandContext {
  readonly host: CliHost;
  readonly flags: FlagValues;
  readonly positionals: readonly string[];
  /**
   * Connects to the agent that the flags name, for as long as `use` takes.
   *
   * @throws SerfError AGENT_CLOSED when it cannot be reached.
   */
  readonly withAgent: <Result>(use: (client: IpcClient) => Promise<Result>) => Promise<Result>;
  /** Prints a line. */
  readonly say: (line: string) => void;
  /** Prints a line to standard error. */
  readonly complain: (line: string) => void;
}

/** A command of the command line. */
export interface CliCommand {
  /** What comes behind the command's name, for example `[options] NAME [PAYLOAD]`. */
  readonly usage: string;
  /** One sentence or more, for its help. */
  readonly help: string;
  readonly flags: readonly FlagSpec[];
  /** Does it. @returns the exit code. */
  run(context: CommandContext): Promise<number>;
}

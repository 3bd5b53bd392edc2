import type { Rng } from '@konsul/runtime';
import type { Command, CommandCall, CommandProcess } from '@konsul/runtime/command-line';
import type { AgentConfig } from '../config/agent-config.js';
import type { ConfigHost } from '../config/config-host.js';
import type { ApiClient } from './http-client.js';
import type { HttpTransport } from './http-transport.js';

/** An agent that runs in this process. */
export interface RunningAgent {
  readonly nodeId: string;
  /** Tells the others that it leaves, then stops. */
  leave(): Promise<void>;
  /** Stops without telling. */
  stop(): Promise<void>;
  /** Takes over what may change while running. */
  reload(config: AgentConfig): Promise<void>;
  /** Resolves when it stopped by itself, for example because of a leave over HTTP; the exit code. */
  readonly stopped: Promise<number>;
}

/** The process around a command; faked in tests. */
export interface CliHost extends CommandProcess {
  readonly http: HttpTransport;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly removeFile: (path: string) => Promise<void>;
  readonly configHost: ConfigHost;
  readonly rng: Rng;
  readonly processId: number;
  /** @param load reads the configuration anew, for whoever asks the agent for that. */
  readonly startAgent: (
    config: AgentConfig,
    load: () => Promise<AgentConfig>,
  ) => Promise<RunningAgent>;
}

/** What a command gets. */
export interface CommandContext extends CommandCall {
  readonly host: CliHost;
  readonly client: ApiClient;
  /** Runs another command line, in a process as real or as faked as `host` is. @returns its exit code. */
  readonly runCommandLine: (argv: readonly string[], host: CliHost) => Promise<number>;
}

/** A command of the command line. */
export type CliCommand = Command<CommandContext>;

import type { Rng } from '@konsul/runtime';
import type { AgentConfig } from '../config/agent-config.js';
import type { ConfigHost } from '../config/config-host.js';
import type { FlagSpec } from './flag-spec.js';
import type { FlagValues } from './flag-values.js';
import type { ApiClient } from './http-client.js';
import type { HttpTransport } from './http-transport.js';

/** Signals that an agent reacts to. */
export type AgentSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

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
export interface CliHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes text or bytes as they are. */
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
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
  /** @returns how to stop listening. */
  readonly onSignal: (listener: (signal: AgentSignal) => void) => () => void;
}

/** What a command gets. */
export interface CommandContext {
  readonly host: CliHost;
  readonly flags: FlagValues;
  readonly positionals: readonly string[];
  readonly client: ApiClient;
  /** Runs another command line, in a process as real or as faked as `host` is. @returns its exit code. */
  readonly runCommandLine: (argv: readonly string[], host: CliHost) => Promise<number>;
  /** Prints a line. */
  readonly say: (line: string) => void;
  /** Prints a line to standard error. */
  readonly complain: (line: string) => void;
}

/** A command of the command line. */
export interface CliCommand {
  /** What comes behind the command's name, for example `[options] KEY [VALUE]`. */
  readonly usage: string;
  /** One sentence or more, for its help. */
  readonly help: string;
  readonly flags: readonly FlagSpec[];
  /** Does it. @returns the exit code. */
  run(context: CommandContext): Promise<number>;
}

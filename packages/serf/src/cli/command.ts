import type { Clock, Rng } from '@konsul/runtime';
import type { Command, CommandCall, CommandProcess } from '@konsul/runtime/command-line';
import type { IpcClient } from '../ipc/ipc-client.js';
import type { AgentHost } from './agent/agent-host.js';

/** The process around a command; faked in tests. */
export interface CliHost extends CommandProcess {
  readonly clock: Clock;
  readonly rng: Rng;
  /** What an agent needs of the machine. */
  readonly agentHost: AgentHost;
}

/** What a command gets. */
export interface CommandContext extends CommandCall {
  readonly host: CliHost;
  /**
   * Connects to the agent that the flags name, for as long as `use` takes.
   *
   * @throws SerfError AGENT_CLOSED when it cannot be reached.
   */
  readonly withAgent: <Result>(use: (client: IpcClient) => Promise<Result>) => Promise<Result>;
}

/** A command of the command line. */
export type CliCommand = Command<CommandContext>;

import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@konsul/runtime';
import { agentArguments, type DemoNode } from './topology.js';

/** How long an agent may take to end by itself once it is asked to. */
const STOP_TIMEOUT_MS = 5000;
const LOG_TAIL_LINES = 8;

/** An agent of the demo as a process of its own. */
export class AgentChild {
  readonly node: DemoNode;
  readonly logPath: string;
  /** Resolves when the process has ended, whatever ended it. */
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;
  readonly #clock: Clock;
  #end: string | undefined;

  /** Starts it. @param directory - of the demo; the agent's data and its log go below. */
  constructor(node: DemoNode, { directory, clock }: { directory: string; clock: Clock }) {
    this.node = node;
    this.#clock = clock;
    const home = `${directory}/${node.datacenter}-${node.name}`;
    this.logPath = `${home}.log`;
    // A file and no pipe: the demo has other things to do than to read eight logs.
    const log = openSync(this.logPath, 'a');
    try {
      this.#process = fork(entryPath(), agentArguments(node, home), {
        stdio: ['ignore', log, log, 'ipc'],
        execArgv: [],
        // In a group of its own, so that Ctrl-C reaches the demo alone and the order is kept.
        detached: true,
      });
    } finally {
      closeSync(log);
    }
    this.ended = new Promise((resolve) => {
      const end = (reason: string): void => {
        this.#end ??= reason;
        resolve();
      };
      this.#process.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
      this.#process.on('error', (error) => {
        if (this.#process.pid === undefined) end(error.message);
      });
    });
  }

  /** Zero when it could not be started. */
  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** How it ended, or undefined while it runs. */
  get end(): string | undefined {
    return this.#end;
  }

  /** Ends it at once, as a power cut would look to the others. */
  async kill(): Promise<void> {
    if (this.#end === undefined) this.#process.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end, and ends it if it does not. */
  async stop(): Promise<void> {
    if (this.#end !== undefined) return;
    const clock = this.#clock;
    const cancel = clock.schedule(clock.nowMs() + STOP_TIMEOUT_MS, () =>
      this.#process.kill('SIGKILL'),
    );
    this.#process.kill('SIGTERM');
    await this.ended;
    cancel();
  }

  /** The last lines that it logged, if any. */
  async logTail(): Promise<readonly string[]> {
    try {
      const text = await readFile(this.logPath, 'utf8');
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.slice(-LOG_TAIL_LINES);
    } catch {
      return [];
    }
  }
}

/** The entry beside this one in the published package. */
function entryPath(): string {
  return fileURLToPath(new URL('./agent-process.js', import.meta.url));
}

import type { Clock } from '@konsul/runtime';
import type { SerfMember } from '../../core/member.js';
import { type AgentEvent, kindOf, titleOf } from '../../ipc/agent-event.js';
import type { LogBook } from '../../ipc/log-book.js';
import { reasonOf } from '../../ipc/reason-of.js';
import type { AgentHost } from './agent-host.js';
import { type EventScript, isFor } from './event-script.js';
import { scriptEnvironment, scriptInput } from './script-input.js';
import {
  SCRIPT_OUTPUT_BYTES_MAX,
  type ScriptProcess,
  type ScriptResult,
} from './script-process.js';

export interface ScriptRunnerOptions {
  readonly host: Pick<AgentHost, 'startScript'>;
  readonly clock: Clock;
  readonly logBook: LogBook;
  readonly self: () => Pick<SerfMember, 'name' | 'tags'>;
  /** Scripts for queries that run at one time. Default 16. */
  readonly queryScriptCountMax?: number;
  /** Runs that wait, of either kind; more are dropped and logged. Default 512. */
  readonly waitingCountMax?: number;
  /** A script is killed after this time. Default 600,000. */
  readonly scriptTimeoutMs?: number;
}

interface Run {
  readonly script: string;
  readonly event: AgentEvent;
}

/** Runs of one kind: so many at a time, the others in order. */
interface Lane {
  readonly runningCountMax: number;
  runningCount: number;
  readonly waiting: Run[];
}

const QUERY_SCRIPT_COUNT_MAX = 16;
const WAITING_COUNT_MAX = 512;
const SCRIPT_TIMEOUT_MS = 600_000;
const SLOW_MS = 1_000;

/**
 * Runs scripts for events. Those for members and user events run one after the other, in the order
 * of the events; those for queries run beside them and each other, since answers have a deadline.
 *
 * Source: Serf's event handlers; bounds, time limit and the lane of queries are an extension.
 */
export class ScriptRunner {
  readonly #options: ScriptRunnerOptions;
  readonly #processes = new Set<ScriptProcess>();
  readonly #events: Lane = { runningCountMax: 1, runningCount: 0, waiting: [] };
  readonly #queries: Lane;
  #scripts: readonly EventScript[] = [];
  #isStopped = false;

  constructor(options: ScriptRunnerOptions) {
    this.#options = options;
    const runningCountMax = options.queryScriptCountMax ?? QUERY_SCRIPT_COUNT_MAX;
    this.#queries = { runningCountMax, runningCount: 0, waiting: [] };
  }

  /** Other scripts from now on. */
  update(scripts: readonly EventScript[]): void {
    this.#scripts = scripts;
  }

  /** Runs what is to be run for an event. */
  handle(event: AgentEvent): void {
    for (const entry of this.#scripts) {
      if (isFor(entry, event)) this.#enqueue({ script: entry.script, event });
    }
  }

  /** Kills what runs; nothing is run any more. */
  stop(): void {
    this.#isStopped = true;
    this.#events.waiting.length = 0;
    this.#queries.waiting.length = 0;
    for (const process of this.#processes) process.kill();
  }

  #enqueue(run: Run): void {
    if (this.#isStopped) return;
    const lane = run.event.type === 'query' ? this.#queries : this.#events;
    const { waitingCountMax = WAITING_COUNT_MAX, logBook } = this.#options;
    if (lane.waiting.length >= waitingCountMax) {
      const title = titleOf(run.event);
      logBook.write('WARN', `agent: Too many scripts wait, '${run.script}' not run for ${title}`);
      return;
    }
    lane.waiting.push(run);
    this.#fill(lane);
  }

  #fill(lane: Lane): void {
    while (lane.runningCount < lane.runningCountMax) {
      const run = lane.waiting.shift();
      if (run === undefined) return;
      lane.runningCount += 1;
      void this.#run(run).then(() => {
        lane.runningCount -= 1;
        this.#fill(lane);
      });
    }
  }

  /** Never rejects. */
  async #run({ script, event }: Run): Promise<void> {
    const { logBook, self } = this.#options;
    try {
      const environment = scriptEnvironment(event, self());
      const result = await this.#process({ script, environment, input: scriptInput(event) });
      this.#report(script, event, result);
      if (result.failure !== undefined) throw new Error(result.failure);
      if (event.type === 'query' && result.outputBytes > 0) {
        await this.#answer(event, result.output);
      }
    } catch (error) {
      logBook.write('ERR', `agent: Error invoking script '${script}': ${reasonOf(error)}`);
    }
  }

  async #process(request: Parameters<AgentHost['startScript']>[0]): Promise<ScriptResult> {
    const { host, clock, logBook, scriptTimeoutMs = SCRIPT_TIMEOUT_MS } = this.#options;
    const process = host.startScript(request);
    this.#processes.add(process);
    const cancels = [
      clock.schedule(clock.nowMs() + SLOW_MS, () => {
        const detail = `slow, execution exceeding ${SLOW_MS / 1000}s`;
        logBook.write('WARN', `agent: Script '${request.script}' ${detail}`);
      }),
      clock.schedule(clock.nowMs() + scriptTimeoutMs, () => process.kill()),
    ];
    try {
      return await process.result;
    } finally {
      for (const cancel of cancels) cancel();
      this.#processes.delete(process);
    }
  }

  #report(script: string, event: AgentEvent, { output, outputBytes }: ScriptResult): void {
    const { logBook } = this.#options;
    if (outputBytes > SCRIPT_OUTPUT_BYTES_MAX) {
      const detail = `${outputBytes} bytes of output, truncated to ${SCRIPT_OUTPUT_BYTES_MAX}`;
      logBook.write('WARN', `agent: Script '${script}' generated ${detail}`);
    }
    const text = new TextDecoder().decode(output);
    logBook.write('DEBUG', `agent: Event '${kindOf(event)}' script output: ${text}`);
  }

  async #answer(
    event: Extract<AgentEvent, { readonly type: 'query' }>,
    output: Uint8Array,
  ): Promise<void> {
    try {
      await event.query.respond(output);
    } catch (error) {
      const title = titleOf(event);
      const reason = reasonOf(error);
      this.#options.logBook.write(
        'WARN',
        `agent: Failed to respond to query '${title}': ${reason}`,
      );
    }
  }
}

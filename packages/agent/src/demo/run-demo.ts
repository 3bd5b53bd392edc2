import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { type Clock, systemClock } from '@konsul/runtime';
import type { CliHost } from '../cli/command.js';
import { boundedHttp } from './bounded-http.js';
import { commandsToTry, describeAgents } from './closing.js';
import { DemoCluster } from './demo-cluster.js';
import { makeDemoDirectory, removeLeftovers } from './demo-directory.js';
import type { DemoStep } from './demo-step.js';
import { requireFreePorts } from './port-check.js';
import { ProgressBoard } from './progress-board.js';
import { runSteps, type StepsReport } from './run-steps.js';
import { formatSeconds, type Screen } from './screen.js';
import { DemoStage, type StageOptions } from './stage.js';
import { areaSteps } from './steps/area-steps.js';
import { failoverStep } from './steps/failover-step.js';
import { kvSteps } from './steps/kv-steps.js';
import { serviceSteps } from './steps/service-steps.js';
import { demoNodes, portsOf } from './topology.js';

const COMMAND_TIMEOUT_MS = 10_000;
const PRESENCE_INTERVAL_MS = 60_000;
/** Of a process that a signal ended, as shells count. */
const EXIT_INTERRUPTED = 130;

export interface DemoOptions {
  readonly host: CliHost;
  readonly runCommandLine: StageOptions['runCommandLine'];
  readonly screen: Screen;
  /** How the program is called, for commands that are shown to be tried. */
  readonly program: string;
  /** Ends after the steps, and does not wait for Ctrl-C. */
  readonly isOnce: boolean;
  readonly clock?: Clock;
}

/**
 * Runs two datacenters on this machine and walks through their federation.
 *
 * @returns 0 when every step did what it should. Nothing is left behind in any case.
 * @throws AgentError LISTEN_FAILED when a port is taken; nothing was started then.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const { host, screen, clock = systemClock } = options;
  await requireFreePorts(demoNodes.flatMap(portsOf));
  const interrupt = new AbortController();
  const interrupted = aborted(interrupt.signal).then(() => EXIT_INTERRUPTED);
  // A terminal that is closed hangs up, and takes the demo with it as Ctrl-C does.
  const cancel = host.onSignal((signal) => interrupt.abort(new Error(`interrupted by ${signal}`)));
  // The clock's timers keep no process alive, and the agents may all have died.
  const presence = setInterval(() => undefined, PRESENCE_INTERVAL_MS);
  await removeLeftovers(tmpdir());
  const directory = await makeDemoDirectory(tmpdir(), host.processId);
  let cluster: DemoCluster | undefined;
  let walk: Promise<number> | undefined;
  try {
    cluster = new DemoCluster({ directory, clock });
    walk = walkThrough({ ...options, clock }, { cluster, interrupt: interrupt.signal });
    const exitCode = await Promise.race([walk, interrupted]);
    if (options.isOnce || interrupt.signal.aborted) return exitCode;
    showAgents(options, cluster);
    await interrupted;
    return exitCode;
  } finally {
    screen.line();
    screen.line('Stopping all agents...');
    screen.mute();
    await cluster?.stop();
    // Whatever it still waited for has just gone away.
    await walk?.catch(() => undefined);
    await rm(directory, { recursive: true, force: true });
    clearInterval(presence);
    cancel();
    screen.unmute();
    screen.line('All agents have ended, and their data is removed.');
  }
}

interface Running {
  readonly cluster: DemoCluster;
  readonly interrupt: AbortSignal;
}

/** Waits for the agents and takes the steps. @returns the exit code. */
async function walkThrough(
  options: DemoOptions & { readonly clock: Clock },
  { cluster, interrupt }: Running,
): Promise<number> {
  const { host, screen, clock, runCommandLine } = options;
  const startedAtMs = clock.nowMs();
  const stage = new DemoStage({
    host: { ...host, http: boundedHttp(host.http, clock, COMMAND_TIMEOUT_MS) },
    runCommandLine,
    clock,
    screen,
    cluster,
    signal: interrupt,
  });
  const report = await runSteps(demoSteps, {
    stage,
    screen,
    clock,
    logTail: (node) => cluster.logTail(node),
  });
  screen.line();
  screen.line(verdict(report, clock.nowMs() - startedAtMs, screen));
  return report.heldCount === report.stepCount ? 0 : 1;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

const startStep: DemoStep<DemoStage> = {
  title: 'Two datacenters of three servers and a client agent each are started',
  expectation: 'every agent knows a leader and all members of its datacenter',
  agents: demoNodes,
  async run({ cluster, screen, clock, signal }) {
    await cluster.untilReady(new ProgressBoard(screen, clock), signal);
    return { holds: true, saw: '' };
  },
};

const demoSteps: readonly DemoStep<DemoStage>[] = [
  startStep,
  ...areaSteps,
  ...kvSteps,
  ...serviceSteps,
  failoverStep,
];

function verdict({ heldCount, stepCount }: StepsReport, tookMs: number, screen: Screen): string {
  const { colors } = screen;
  const took = formatSeconds(tookMs);
  return heldCount === stepCount
    ? colors.green(colors.bold(`All ${stepCount} steps hold, in ${took}.`))
    : colors.red(colors.bold(`${heldCount} of ${stepCount} steps hold, in ${took}.`));
}

/** Leaves the agents to whoever watches. */
function showAgents({ screen, program }: DemoOptions, { children }: DemoCluster): void {
  const { colors } = screen;
  screen.line();
  screen.line(describeAgents(children));
  screen.line();
  screen.line(colors.bold('From another terminal:'));
  for (const command of commandsToTry(children, program)) screen.line(`  ${command}`);
  screen.line();
  screen.line(`${colors.bold('Ctrl-C')} stops everything and removes its data.`);
}

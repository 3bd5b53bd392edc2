import type { ProcessSignal } from '@konsul/runtime/command-line';
import { SerfError } from '../../errors.js';
import { LogBook } from '../../ipc/log-book.js';
import { isShown, type LogLevel, type LogLine } from '../../ipc/log-level.js';
import { reasonOf } from '../../ipc/reason-of.js';
import type { AgentSettings } from '../agent/agent-settings.js';
import { agentFlags, readSettings } from '../agent/read-settings.js';
import { SerfAgent } from '../agent/serf-agent.js';
import { attempt, requireWords } from '../attempt.js';
import type { CliCommand, CommandContext } from '../command.js';

/** Shortest time between tries to join, and for a broadcast. Source: Serf's agent. */
const INTERVAL_MS_MIN = 1_000;
/** A leave may take this long before the process ends all the same. Source: Serf's agent. */
const LEAVE_TIMEOUT_MS = 3_000;
const LABEL_WIDTH = 27;

/** `agent`. Source: Serf's command of that name. */
export const agent: CliCommand = {
  usage: '[options]',
  help: 'Runs a member of a Serf cluster until it is told to stop.',
  flags: agentFlags,
  async run(context) {
    requireWords(context.positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    const { host, say } = context;
    const settings = await load(context);
    const logBook = new LogBook(() => host.clock.wallMs());
    const running = await SerfAgent.prepare({
      settings,
      host: host.agentHost,
      clock: host.clock,
      logBook,
    });
    const printer = new LogPrinter(settings.logLevel, say);
    say('==> Starting Serf agent...');
    try {
      await start(context, running, settings);
      for (const line of logBook.recent()) printer.print(line);
      logBook.listen((line) => printer.print(line));
      return await untilStopped(context, { running, settings, printer });
    } finally {
      await running.stop();
    }
  },
};

/** Prints lines of a level and above. */
class LogPrinter {
  levelMin: LogLevel;
  readonly #say: (line: string) => void;

  constructor(levelMin: LogLevel, say: (line: string) => void) {
    this.levelMin = levelMin;
    this.#say = say;
  }

  print({ level, text }: LogLine): void {
    if (isShown(level, this.levelMin)) this.#say(`    ${text}`);
  }
}

async function load({ host, flags, say }: CommandContext): Promise<AgentSettings> {
  const settings = await readSettings(flags.all(), host.agentHost);
  if (settings.role !== undefined) {
    say("==> Deprecation warning: 'Role' has been replaced with 'Tags'");
  }
  if (settings.isRejoinAfterLeave && settings.snapshotPath === undefined) {
    say("==> Warning: 'RejoinAfterLeave' enabled without snapshot file");
  }
  return {
    ...settings,
    retryIntervalMs: atLeastOneSecond(settings.retryIntervalMs, 'RetryInterval', say),
    broadcastTimeoutMs: atLeastOneSecond(settings.broadcastTimeoutMs, 'BroadcastTimeout', say),
  };
}

function atLeastOneSecond(valueMs: number, name: string, say: (line: string) => void): number {
  if (valueMs >= INTERVAL_MS_MIN) return valueMs;
  say(`==> Warning: '${name}' is too low. Setting to 1s`);
  return INTERVAL_MS_MIN;
}

async function start(
  { say }: CommandContext,
  running: SerfAgent,
  settings: AgentSettings,
): Promise<void> {
  const rpc = await startListening(running);
  say('==> Serf agent running!');
  for (const [label, text] of running.describe(rpc)) {
    say(`    ${label.padStart(LABEL_WIDTH)}: ${text}`);
  }
  if (settings.startJoin.length > 0) {
    say(`==> Joining cluster...(replay: ${settings.isReplayingOnJoin})`);
    const count = await running.join(settings.startJoin);
    say(`    Join completed. Synced with ${count} initial agents`);
  }
  say('\n==> Log data will now stream in as it occurs:\n');
  running.retryJoin();
}

/** Sockets and files that cannot be opened are told as they are, without a stack. */
async function startListening(running: SerfAgent): ReturnType<SerfAgent['start']> {
  try {
    return await attempt('Failed to start the Serf agent', running.start());
  } catch (error) {
    if (error instanceof SerfError || !(error instanceof Error) || !('code' in error)) throw error;
    const reason = `Failed to start the Serf agent: ${reasonOf(error)}`;
    throw new SerfError('INVALID_ADDRESS', reason, { cause: error });
  }
}

interface Running {
  readonly running: SerfAgent;
  readonly settings: AgentSettings;
  readonly printer: LogPrinter;
}

/** Waits until the agent stops or a signal ends it. A second signal does not wait for a leave. */
async function untilStopped(context: CommandContext, parts: Running): Promise<number> {
  const { host, say, complain } = context;
  let { settings } = parts;
  return await new Promise<number>((resolve) => {
    let isLeaving = false;
    const cancel = host.onSignal((signal) => {
      say(`==> Caught signal: ${wordOf(signal)}`);
      if (signal === 'SIGHUP') {
        void reload(context, { ...parts, settings }).then((reloaded) => {
          settings = reloaded;
        });
        return;
      }
      if (isLeaving || !leavesOn(signal, settings)) {
        resolve(1);
        return;
      }
      isLeaving = true;
      say('==> Gracefully shutting down agent...');
      host.clock.schedule(host.clock.nowMs() + LEAVE_TIMEOUT_MS, () => resolve(1));
      parts.running.leave().then(
        () => resolve(0),
        (error: unknown) => complain(`==> Error: ${reasonOf(error)}`),
      );
    });
    void parts.running.stopped.then(resolve).finally(cancel);
  });
}

function leavesOn(signal: ProcessSignal, settings: AgentSettings): boolean {
  return signal === 'SIGINT' ? !settings.skipsLeaveOnInterrupt : settings.leavesOnTerminate;
}

/** Go's word for a signal. */
function wordOf(signal: ProcessSignal): string {
  if (signal === 'SIGHUP') return 'hangup';
  return signal === 'SIGINT' ? 'interrupt' : 'terminated';
}

/** Takes over what may change. Settings that cannot be read leave the running ones in force. */
async function reload(context: CommandContext, parts: Running): Promise<AgentSettings> {
  const { say, complain } = context;
  say('==> Reloading configuration...');
  let settings: AgentSettings;
  try {
    settings = await load(context);
  } catch (error) {
    complain(`==> Failed to reload configs: ${reasonOf(error)}`);
    return parts.settings;
  }
  parts.printer.levelMin = settings.logLevel;
  await parts.running.reload(settings).catch((error: unknown) => {
    complain(`==> Failed to update tags: ${reasonOf(error)}`);
  });
  return settings;
}

import {
  booleanFlags,
  type FlagSpec,
  listFlags,
  type ProcessSignal,
  valueFlags,
} from '@konsul/runtime/command-line';
import type { AgentConfig } from '../../config/agent-config.js';
import { agentFlags } from '../../config/agent-flags.js';
import { type ConfigSources, loadConfig } from '../../config/load-config.js';
import { AgentError } from '../../errors.js';
import { refuseMore } from '../attempt.js';
import type { CliCommand, CommandContext, RunningAgent } from '../command.js';
import { readFormat } from '../config-format.js';
import { PRODUCT_NAME } from '../product.js';
import { startupBlock } from '../startup-block.js';

const sourceFlags: readonly FlagSpec[] = [
  ...booleanFlags({ dev: 'A lone server in memory, for development.' }),
  ...listFlags({
    'config-dir': 'Directory of configuration files, read in the order of their names.',
    'config-file': 'Configuration file; may be a directory.',
    hcl: 'Configuration given as text.',
  }),
  ...valueFlags({ 'config-format': 'Format of files without a known extension.' }),
];

/** `agent`. Source: Consul's command of that name. */
export const agentCommand: CliCommand = {
  usage: '[options]',
  help: 'Runs an agent until it is told to stop.',
  flags: [
    ...sourceFlags,
    ...agentFlags.map(({ name, kind, help }) => ({ name, kind: flagKind(kind), help })),
  ],
  async run(context) {
    refuseMore(context.positionals, 0);
    const { host, say } = context;
    const load = (): Promise<AgentConfig> =>
      loadConfig(sourcesOf(context), { host: host.configHost });
    const config = await load();
    say(`==> Starting ${PRODUCT_NAME} agent...`);
    const agent = await host.startAgent(config, load);
    const { pidFile } = config;
    if (pidFile !== undefined) {
      try {
        await host.writeFile(pidFile, String(host.processId));
      } catch (cause) {
        await agent.stop();
        throw unwritable(pidFile, cause);
      }
    }
    try {
      say(startupBlock(config, agent.nodeId));
      return await untilStopped(context, { agent, config, load });
    } finally {
      if (pidFile !== undefined) await host.removeFile(pidFile);
    }
  },
};

function unwritable(pidFile: string, cause: unknown): AgentError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const detail = `pid_file "${pidFile}" cannot be written: ${reason}`;
  return new AgentError('INVALID_CONFIG', detail, { cause });
}

function flagKind(kind: (typeof agentFlags)[number]['kind']): FlagSpec['kind'] {
  if (kind === 'boolean') return 'boolean';
  return kind === 'list' || kind === 'pairs' ? 'list' : 'value';
}

function sourcesOf({ flags }: CommandContext): ConfigSources {
  const format = readFormat(flags.text('config-format'));
  return {
    paths: [...flags.list('config-file'), ...flags.list('config-dir')],
    hcl: flags.list('hcl'),
    flags: flags.all(),
    isDev: flags.isOn('dev'),
    ...(format === undefined ? {} : { format }),
  };
}

interface Running {
  readonly agent: RunningAgent;
  readonly config: AgentConfig;
  readonly load: () => Promise<AgentConfig>;
}

/** Waits for the agent or a signal to end it. A second signal does not wait for a leave. */
async function untilStopped(context: CommandContext, running: Running): Promise<number> {
  const { agent, config } = running;
  return new Promise<number>((resolve, reject) => {
    let isLeaving = false;
    const end = (work: Promise<void>, code: number): void => {
      work.then(() => resolve(code), reject);
    };
    const cancel = context.host.onSignal((signal) => {
      if (signal === 'SIGHUP') {
        reload(context, running);
        return;
      }
      context.say(`Caught signal: ${signal}`);
      if (isLeaving || !leavesOn(signal, config)) {
        end(agent.stop(), 1);
        return;
      }
      isLeaving = true;
      context.say('Gracefully shutting down agent...');
      end(agent.leave(), 0);
    });
    agent.stopped.then(resolve, reject);
    void agent.stopped.finally(cancel).catch(() => undefined);
  });
}

function leavesOn(signal: ProcessSignal, config: AgentConfig): boolean {
  return signal === 'SIGINT' ? !config.skipLeaveOnInterrupt : config.leaveOnTerminate;
}

/** A configuration that cannot be read leaves the running one in force. */
function reload({ say, complain }: CommandContext, { agent, load }: Running): void {
  say('Caught signal: SIGHUP');
  say('Reloading configuration...');
  load()
    .then((config) => agent.reload(config))
    .then(
      () => say('Configuration reload completed'),
      (error: unknown) => {
        complain(`Reload failed: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
}

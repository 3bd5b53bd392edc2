import { createWriteStream, type WriteStream } from 'node:fs';
import { systemClock } from '@konsul/runtime';
import { type Agent, startAgent } from './agent.js';
import type { RunningAgent } from './cli/command.js';
import type { AgentConfig } from './config/agent-config.js';
import { AgentError } from './errors.js';
import { createAgentLogger } from './telemetry/agent-logger.js';

/** Starts the agent of this process, logging to standard output and where the configuration says. */
export async function startProcessAgent(
  config: AgentConfig,
  loadConfig: () => Promise<AgentConfig>,
): Promise<RunningAgent> {
  const logFile = config.logFile === undefined ? undefined : await openLogFile(config.logFile);
  const logger = createAgentLogger({
    clock: systemClock,
    level: config.logLevel,
    isJson: config.logJson,
    write: (line) => {
      process.stdout.write(line);
      logFile?.write(line);
    },
  });
  for (const warning of config.warnings) logger.warn(warning);
  const agent: Agent = await startAgent(config, { logger, loadConfig });
  return {
    nodeId: agent.nodeId,
    stopped: agent.stopped,
    leave: () => agent.leave(),
    stop: () => agent.stop(),
    reload: (changed) => agent.reload(changed),
  };
}

function openLogFile(path: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(path, { flags: 'a', mode: 0o640 });
    const describe = (cause: Error): string =>
      `log_file "${path}" cannot be written: ${cause.message}`;
    const refuse = (cause: Error): void =>
      reject(new AgentError('INVALID_CONFIG', describe(cause), { cause }));
    stream.once('error', refuse);
    stream.once('open', () => {
      stream.off('error', refuse);
      // A disk that is full later must not end the agent; it goes on without the file.
      stream.on('error', (cause) => void process.stderr.write(`${describe(cause)}\n`));
      resolve(stream);
    });
  });
}

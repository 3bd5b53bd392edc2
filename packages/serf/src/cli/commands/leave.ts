import { attempt, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `leave`. Source: Serf's command of that name. */
export const leave: CliCommand = {
  usage: '[options]',
  help: 'Makes an agent leave the cluster and stop.',
  flags: clientFlags,
  async run({ positionals, withAgent, say }) {
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    await withAgent((client) => attempt('Error leaving', client.request({ type: 'leave' })));
    say('Graceful leave complete');
    return 0;
  },
};

import { attempt, refuseMore } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `leave`. Source: Consul's command of that name. */
export const leave: CliCommand = {
  usage: '[options]',
  help: 'Makes an agent tell the cluster that it leaves, and stop.',
  flags: clientFlags,
  async run({ client, positionals, say }) {
    refuseMore(positionals, 0);
    await attempt('Error leaving', client.send({ method: 'PUT', path: 'agent/leave' }));
    say('Graceful leave complete');
    return 0;
  },
};

import { booleanFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../errors.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `join`. Source: Consul's command of that name. */
export const join: CliCommand = {
  usage: '[options] ADDRESS...',
  help: 'Tells a running agent to join the cluster of any of the addresses.',
  flags: [...clientFlags, ...booleanFlags({ wan: 'Join the servers of another datacenter.' })],
  async run({ client, flags, positionals, say, complain }) {
    if (positionals.length === 0) {
      throw new AgentError('INVALID_USAGE', 'At least one address to join must be specified.');
    }
    let joinedCount = 0;
    for (const address of positionals) {
      try {
        const query = { wan: flags.isOn('wan') ? '1' : undefined };
        const path = `agent/join/${encodeURIComponent(address)}`;
        await client.send({ method: 'PUT', path, query });
        joinedCount += 1;
      } catch (error) {
        if (!(error instanceof AgentError)) throw error;
        complain(`Error joining address '${address}': ${error.detail}`);
      }
    }
    if (joinedCount === 0) {
      complain('Failed to join any nodes.');
      return 1;
    }
    say(`Successfully joined cluster by contacting ${joinedCount} nodes.`);
    return 0;
  },
};

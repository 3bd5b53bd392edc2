import { booleanFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../errors.js';
import { attempt } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `force-leave`. Source: Consul's command of that name. */
export const forceLeave: CliCommand = {
  usage: '[options] NAME',
  help: 'Turns a failed member into one that left. A member that lives comes back.',
  flags: [
    ...clientFlags,
    ...booleanFlags({
      prune: 'Take it out of the list of members too.',
      wan: 'A server of another datacenter, named NAME.DATACENTER.',
    }),
  ],
  async run({ client, flags, positionals }) {
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) {
      throw new AgentError('INVALID_USAGE', 'A single node name must be specified to force leave.');
    }
    const query = {
      prune: flags.isOn('prune') ? '1' : undefined,
      wan: flags.isOn('wan') ? '1' : undefined,
    };
    const path = `agent/force-leave/${encodeURIComponent(name)}`;
    await attempt('Error force leaving', client.send({ method: 'PUT', path, query }));
    return 0;
  },
};

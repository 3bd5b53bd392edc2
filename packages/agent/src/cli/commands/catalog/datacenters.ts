import { refuseMore, view } from '../../attempt.js';
import { clientFlags } from '../../client-flags.js';
import type { CliCommand } from '../../command.js';

/** `catalog datacenters`. Source: Consul's command of that name. */
export const catalogDatacenters: CliCommand = {
  usage: '[options]',
  help: 'Lists all known datacenters, the nearest first.',
  flags: clientFlags,
  async run({ client, positionals, say }) {
    refuseMore(positionals, 0);
    const call = { path: 'catalog/datacenters' };
    const list = await view('Error listing datacenters', client, call);
    for (const datacenter of list.items()) say(datacenter.text());
    return 0;
  },
};

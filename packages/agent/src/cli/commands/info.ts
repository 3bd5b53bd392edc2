import { refuseMore, view } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `info`. Source: Consul's command of that name. */
export const info: CliCommand = {
  usage: '[options]',
  help: 'Shows what an agent knows of itself, for finding faults.',
  flags: clientFlags,
  async run({ client, positionals, say }) {
    refuseMore(positionals, 0);
    const self = await view('Error querying agent', client, { path: 'agent/self' });
    const sections = self.field('Stats').entries();
    for (const [section, values] of sections) {
      say(`${section}:`);
      for (const [key, value] of values.entries()) say(`\t${key} = ${value.text()}`);
    }
    return 0;
  },
};

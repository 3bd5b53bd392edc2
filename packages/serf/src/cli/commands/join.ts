import { ask, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `join`. Source: Serf's command of that name. */
export const join: CliCommand = {
  usage: '[options] ADDRESS...',
  help: 'Tells an agent to join the cluster of the members at these addresses.',
  flags: [
    ...clientFlags,
    { name: 'replay', kind: 'boolean', help: 'Deliver user events from before the join.' },
  ],
  async run({ flags, positionals, withAgent, say }) {
    const max = Number.POSITIVE_INFINITY;
    requireWords(positionals, { min: 1, max, complaint: 'An address to join is wanted.' });
    const isReplaying = flags.isOn('replay');
    const words = 'Error joining the cluster';
    const { count } = await withAgent((client) =>
      ask(client, { type: 'join', peers: positionals, isReplaying }, { type: 'joined', words }),
    );
    say(`Successfully joined cluster by contacting ${count} nodes.`);
    return 0;
  },
};

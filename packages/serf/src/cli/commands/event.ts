import { attempt, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `event`. Source: Serf's command of that name. */
export const event: CliCommand = {
  usage: '[options] NAME [PAYLOAD]',
  help: 'Tells every member of the cluster something, once.',
  flags: [
    ...clientFlags,
    {
      name: 'coalesce',
      kind: 'boolean',
      help: 'Members may be told only the latest of this name; default true.',
    },
  ],
  async run({ flags, positionals, withAgent, say }) {
    requireWords(positionals, { min: 1, max: 2, complaint: 'A name and a payload are wanted.' });
    const [name = '', payload = ''] = positionals;
    const canCoalesce = flags.text('coalesce') !== 'false';
    const request = { type: 'event', name, payload: Buffer.from(payload), canCoalesce } as const;
    await withAgent((client) => attempt('Error sending event', client.request(request)));
    say(`Event '${name}' dispatched! Coalescing enabled: ${canCoalesce}`);
    return 0;
  },
};

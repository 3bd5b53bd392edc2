import { attempt, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `force-leave`. Source: Serf's command of that name. */
export const forceLeave: CliCommand = {
  usage: '[options] NAME',
  help: 'Declares a failed member gone. One that is alive objects and stays.',
  flags: [
    ...clientFlags,
    { name: 'prune', kind: 'boolean', help: 'Forget the member everywhere at once.' },
  ],
  async run({ flags, positionals, withAgent }) {
    requireWords(positionals, { min: 1, max: 1, complaint: "One member's name is wanted." });
    const [node = ''] = positionals;
    const request = { type: 'force-leave', node, isPrune: flags.isOn('prune') } as const;
    await withAgent((client) => attempt('Error force leaving', client.request(request)));
    return 0;
  },
};

import { attempt, parsePairs, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `tags`. Source: Serf's command of that name. */
export const tags: CliCommand = {
  usage: '[options]',
  help: "Changes a running agent's tags.",
  flags: [
    ...clientFlags,
    { name: 'set', kind: 'list', help: 'key=value: set this tag.' },
    { name: 'delete', kind: 'list', help: 'Remove this tag.' },
  ],
  async run({ flags, positionals, withAgent, say }) {
    const [set, deleteTags] = [flags.list('set'), flags.list('delete')];
    const isAny = set.length + deleteTags.length > 0;
    const max = isAny ? 0 : -1;
    requireWords(positionals, { min: 0, max, complaint: 'One of -set and -delete is wanted.' });
    const request = { type: 'tags', tags: parsePairs(set), deleteTags } as const;
    await withAgent((client) => attempt('Error setting tags', client.request(request)));
    say('Successfully updated agent tags');
    return 0;
  },
};

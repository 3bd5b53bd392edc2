import { randomKey } from '@konsul/runtime/command-line';
import { requireWords } from '../attempt.js';
import type { CliCommand } from '../command.js';

/** `keygen`. Source: Serf's command of that name. */
export const keygen: CliCommand = {
  usage: '',
  help: 'Makes a new key for encrypted gossip.',
  flags: [],
  async run({ host, positionals, say }) {
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    say(randomKey(host.rng));
    return 0;
  },
};

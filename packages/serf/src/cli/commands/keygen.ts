import { requireWords } from '../attempt.js';
import type { CliCommand } from '../command.js';

const KEY_BYTES = 32;

/** `keygen`. Source: Serf's command of that name. */
export const keygen: CliCommand = {
  usage: '',
  help: 'Makes a new key for encrypted gossip.',
  flags: [],
  async run({ host, positionals, say }) {
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    say(Buffer.from(host.randomBytes(KEY_BYTES)).toString('base64'));
    return 0;
  },
};

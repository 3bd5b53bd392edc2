import { randomKey } from '@konsul/runtime/command-line';
import { refuseMore } from '../attempt.js';
import type { CliCommand } from '../command.js';

/** `keygen`. Source: Consul's command of that name. */
export const keygen: CliCommand = {
  usage: '',
  help: 'Makes a new key for encrypted gossip.',
  flags: [],
  async run({ host, positionals, say }) {
    refuseMore(positionals, 0);
    say(randomKey(host.rng));
    return 0;
  },
};

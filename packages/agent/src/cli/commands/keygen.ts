import { Buffer } from 'node:buffer';
import { refuseMore } from '../attempt.js';
import type { CliCommand } from '../command.js';

const KEY_BYTES = 32;

/** `keygen`. Source: Consul's command of that name. */
export const keygen: CliCommand = {
  usage: '',
  help: 'Makes a new key for encrypted gossip.',
  flags: [],
  async run({ host, positionals, say }) {
    refuseMore(positionals, 0);
    const key = Buffer.alloc(KEY_BYTES);
    for (let at = 0; at < KEY_BYTES; at += 4) key.writeUInt32LE(host.rng.uint32(), at);
    say(key.toString('base64'));
    return 0;
  },
};

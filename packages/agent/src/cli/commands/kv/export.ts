import { attempt } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand } from '../../command.js';
import { readJson } from '../../http-client.js';
import { JsonView } from '../../json-view.js';
import { kvPath, readKey, readPair } from './pair.js';

/** `kv export`. Source: Consul's command of that name. */
export const kvExport: CliCommand = {
  usage: '[options] [PREFIX]',
  help: 'Prints everything below a prefix as JSON, for import.',
  flags: serverFlags,
  async run({ client, positionals, say }) {
    const query = { recurse: true as const };
    const call = client.send({ path: kvPath(readKey(positionals)), query, accepts: [404] });
    const response = await attempt('Error querying Konsul agent', call);
    const entries = response.status === 404 ? [] : new JsonView(readJson(response)).items();
    const pairs = entries.map(readPair).map(({ key, flags, value }) => ({
      key,
      flags,
      value: value.toString('base64'),
    }));
    const json = JSON.stringify(pairs, undefined, '\t');
    // Flags have 64 bits, which only their digits hold; no other line can begin like this.
    say(json.replace(/^\t\t"flags": "(\d+)"/gm, '\t\t"flags": $1'));
    return 0;
  },
};

import { booleanFlags, valueFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../errors.js';
import { attempt } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand } from '../../command.js';
import { JsonView } from '../../json-view.js';
import { kvPath, readKey, requireKey } from './pair.js';

/** `kv delete`. Source: Consul's command of that name. */
export const kvDelete: CliCommand = {
  usage: '[options] KEY_OR_PREFIX',
  help: 'Removes a key, or all below a prefix.',
  flags: [
    ...serverFlags,
    ...booleanFlags({
      cas: 'Remove only if the key is still at -modify-index.',
      recurse: 'Remove everything below the prefix.',
    }),
    ...valueFlags({ 'modify-index': 'Index for -cas.' }),
  ],
  async run({ client, flags, positionals, say, complain }) {
    const key = readKey(positionals);
    const isRecursive = flags.isOn('recurse');
    const isCas = flags.isOn('cas');
    const index = flags.text('modify-index');
    if (!isRecursive) requireKey(key);
    if (isRecursive && isCas) {
      throw new AgentError('INVALID_USAGE', 'Error! Cannot specify -cas with -recurse!');
    }
    if (isCas !== (index !== undefined)) {
      const detail = isCas
        ? 'Error! Must specify -modify-index with -cas!'
        : 'Error! Cannot specify -modify-index without -cas!';
      throw new AgentError('INVALID_USAGE', detail);
    }
    const query = { recurse: isRecursive ? (true as const) : undefined, cas: index };
    const call = client.json({ method: 'DELETE', path: kvPath(key), query });
    const isDone = new JsonView(await attempt(`Error! Did not delete key ${key}`, call)).isTrue();
    if (isCas && !isDone) {
      complain(`Error! Did not delete key ${key}: CAS failed`);
      return 1;
    }
    say(`Success! Deleted ${isRecursive ? 'keys with prefix' : 'key'}: ${key}`);
    return 0;
  },
};

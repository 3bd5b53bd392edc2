import { Buffer } from 'node:buffer';
import { AgentError } from '../../../errors.js';
import { attempt, refuseMore } from '../../attempt.js';
import type { CliCommand } from '../../command.js';
import { serverFlags, valueFlags } from '../../flag-spec.js';
import { JsonView } from '../../json-view.js';
import { kvPath, readData } from './pair.js';

/** `kv import`. Source: Consul's command of that name. */
export const kvImport: CliCommand = {
  usage: '[options] DATA',
  help: 'Writes what export printed: as given, of a file as @FILE, or of standard input as -.',
  flags: [...serverFlags, ...valueFlags({ prefix: 'Put in front of every key.' })],
  async run({ client, flags, host, positionals, say }) {
    refuseMore(positionals, 1);
    const [data] = positionals;
    if (data === undefined) throw new AgentError('INVALID_USAGE', 'Error! Missing DATA argument');
    const text = Buffer.from(await readData(data, host)).toString();
    for (const entry of parseEntries(text)) {
      const key = `${flags.text('prefix') ?? ''}${entry.field('key').text()}`;
      const call = client.send({
        method: 'PUT',
        path: kvPath(key),
        query: { flags: entry.field('flags').text() || '0' },
        body: Buffer.from(entry.field('value').text(), 'base64'),
      });
      await attempt(`Error! Failed writing data for key ${key}`, call);
      say(`Imported: ${key}`);
    }
    return 0;
  },
};

function parseEntries(text: string): JsonView[] {
  try {
    const exact = text.replace(/"flags":(\s*)(\d{16,})/g, '"flags":$1"$2"');
    return new JsonView(JSON.parse(exact)).items();
  } catch (cause) {
    throw new AgentError('INVALID_USAGE', 'Cannot unmarshal data: it is not JSON', { cause });
  }
}

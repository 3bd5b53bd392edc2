import { Buffer } from 'node:buffer';
import { valueFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../errors.js';
import { attempt, refuseMore } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand } from '../../command.js';
import { JsonView } from '../../json-view.js';
import { decodeBase64, kvPath, readData } from './pair.js';

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
    const prefix = flags.text('prefix') ?? '';
    for (const entry of parseEntries(text)) {
      const key = `${prefix}${entry.key}`;
      const call = client.send({
        method: 'PUT',
        path: kvPath(key),
        query: { flags: entry.flags },
        body: entry.value,
      });
      await attempt(`Error! Failed writing data for key ${key}`, call);
      say(`Imported: ${key}`);
    }
    return 0;
  },
};

interface Entry {
  readonly key: string;
  readonly flags: string;
  readonly value: Buffer;
}

/** All of them are read before the first is written, so that a mistake in one leaves nothing half done. */
function parseEntries(text: string): Entry[] {
  const list = parseJson(text);
  if (Array.isArray(list)) return list.map((entry, index) => parseEntry(entry, `Entry ${index}`));
  throw unusable('it must be a list of entries with key, flags and value, as export prints it');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/"flags":(\s*)(\d{16,})/g, '"flags":$1"$2"'));
  } catch (cause) {
    throw unusable('it is not JSON', cause);
  }
}

function parseEntry(value: unknown, what: string): Entry {
  const entry = new JsonView(value);
  const key = textOf(value, 'key');
  const data = textOf(value, 'value');
  if (key === undefined || key === '') throw unusable(`${what} has no key`);
  if (data === undefined) throw unusable(`${what} ("${key}") has no value`);
  const flags = entry.field('flags').text() || '0';
  if (!/^\d{1,20}$/.test(flags)) throw unusable(`${what} ("${key}") has flags that are no number`);
  return { key, flags, value: decodeBase64(data, `The value of "${key}"`) };
}

/** What export prints as a text, and nothing that could be taken for one. */
function textOf(value: unknown, field: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return undefined;
  const text = (value as Readonly<Record<string, unknown>>)[field];
  return typeof text === 'string' ? text : undefined;
}

function unusable(reason: string, cause?: unknown): AgentError {
  return new AgentError('INVALID_USAGE', `Cannot unmarshal data: ${reason}`, { cause });
}

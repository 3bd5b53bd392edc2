import { SerfError } from '../../errors.js';
import type { IpcStats } from '../../ipc/ipc-response.js';
import { ask, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';
import { formatJson } from '../go-json.js';

/** `info`. Source: Serf's command of that name. */
export const info: CliCommand = {
  usage: '[options]',
  help: 'Shows what an agent knows of itself.',
  flags: [...clientFlags, { name: 'format', kind: 'value', help: 'text or json; default text.' }],
  async run({ flags, positionals, withAgent, say }) {
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    const isJson = readFormat(flags.text('format')) === 'json';
    const words = 'Error querying agent';
    const { groups } = await withAgent((client) =>
      ask(client, { type: 'stats' }, { type: 'stats', words }),
    );
    say(isJson ? formatJson(sorted(groups)) : textOf(groups));
    return 0;
  },
};

/** @throws SerfError INVALID_USAGE unless it is `text`, `json` or not given. */
export function readFormat(text = 'text'): 'text' | 'json' {
  if (text === 'text' || text === 'json') return text;
  throw new SerfError('INVALID_USAGE', `Invalid output format "${text}": text or json is wanted`);
}

function sorted(groups: IpcStats): IpcStats {
  return Object.fromEntries(
    inOrder(groups).map(([name, group]) => [name, Object.fromEntries(inOrder(group))]),
  );
}

function textOf(groups: IpcStats): string {
  return inOrder(groups)
    .map(([name, group]) => {
      const lines = inOrder(group).map(([key, value]) => `\n\t${key} = ${value}`);
      return `${name}:${lines.join('')}`;
    })
    .join('\n');
}

function inOrder<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1));
}

import { Buffer } from 'node:buffer';
import { booleanFlags, type FlagValues, valueFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../errors.js';
import { attempt } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand, CommandContext } from '../../command.js';
import { JsonView } from '../../json-view.js';
import { decodeBase64, kvPath, readData, readKey, requireKey } from './pair.js';

/** `kv put`. Source: Consul's command of that name. */
export const kvPut: CliCommand = {
  usage: '[options] KEY [DATA]',
  help: 'Writes a value: as given, of a file as @FILE, or of standard input as -.',
  flags: [
    ...serverFlags,
    ...booleanFlags({
      acquire: 'Take the lock of the key; needs -session.',
      base64: 'The data is given in base64.',
      cas: 'Write only if the key is still at -modify-index; 0 means absent.',
      release: 'Give the lock of the key back; needs -session.',
    }),
    ...valueFlags({
      flags: 'A number of 64 bits kept with the value.',
      'modify-index': 'Index for -cas. Default 0.',
      session: 'Session for -acquire and -release.',
    }),
  ],
  async run(context) {
    const { client, flags, positionals, host } = context;
    const key = readKey(positionals, 2);
    requireKey(key);
    checkFlags(flags);
    const given = await readData(positionals[1] ?? '', host);
    const body = flags.isOn('base64')
      ? decodeBase64(Buffer.from(given).toString(), 'The data')
      : given;
    const session = flags.text('session');
    const call = client.json({
      method: 'PUT',
      path: kvPath(key),
      query: {
        flags: flags.text('flags'),
        cas: flags.isOn('cas') ? (flags.text('modify-index') ?? '0') : undefined,
        acquire: flags.isOn('acquire') ? session : undefined,
        release: flags.isOn('release') ? session : undefined,
      },
      body,
    });
    const isDone = new JsonView(await attempt('Error! Failed writing data', call)).isTrue();
    return report(context, key, isDone);
  },
};

function checkFlags(flags: FlagValues): void {
  for (const name of ['flags', 'modify-index']) {
    const text = flags.text(name);
    if (text !== undefined && !/^\d{1,20}$/.test(text)) {
      throw new AgentError('INVALID_USAGE', `-${name} must be a whole number, got ${text}`);
    }
  }
  for (const name of ['acquire', 'release']) {
    if (flags.isOn(name) && flags.text('session') === undefined) {
      const detail = `Error! Missing -session (required with -${name})`;
      throw new AgentError('INVALID_USAGE', detail);
    }
  }
}

function report({ flags, say, complain }: CommandContext, key: string, isDone: boolean): number {
  const [done, failed] = flags.isOn('cas')
    ? [`Success! Data written to: ${key}`, `Error! Did not write to ${key}: CAS failed`]
    : flags.isOn('acquire')
      ? [`Success! Lock acquired on: ${key}`, 'Error! Did not acquire lock']
      : flags.isOn('release')
        ? [`Success! Lock released on: ${key}`, 'Error! Did not release lock']
        : [`Success! Data written to: ${key}`, `Error! Did not write to ${key}`];
  if (isDone) say(done);
  else complain(failed);
  return isDone ? 0 : 1;
}

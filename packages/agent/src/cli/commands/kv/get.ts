import { booleanFlags, formatTable, valueFlags } from '@konsul/runtime/command-line';
import { attempt } from '../../attempt.js';
import { serverFlags } from '../../client-flags.js';
import type { CliCommand, CommandContext } from '../../command.js';
import { readJson } from '../../http-client.js';
import { JsonView } from '../../json-view.js';
import { type KvPair, kvPath, readKey, readPair, requireKey } from './pair.js';

const WORDS = 'Error querying Konsul agent';
const DETAIL_GAP_WIDTH = 6;

/** `kv get`. Source: Consul's command of that name. */
export const kvGet: CliCommand = {
  usage: '[options] [KEY_OR_PREFIX]',
  help: 'Prints the value of a key, or all below a prefix.',
  flags: [
    ...serverFlags,
    ...booleanFlags({
      base64: 'Print the value in base64.',
      detailed: 'Print what is known of the key besides its value.',
      keys: 'Print keys below the prefix without values.',
      recurse: 'Print everything below the prefix.',
    }),
    ...valueFlags({ separator: 'Fold keys at this text. Default "/".' }),
  ],
  async run(context) {
    const { flags, positionals } = context;
    const key = readKey(positionals);
    if (flags.isOn('keys')) return listKeys(context, key);
    if (flags.isOn('recurse')) return listPairs(context, key);
    requireKey(key);
    return getPair(context, key);
  },
};

async function getPair(
  { client, flags, host, say, complain }: CommandContext,
  key: string,
): Promise<number> {
  const response = await attempt(WORDS, client.send({ path: kvPath(key), accepts: [404] }));
  const [entry] = response.status === 404 ? [] : new JsonView(readJson(response)).items();
  if (entry === undefined) {
    complain(`Error! No key exists at: ${key}`);
    return 1;
  }
  const pair = readPair(entry);
  if (flags.isOn('detailed')) say(detailed(pair, flags.isOn('base64')));
  else if (flags.isOn('base64')) say(pair.value.toString('base64'));
  else {
    // Values are bytes, and go to pipes and files as such.
    host.stdout(pair.value);
    say('');
  }
  return 0;
}

async function listKeys({ client, flags, say }: CommandContext, prefix: string): Promise<number> {
  const query = { keys: true as const, separator: flags.text('separator') ?? '/' };
  const call = client.send({ path: kvPath(prefix), query, accepts: [404] });
  const response = await attempt(WORDS, call);
  if (response.status === 404) return 0;
  for (const key of new JsonView(readJson(response)).items()) say(key.text());
  return 0;
}

async function listPairs({ client, flags, say }: CommandContext, prefix: string): Promise<number> {
  const query = { recurse: true as const };
  const call = client.send({ path: kvPath(prefix), query, accepts: [404] });
  const response = await attempt(WORDS, call);
  const pairs =
    response.status === 404 ? [] : new JsonView(readJson(response)).items().map(readPair);
  const isBase64 = flags.isOn('base64');
  if (flags.isOn('detailed')) {
    if (pairs.length > 0) say(pairs.map((pair) => detailed(pair, isBase64)).join('\n\n'));
    return 0;
  }
  for (const { key, value } of pairs) say(`${key}:${value.toString(isBase64 ? 'base64' : 'utf8')}`);
  return 0;
}

function detailed(pair: KvPair, isBase64: boolean): string {
  const rows = [
    ['CreateIndex', pair.createIndex],
    ['Flags', pair.flags],
    ['Key', pair.key],
    ['LockIndex', pair.lockIndex],
    ['ModifyIndex', pair.modifyIndex],
    ['Session', pair.session === '' ? '-' : pair.session],
    ['Value', pair.value.toString(isBase64 ? 'base64' : 'utf8')],
  ];
  return formatTable(rows, DETAIL_GAP_WIDTH);
}

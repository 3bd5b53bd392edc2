import { Keyring, SwimError } from '@konsul/swim';
import { SerfError } from '../../errors.js';
import { parseBase64 } from '../../ipc/base64-key.js';
import { reasonOf } from '../../ipc/reason-of.js';
import type { AgentHost } from './agent-host.js';
import type { AgentSettings } from './agent-settings.js';

/**
 * The keys of an agent, from its settings or its keyring file; undefined when it has none.
 *
 * @throws SerfError INVALID_CONFIG when a key is none, or when there are two sources.
 */
export async function loadKeyring(
  { encryptKey = '', keyringFile = '' }: Pick<AgentSettings, 'encryptKey' | 'keyringFile'>,
  host: Pick<AgentHost, 'readFile'>,
): Promise<Keyring | undefined> {
  if (keyringFile === '') {
    return encryptKey === '' ? undefined : keyringOf([encryptKey], () => 'Invalid encryption key');
  }
  if (encryptKey !== '') fail('Encryption key not allowed while using a keyring');
  let keys: unknown;
  try {
    keys = JSON.parse(await host.readFile(keyringFile));
  } catch (error) {
    return fail(`Failed to read keyring file ${keyringFile}: ${reasonOf(error)}`);
  }
  if (!isTextList(keys)) {
    return fail(`Failed to decode keyring file: ${keyringFile} holds no list of keys`);
  }
  if (keys.length === 0) return fail(`Keyring file contains no keys: ${keyringFile}`);
  return keyringOf(keys, (index) => `Failed to decode key ${index + 1} of keyring ${keyringFile}`);
}

/** Keeps keys for the next start, the one in use first. */
export async function saveKeyring(
  path: string,
  keyring: Keyring,
  host: Pick<AgentHost, 'writeFile'>,
): Promise<void> {
  const keys = keyring.list().map((key) => Buffer.from(key).toString('base64'));
  await host.writeFile(path, JSON.stringify(keys, undefined, 2));
}

/** @param words - of each key by its place, in front of what is wrong with it. */
function keyringOf(texts: readonly string[], words: (index: number) => string): Keyring {
  const keyring = new Keyring();
  for (const [index, text] of texts.entries()) {
    const key = parseBase64(text);
    if (typeof key === 'string') return fail(`${words(index)}: ${key}`);
    try {
      keyring.add(key);
    } catch (error) {
      if (!(error instanceof SwimError)) throw error;
      return fail(`${words(index)}: ${reasonOf(error)}`);
    }
  }
  return keyring;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function fail(detail: string): never {
  throw new SerfError('INVALID_CONFIG', detail);
}

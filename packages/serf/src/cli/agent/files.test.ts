import { describe, expect, test } from 'vitest';
import { SerfError } from '../../errors.js';
import { loadKeyring, saveKeyring } from './keyring-file.js';
import { resolveAddresses } from './resolve-addresses.js';
import { loadTagsFile, saveTagsFile } from './tags-file.js';

const KEY = 'MDEyMzQ1Njc4OWFiY2RlZg==';
const OTHER_KEY = 'ZmVkY2JhOTg3NjU0MzIxMA==';

function diskWith(files: Record<string, string>): {
  readonly readFile: (path: string) => Promise<string>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
} {
  return {
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    },
    writeFile: async (path, text) => {
      files[path] = text;
    },
  };
}

describe('keys', () => {
  test('come from the setting or from the file, the first one in use', async () => {
    const disk = diskWith({ ring: JSON.stringify([OTHER_KEY, KEY]) });
    const both = { encryptKey: undefined, keyringFile: undefined };
    expect(await loadKeyring(both, disk)).toBeUndefined();
    expect((await loadKeyring({ ...both, encryptKey: KEY }, disk))?.size).toBe(1);
    const ring = await loadKeyring({ ...both, keyringFile: 'ring' }, disk);
    expect(Buffer.from(ring?.list()[0] ?? []).toString('base64')).toBe(OTHER_KEY);
  });

  test('are kept as they were read', async () => {
    const files = { ring: JSON.stringify([KEY]) };
    const disk = diskWith(files);
    const ring = await loadKeyring({ encryptKey: undefined, keyringFile: 'ring' }, disk);
    ring?.add(Buffer.from(OTHER_KEY, 'base64'));
    if (ring !== undefined) await saveKeyring('ring', ring, disk);
    expect(JSON.parse(files.ring)).toEqual([KEY, OTHER_KEY]);
  });

  test.each([
    ['short', undefined, 'Invalid encryption key: illegal base64 data at input byte 4'],
    ['AAAA', undefined, 'Invalid encryption key: key must be 16, 24 or 32 bytes long, not 3'],
    [KEY, 'ring', 'Encryption key not allowed while using a keyring'],
    [undefined, 'missing', 'Failed to read keyring file missing: no such file'],
    [undefined, 'empty', 'Keyring file contains no keys: empty'],
    [undefined, 'cut', 'Failed to decode key 2 of keyring cut: illegal base64 data'],
    [undefined, 'small', 'Failed to decode key 2 of keyring small: key must be 16, 24 or 32 bytes'],
    [undefined, 'wrong', 'wrong holds no list of keys'],
  ])('are refused with the reason: %s %s', async (encryptKey, keyringFile, reason) => {
    const disk = diskWith({
      ring: '[]',
      empty: '[]',
      wrong: '{}',
      cut: JSON.stringify([KEY, KEY.slice(1)]),
      small: JSON.stringify([KEY, 'AAAA']),
    });
    await expect(loadKeyring({ encryptKey, keyringFile }, disk)).rejects.toThrow(reason);
  });
});

describe('tags', () => {
  test('are kept in a file', async () => {
    const disk = diskWith({});
    expect(await loadTagsFile('tags', disk)).toBeUndefined();
    await saveTagsFile('tags', { role: 'web' }, disk);
    expect(await loadTagsFile('tags', disk)).toEqual({ role: 'web' });
  });

  test('that are none are refused', async () => {
    const disk = diskWith({ a: '[]', b: '{"x":1}', c: '{' });
    for (const path of ['a', 'b', 'c']) {
      await expect(loadTagsFile(path, disk)).rejects.toThrow(SerfError);
    }
  });
});

describe('addresses', () => {
  const host = {
    interfaceAddresses: (name: string): readonly string[] | undefined =>
      ({ eth0: ['169.254.1.1', '10.0.0.5'], empty: [] })[name],
  };
  const settings = {
    bind: '0.0.0.0',
    advertise: undefined,
    rpcAddress: '127.0.0.1:7373',
    networkInterface: undefined,
  };

  test('have default ports, and Go’s notation for all addresses', async () => {
    const given = { ...settings, bind: ':5000', advertise: '10.1.1.1', rpcAddress: '[::1]' };
    expect(await resolveAddresses(given, host)).toEqual({
      bind: { host: '0.0.0.0', port: 5_000 },
      advertise: { host: '10.1.1.1', port: 0 },
      rpc: { host: '::1', port: 7_373 },
    });
  });

  test('come from an interface, or must be on it', async () => {
    const at = async (bind: string, networkInterface: string): Promise<string> => {
      return (await resolveAddresses({ ...settings, bind, networkInterface }, host)).bind.host;
    };
    expect(await at('0.0.0.0', 'eth0')).toBe('10.0.0.5');
    expect(await at('10.0.0.5:1', 'eth0')).toBe('10.0.0.5');
    await expect(at('10.0.0.6', 'eth0')).rejects.toThrow("Interface 'eth0' has no '10.0.0.6'");
    await expect(at('0.0.0.0', 'empty')).rejects.toThrow('Failed to find usable address');
    await expect(at('0.0.0.0', 'no')).rejects.toThrow('there is no no');
  });

  test('that are none are refused by name', async () => {
    const refused = resolveAddresses({ ...settings, bind: 'a b' }, host);
    await expect(refused).rejects.toThrow('Invalid bind address: "a b" is no host with a port');
  });
});

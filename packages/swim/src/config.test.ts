import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveConfig, type SwimConfigInput } from './config.js';
import { lanConfig, localConfig, wanConfig } from './core/config.js';

function refusal(input: SwimConfigInput): string {
  try {
    resolveConfig(input);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

describe('resolveConfig', () => {
  test('gives a profile as it is', () => {
    expect(resolveConfig({ name: 'a' })).toEqual(lanConfig('a'));
    expect(resolveConfig({ name: 'a', profile: 'wan' })).toEqual(wanConfig('a'));
    expect(resolveConfig({ name: 'a', profile: 'local' })).toEqual(localConfig('a'));
  });

  test('lays differences over the profile and leaves out what is undefined', () => {
    const partial = { probeIntervalMs: 2_000, probeTimeoutMs: undefined };
    const config = resolveConfig({ name: 'a', ...partial } as unknown as SwimConfigInput);
    expect(config).toEqual({ ...lanConfig('a'), probeIntervalMs: 2_000 });
  });

  test.each([
    [{ name: '' }, '[INVALID_CONFIG] name must be 1 to 255 bytes; it is ""'],
    [{ name: 'ä'.repeat(128) }, 'name must be 1 to 255 bytes'],
    [
      { name: 'a', indirectProbeCount: 1.5 },
      'indirectProbeCount must be an integer of 0 to 100; it is 1.5',
    ],
    [
      { name: 'a', packetBytesMax: 100 },
      'packetBytesMax must be an integer of 512 to 65507; it is 100',
    ],
    [
      { name: 'a', gossipIntervalMs: Number.NaN },
      'gossipIntervalMs must be a number of 0 to 86400000; it is NaN',
    ],
    [
      { name: 'a', probeTimeoutMs: 1_000 },
      'probeTimeoutMs must be below probeIntervalMs 1000; it is 1000',
    ],
    [
      { name: 'a', allowedCidrs: ['10.0.0.0/33'] },
      'allowedCidrs must be a network such as 10.0.0.0/8; it is "10.0.0.0/33"',
    ],
    [{ name: 'a', delegateVersions: { min: 2, max: 5, current: 6 } }, 'delegateVersions must be'],
    [{ name: 'a', profile: 'moon' }, 'profile must be one of lan, wan, local; it is "moon"'],
    [
      { name: 'a', probeInterval: 5 },
      'there is no option probeInterval; did you mean probeIntervalMs?',
    ],
    [
      { name: 'a', isReconnectEnabled: 'no' },
      'isReconnectEnabled must be true or false; it is "no"',
    ],
    [{ name: 'a', allowedCidrs: '10.0.0.0/8' }, 'allowedCidrs must be a list of texts'],
    [{ name: 'a', delegateVersions: 5 }, 'delegateVersions must be an object; it is 5'],
  ])('refuses %o and says what it may be', (input, message) => {
    expect(refusal(input as unknown as SwimConfigInput)).toContain(message);
  });
});

test('the README shows the defaults of every profile as they are', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const shown = [...readme.matchAll(/^\| `(\w+)` +\| (-?\w+) +\| (-?\w+) +\| (-?\w+) +\|/gm)].map(
    (row) => row.slice(1),
  );
  const plain = Object.entries(lanConfig('a')).filter(([, value]) =>
    /^(number|boolean)$/.test(typeof value),
  );
  const [wan, local] = [
    new Map(Object.entries(wanConfig('a'))),
    new Map(Object.entries(localConfig('a'))),
  ];
  const actual = plain.map(([field, value]) => [
    field,
    `${value}`,
    `${wan.get(field)}`,
    `${local.get(field)}`,
  ]);
  expect(shown).toEqual(actual);
});

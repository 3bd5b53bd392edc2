import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig, resolveConfig } from './config.js';

describe('settings', () => {
  it('have defaults that pass their own checks', () => {
    expect(resolveConfig()).toEqual(defaultConfig);
    expect(resolveConfig({})).toEqual(defaultConfig);
  });

  it('elect a new leader in well under a second on a LAN', () => {
    const { electionTimeoutMaxMs, electionTimeoutMinMs, heartbeatIntervalMs } = defaultConfig;
    expect(electionTimeoutMaxMs).toBeLessThanOrEqual(500);
    expect(electionTimeoutMinMs).toBeGreaterThanOrEqual(5 * heartbeatIntervalMs);
  });

  it('stretch every protocol duration by the multiplier, except those set by hand', () => {
    const config = resolveConfig({ timeMultiplier: 4, readTimeoutMs: 123 });
    expect(config).toMatchObject({
      heartbeatIntervalMs: 200,
      electionTimeoutMinMs: 1_000,
      electionTimeoutMaxMs: 2_000,
      checkQuorumTimeoutMs: 2_000,
      storageStallTimeoutMs: 8_000,
      transferTimeoutMs: 2_000,
      readTimeoutMs: 123,
    });
  });

  it.each([
    [{ heartbeatIntervalMs: 0 }, 'heartbeatIntervalMs must be a number of 1 to 3600000; it is 0'],
    [
      { messageBytesMax: Number.NaN },
      'messageBytesMax must be a number of 1 to 67108864; it is NaN',
    ],
    [
      { electionTimeoutMinMs: 600 },
      'electionTimeoutMinMs must be at most electionTimeoutMaxMs (500); it is 600',
    ],
    [{ electionTimeoutMinMs: 60 }, 'at least twice heartbeatIntervalMs (50)'],
    [
      { trailingEntries: 50_000 },
      'trailingEntries must be at most laggingEntriesMax (40960); it is 50000',
    ],
    [{ nonsense: 1 } as object, 'there is no option config.nonsense'],
  ])('refuse %j and say why', (options, text) => {
    expect(() => resolveConfig(options)).toThrow(text);
    expect(() => resolveConfig(options)).toThrow('[INVALID_CONFIG]');
  });
});

describe('the comment of a setting', () => {
  const sources = ['config.ts', 'core/core-config.ts'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  const numberOf = (text = ''): number => {
    const [digits = '', unit] = text.split(' ');
    return Number(digits.replaceAll(',', '')) * (unit === 'MiB' ? 2 ** 20 : 1);
  };

  it.each(Object.entries(defaultConfig))('gives the default and the bounds of %s', (key, value) => {
    const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n {2}readonly ${key}:`);
    const [, text] = sources.flatMap((source) => comment.exec(source) ?? []);
    const found = /Default ([\d.,]+(?: MiB)?); ([\d.,]+) to ([\d.,]+(?: MiB)?)\./.exec(text ?? '');
    const [told, min, max] = (found ?? []).slice(1).map(numberOf);
    expect(told).toBe(value);
    expect(() => resolveConfig({ [key]: -1 })).toThrow(
      `${key} must be a number of ${min} to ${max}`,
    );
  });
});

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
    [{ heartbeatIntervalMs: 0 }, 'heartbeatIntervalMs is 0: must be a number from 1 to 3600000'],
    [{ messageBytesMax: Number.NaN }, 'messageBytesMax is NaN'],
    [{ electionTimeoutMinMs: 600 }, 'electionTimeoutMinMs is 600: must not be above'],
    [{ electionTimeoutMinMs: 60 }, 'at least twice heartbeatIntervalMs (50)'],
    [{ trailingEntries: 50_000 }, 'trailingEntries is 50000: must not be above laggingEntriesMax'],
    [{ nonsense: 1 } as object, 'there is no option config.nonsense'],
  ])('refuse %j and say why', (options, text) => {
    expect(() => resolveConfig(options)).toThrow(text);
    expect(() => resolveConfig(options)).toThrow('[INVALID_CONFIG]');
  });
});

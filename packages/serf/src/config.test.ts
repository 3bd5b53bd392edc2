import { describe, expect, test } from 'vitest';
import { resolveConfig } from './config.js';

describe('the configuration', () => {
  test('is complete from a name alone', () => {
    const config = resolveConfig({ name: 'a' });
    expect(config).toMatchObject({ protocolVersion: 5, reconnectTimeoutMs: 86_400_000 });
    expect(config.swim).toMatchObject({
      name: 'a',
      delegateVersions: { min: 2, max: 5, current: 5 },
    });
  });

  test('takes what differs, for both layers', () => {
    const config = resolveConfig({
      name: 'a',
      profile: 'wan',
      swim: { gossipIntervalMs: 300 },
      tuning: { reconnectTimeoutMs: 72 * 3_600_000, protocolVersion: 4 },
    });
    expect(config.reconnectTimeoutMs).toBe(259_200_000);
    expect(config.swim).toMatchObject({
      gossipIntervalMs: 300,
      probeIntervalMs: 5_000,
      delegateVersions: { current: 4 },
    });
  });

  test.each([
    [
      { tuning: { eventBufferCount: 0 } },
      /eventBufferCount must be an integer of 1 to 65536; it is 0/,
    ],
    [{ tuning: { userEventBytesMax: 9_217 } }, /userEventBytesMax .* 9216/],
    [{ tuning: { protocolVersion: 6 } }, /protocolVersion must be an integer of 2 to 5; it is 6/],
    [
      { tuning: { reapIntervalMs: Number.NaN } },
      /reapIntervalMs must be a number of 0 to 86400000; it is NaN/,
    ],
    [
      { tuning: { reapInterval: 5 } as object },
      /there is no option tuning.reapInterval; did you mean reapIntervalMs\?/,
    ],
    [{ tuning: { toString: 5 } as object }, /there is no option tuning.toString/],
    [
      { tuning: { isNameValidated: 'no' } as object },
      /isNameValidated must be true or false; .*"no"/,
    ],
    [{ swim: { probeIntervalMs: -1 } }, /probeIntervalMs/],
  ])('refuses %j, naming what is wrong', (input, message) => {
    expect(() => resolveConfig({ name: 'a', ...input })).toThrow(message);
    expect(() => resolveConfig({ name: 'a', ...input })).toThrow(/^\[INVALID_CONFIG\]/);
  });
});

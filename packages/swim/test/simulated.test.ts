import type { SimulatedMember, SimulatedProtocol } from '@konsul/simulation';
import { expect, expectTypeOf, test } from 'vitest';
import { isSwimError } from '../src/index.js';
import { packetType } from '../src/simulated/packet-type.js';
import { protocol } from '../src/simulated/simulated-swim.js';
import { tuningFromText } from '../src/simulated/tuning-from-text.js';

test('what the simulator loads has the shape that it asks for', () => {
  expectTypeOf(protocol).toExtend<SimulatedProtocol>();
  expectTypeOf<ReturnType<typeof protocol.start>>().toExtend<SimulatedMember>();
  const checked: SimulatedProtocol = protocol;
  expect(checked.name).toBe('swim');
});

test('options in words become a configuration', () => {
  expect(
    tuningFromText({ profile: 'wan', probeIntervalMs: '250', isRefusalTrusted: 'false' }),
  ).toEqual({ profile: 'wan', probeIntervalMs: 250, isRefusalTrusted: false });
});

const refused: Readonly<Record<string, string>>[] = [
  { noSuchOption: '1' },
  { toString: '1' },
  { probeIntervalMs: 'soon' },
  { isRefusalTrusted: '1' },
  { profile: 'moon' },
  { name: 'other' },
];

test.each(refused)('an option that cannot be is refused: %o', (options) => {
  expect(() => tuningFromText(options)).toThrow(
    expect.toSatisfy((error) => isSwimError(error, 'INVALID_CONFIG')),
  );
});

test('what a description sets is checked before anything runs, and misspelt names are guessed', () => {
  expect(() => protocol.checkOptions({ suspicionMultiplier: '5' })).not.toThrow();
  expect(() => protocol.checkOptions({ suspicionMultipler: '5' })).toThrow(
    'there is no option suspicionMultipler; did you mean suspicionMultiplier?',
  );
  expect(() => protocol.checkOptions({ suspicionMultiplier: '500' })).toThrow(
    'suspicionMultiplier must be an integer of 1 to 100; it is 500',
  );
});

test('a packet is named by its first message, whatever it is wrapped in', () => {
  expect(packetType(Uint8Array.of(0, 1))).toBe('ping');
  expect(packetType(Uint8Array.of(12, 0, 0, 0, 0, 2))).toBe('ack');
  expect(packetType(Uint8Array.of(7, 2, 0, 1, 0, 1, 4, 5))).toBe('alive');
  expect(packetType(Uint8Array.of(9))).toBe('compress');
  expect(packetType(new Uint8Array(0))).toBe('unknown');
  expect(packetType(Uint8Array.of(99))).toBe('unknown');
});

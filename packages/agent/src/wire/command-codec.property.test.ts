import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { anyCommand } from '../../test/command-arbitraries.js';
import { applyCommand } from '../commands/apply-command.js';
import { UnknownCommandError } from '../commands/unknown-command-error.js';
import { emptyState } from '../state/state.js';
import { isMalformed } from './codec.js';
import { commandCodec, commandFamilyCodec, encodeCommand } from './command-codec.js';
import { agent as wire } from './gen/agent.js';

describe('the command codec', () => {
  test.prop([anyCommand])('gives back what was encoded', (command) => {
    const decoded = commandCodec.decode(encodeCommand(command));
    expect(decoded).toMatchObject(command);
    // Once it has been through the wire, every field is there and nothing changes any more.
    if (!isMalformed(decoded)) {
      expect(commandCodec.decode(commandCodec.encode(decoded))).toEqual(decoded);
    }
  });

  test.prop([anyCommand, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 })])(
    'never throws on damaged bytes, and neither does applying them unless they are of another release',
    (command, damages) => {
      const bytes = new Uint8Array(encodeCommand(command));
      for (const [at, value] of damages) bytes[at % bytes.length] = value;
      const decoded = commandCodec.decode(bytes);
      if (!isMalformed(decoded) && decoded.type === 'unknown') return;
      const { state, result } = applyCommand(emptyState(), bytes, 7);
      if (isMalformed(decoded)) expect(result).toMatchObject({ code: 'MALFORMED' });
      expect(state).toBeDefined();
    },
  );

  it('keeps what it has read apart from the bytes it read from', () => {
    const bytes = encodeCommand({
      type: 'kv-set',
      key: 'k',
      value: new Uint8Array([1, 2, 3]),
      flags: 0n,
    });
    const { state } = applyCommand(emptyState(), bytes, 1);
    bytes.fill(0);
    expect(state.trees.kv.get('k')?.value).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('refuses a status that is none', () => {
    const bytes = wire.Command.encode({
      version: 1,
      register: { node: { node: 'a', address: 'b' }, checks: [{ checkId: 'c', status: 'bad' }] },
    }).finish();
    const { result } = applyCommand(emptyState(), bytes, 1);
    expect(result).toEqual({
      type: 'failure',
      code: 'MALFORMED',
      message: "Invalid check status: 'bad'",
    });
  });

  it('takes a request of its own family only', () => {
    const codec = commandFamilyCodec('kv-set', 'kv-delete');
    const own = encodeCommand({ type: 'kv-delete', key: 'k' });
    const foreign = encodeCommand({ type: 'area-delete', id: 'a' });
    expect(codec.decode(own)).toEqual({ type: 'kv-delete', key: 'k' });
    expect(codec.decode(foreign)).toMatchObject({ type: 'malformed' });
  });
});

describe('a command of a later release', () => {
  it.each([
    ['a newer format', { version: 2, kv: { operation: wire.KvCommand.Operation.SET } }],
    ['an unknown body', { version: 1 }],
    ['an unknown operation', { version: 1, kv: { operation: 99 } }],
  ])('stops the server if it must not be left out: %s', (_case, message) => {
    const bytes = wire.Command.encode(message).finish();
    expect(() => applyCommand(emptyState(), bytes, 9)).toThrow(UnknownCommandError);
  });

  it('is left out if it says that this does no harm', () => {
    const state = emptyState();
    const bytes = wire.Command.encode({ version: 2, isIgnorable: true }).finish();
    const applied = applyCommand(state, bytes, 9);
    expect(applied).toEqual({ state, result: { type: 'ignored' }, touched: [] });
  });
});

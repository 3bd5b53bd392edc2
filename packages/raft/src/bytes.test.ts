import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isBytes, requireBytes, requireChunks } from './bytes.js';
import { createSessionClient } from './session/session-client.js';
import { encodeSessionCommand } from './session/session-command.js';

const others: readonly (readonly [name: string, value: unknown])[] = [
  ['a string', 'hello'],
  ['an Array', [1, 2, 3]],
  ['an ArrayBuffer', new ArrayBuffer(4)],
  ['an Object', { length: 3 }],
  ['an Object', { length: 3, [Symbol.toStringTag]: 'Object' }],
  ['a Uint16Array', new Uint16Array(2)],
  ['a DataView', new DataView(new ArrayBuffer(3))],
  ['a number', 5],
  ['undefined', undefined],
  ['null', null],
];

describe('bytes', () => {
  it('are a Uint8Array of whatever kind and realm', () => {
    const foreign: unknown = runInNewContext('new Uint8Array(3)');
    for (const bytes of [new Uint8Array(0), Buffer.from('x'), foreign]) {
      expect(() => requireBytes(bytes, 'a command')).not.toThrow();
    }
  });

  it.each(others)('are not %s', (name, value) => {
    const code = 'REFUSED';
    const message = `[REFUSED] a command must be a Uint8Array; it is ${name}`;
    const refused = expect.objectContaining({ code, message });
    expect(() => requireBytes(value, 'a command')).toThrow(refused);
    const said = { type: 'run', timeMs: 1, sessionId: 1, serial: 1, answeredThrough: 0 } as const;
    expect(() => encodeSessionCommand({ ...said, command: value as Uint8Array })).toThrow(refused);
  });

  it('are not an object that only calls itself so', () => {
    expect(isBytes({ length: 3, [Symbol.toStringTag]: 'Uint8Array' })).toBe(false);
  });

  it('come as chunks', () => {
    for (const chunks of [[], new Set(), (async function* () {})()]) {
      expect(() => requireChunks(chunks, 'data')).not.toThrow();
    }
    for (const value of [undefined, null, 'text', 5, {}]) {
      expect(() => requireChunks(value, 'data')).toThrow(/REFUSED.*data must be chunks/);
    }
  });
});

describe('a client with a session', () => {
  it('is told of what is no command before anything is sent', async () => {
    let sentCount = 0;
    const client = createSessionClient<number>({
      propose: () => {
        sentCount += 1;
        return Promise.reject(new Error('nobody is there'));
      },
    });
    const call = client.run('hello' as never);
    await expect(call).rejects.toMatchObject({ code: 'REFUSED' });
    expect(sentCount).toBe(0);
  });
});

import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type IpcAction, IpcConnection } from './ipc-connection.js';
import { defaultIpcLimits } from './ipc-limits.js';
import type { IpcRequest } from './ipc-request.js';
import { encodeRequest } from './request-writer.js';

const name = fc.string({ unit: 'grapheme', maxLength: 20 });
const bytes = fc.uint8Array({ maxLength: 50 });
const tags = fc.dictionary(name, name, { maxKeys: 4 });
const names = fc.array(name, { maxLength: 4 });
const seqs = fc.integer({ min: 0, max: 20 });

const request: fc.Arbitrary<IpcRequest> = fc.oneof(
  fc.record({ type: fc.constantFrom('stats', 'list-keys', 'leave', 'members') }),
  fc.record({ type: fc.constant('handshake'), version: fc.integer({ min: -1, max: 2 }) }),
  fc.record({ type: fc.constant('auth'), authKey: fc.constantFrom('key', 'no') }),
  fc.record({ type: fc.constant('event'), name, payload: bytes, canCoalesce: fc.boolean() }),
  fc.record({ type: fc.constant('join'), peers: names, isReplaying: fc.boolean() }),
  fc.record({ type: fc.constant('tags'), tags, deleteTags: names }),
  fc.record({ type: fc.constant('members-filtered'), tags, status: name, name }),
  fc.record({ type: fc.constant('stream'), filter: fc.constantFrom('*', '', 'user:x', 'bad') }),
  fc.record({ type: fc.constant('monitor'), logLevel: fc.constantFrom('INFO', 'bad') }),
  fc.record({ type: fc.constant('stop'), stopSeq: seqs }),
  fc.record({ type: fc.constant('respond'), id: seqs, payload: bytes }),
  fc.record({
    type: fc.constant('query'),
    name,
    payload: bytes,
    filterNodes: names,
    filterTags: tags,
    wantsAck: fc.boolean(),
    relayFactor: fc.integer({ min: 0, max: 255 }),
    timeoutMs: fc.integer({ min: 0, max: 1_000_000 }),
  }),
);

/** Feeds chunks; whatever is to be run is done at once. */
function actionsOf(chunks: readonly Uint8Array[], authKey: string): readonly IpcAction[] {
  const connection = new IpcConnection({ authKey, limits: defaultIpcLimits });
  const actions: IpcAction[] = [];
  for (const chunk of chunks) {
    connection.receive(chunk);
    for (let taken = connection.takeActions(); taken.length > 0; taken = connection.takeActions()) {
      actions.push(...taken);
      if (/^(run|query|answer)$/.test(taken.at(-1)?.type ?? '')) connection.complete({});
    }
    connection.log({ level: 'ERR', text: 'line' });
    connection.event({ type: 'member-join', members: [] }, 0);
  }
  return actions.filter(({ type }) => type !== 'send');
}

function pieces(whole: Uint8Array, size: number): readonly Uint8Array[] {
  const count = Math.ceil(whole.length / size);
  return Array.from({ length: count }, (_, index) =>
    whole.subarray(index * size, (index + 1) * size),
  );
}

describe('a connection', () => {
  test.prop([fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), fc.boolean()])(
    'takes any bytes without throwing',
    (chunks, isGreeted) => {
      const greeting = encodeRequest(1, { type: 'handshake', version: 1 });
      expect(() => actionsOf(isGreeted ? [greeting, ...chunks] : chunks, '')).not.toThrow();
    },
  );

  test.prop([
    fc.array(fc.tuple(seqs, request), { maxLength: 12 }),
    fc.integer({ min: 1, max: 60 }),
  ])('does the same, however its requests were cut', (requests, size) => {
    const greeting = encodeRequest(1, { type: 'handshake', version: 1 });
    const whole = Buffer.concat([
      greeting,
      ...requests.map(([seq, each]) => encodeRequest(seq, each)),
    ]);
    expect(actionsOf(pieces(whole, size), 'key')).toEqual(actionsOf([whole], 'key'));
  });

  test.prop([seqs, request, fc.nat(), fc.integer({ min: 0, max: 255 })])(
    'survives a request with one byte changed',
    (seq, each, place, byte) => {
      const changed = Uint8Array.from(encodeRequest(seq, each));
      changed[place % changed.length] = byte;
      const greeting = encodeRequest(1, { type: 'handshake', version: 1 });
      expect(() => actionsOf([greeting, changed], '')).not.toThrow();
    },
  );
});

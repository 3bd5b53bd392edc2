import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../core/entry.js';
import type { Configuration } from '../core/membership.js';
import type { RaftMessage } from '../core/message.js';
import { ByteWriter } from './byte-writer.js';
import { firstProtocol } from './capability.js';
import { decodeHello, encodeHello, type Hello } from './hello-codec.js';
import { decodeMessage, encodeMessage } from './message-codec.js';
import { decodeSnapshotSignal } from './snapshot-stream-codec.js';

const number = fc.oneof(fc.nat(), fc.maxSafeNat());
const text = fc.string({ maxLength: 40, unit: 'grapheme' });
const envelope = { from: text, to: text, term: number };
const server = fc.record({ id: text, address: text });
const configuration: fc.Arbitrary<Configuration> = fc.record({
  voters: fc.array(server, { minLength: 1, maxLength: 4 }),
  votersOutgoing: fc.array(server, { maxLength: 3 }),
  learners: fc.array(server, { maxLength: 3 }),
});
const snapshot = fc.record({
  index: number,
  term: number,
  configuration,
  configurationIndex: number,
  sizeBytes: number,
  id: text,
});

function kind<Type extends RaftMessage['type'], Fields>(
  type: Type,
  fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> },
): fc.Arbitrary<{ type: Type } & Fields> {
  return fc.record({ type: fc.constant(type), ...envelope, ...fields }) as never;
}

const append = fc
  .record({
    ...envelope,
    session: number,
    round: number,
    previousIndex: fc.nat(),
    previousTerm: number,
    commitIndex: number,
    payloads: fc.array(
      fc.record({
        term: number,
        kind: fc.constantFrom<Entry['kind']>('command', 'configuration', 'no-op'),
        data: fc.uint8Array({ maxLength: 100 }),
      }),
    ),
  })
  .map(({ payloads, ...fields }): RaftMessage => {
    const first = fields.previousIndex + 1;
    const entries = payloads.map((payload, offset) => ({ index: first + offset, ...payload }));
    return { type: 'append-request', ...fields, entries };
  });

const flag = fc.boolean();
const contact = { session: number, round: number };
const message = fc.oneof(
  append,
  kind('vote-request', {
    isPreVote: flag,
    isTransfer: flag,
    lastIndex: number,
    lastTerm: number,
  }),
  kind('vote-response', { isPreVote: flag, isGranted: flag }),
  kind('append-response', {
    ...contact,
    isAccepted: flag,
    index: number,
    hintIndex: number,
    hintTerm: number,
  }),
  kind('heartbeat', { ...contact, commitIndex: number }),
  kind('heartbeat-response', contact),
  kind('snapshot-offer', { ...contact, snapshot }),
  kind('snapshot-response', { session: number, isInstalled: flag, index: number }),
  kind('timeout-now', {}),
  kind('read-index-request', { readId: number }),
  kind('read-index-response', { readId: number, isConfirmed: flag, index: number }),
) as fc.Arbitrary<RaftMessage>;

function encoded(value: RaftMessage, group = 0): Uint8Array {
  const writer = new ByteWriter();
  encodeMessage(writer, value, group);
  return writer.view();
}

describe('messages between servers', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(message, fc.nat(), (value, group) => {
        expect(decodeMessage(encoded(value, group), group)).toEqual({
          type: 'message',
          message: value,
        });
      }),
    );
  });

  it('are rejected when they are cut short', () => {
    fc.assert(
      fc.property(message, fc.nat(), (value, cut) => {
        const bytes = encoded(value);
        const result = decodeMessage(bytes.subarray(0, cut % bytes.length), 0);
        expect(result.type).toBe('rejected');
      }),
    );
  });

  it('never make the decoder throw, whatever was done to them', () => {
    fc.assert(
      fc.property(message, fc.array(fc.tuple(fc.nat(), fc.nat(255))), (value, changes) => {
        const bytes = new Uint8Array(encoded(value));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        expect(['message', 'rejected']).toContain(decodeMessage(bytes, 0).type);
      }),
      { numRuns: 1000 },
    );
  });

  it('never make the decoder throw when they are noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(15), (noise, type) => {
        decodeMessage(noise, 0);
        decodeMessage(Uint8Array.of(1, type, 0, 0, 0, 0, ...noise), 0);
        decodeHello(noise);
        decodeSnapshotSignal(noise);
      }),
      { numRuns: 1000 },
    );
  });

  it('of another group, version or kind are rejected with the reason', () => {
    const bytes = encoded({ type: 'timeout-now', from: 'a', to: 'b', term: 1 });
    expect(decodeMessage(bytes, 1)).toEqual({ type: 'rejected', reason: 'other-group' });
    const reasonWith = (at: number): unknown => {
      const changed = new Uint8Array(bytes);
      changed[at] = 99;
      return decodeMessage(changed, 0);
    };
    expect(reasonWith(0)).toEqual({ type: 'rejected', reason: 'unknown-version' });
    expect(reasonWith(1)).toEqual({ type: 'rejected', reason: 'unknown-kind' });
  });

  it('announce no more entries than their bytes could hold', () => {
    const value: RaftMessage = {
      type: 'append-request',
      from: 'a',
      to: 'b',
      term: 1,
      session: 1,
      round: 1,
      previousIndex: 1,
      previousTerm: 1,
      commitIndex: 1,
      entries: [],
    };
    const bytes = new Uint8Array(encoded(value));
    bytes.fill(0xff, bytes.length - 4);
    expect(decodeMessage(bytes, 0)).toEqual({ type: 'rejected', reason: 'malformed' });
  });

  it('say hello as they were told to', () => {
    const hello: fc.Arbitrary<Hello> = fc.record({
      kind: fc.constantFrom('messages', 'snapshot'),
      clusterId: text,
      group: fc.nat(),
      from: text,
      address: text,
      to: text,
    });
    fc.assert(
      fc.property(hello, (value) => {
        const writer = new ByteWriter();
        encodeHello(writer, value);
        expect(decodeHello(writer.view())).toEqual({ ...value, protocol: firstProtocol });
      }),
    );
  });
});

import type { Buffer } from 'node:buffer';
import { encode } from 'dns-packet';
import { expect, test } from 'vitest';
import { decodeQuery } from './query.js';

function valid(): Buffer {
  return encode({
    type: 'query',
    id: 7,
    flags: 0x0100,
    questions: [{ name: 'Web.Service.consul', type: 'SRV' }],
  });
}

test('a question is read with its spelling and its bytes', () => {
  const decoded = decodeQuery(valid());
  expect(decoded).toMatchObject({
    type: 'query',
    query: {
      id: 7,
      name: 'Web.Service.consul.',
      type: 'SRV',
      isRecursionDesired: true,
      edns: undefined,
    },
  });
});

test('EDNS0 and the client subnet are read', () => {
  const decoded = decodeQuery(
    encode({
      type: 'query',
      id: 7,
      questions: [{ name: 'a.consul', type: 'A' }],
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: 1232,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [{ code: 8, ip: '10.1.2.0', sourcePrefixLength: 24 }],
        },
      ],
    }),
  );
  expect(decoded).toMatchObject({
    type: 'query',
    query: { edns: { version: 0, udpPayloadBytes: 1232 } },
  });
  const subnet = decoded.type === 'query' ? decoded.query.edns?.clientSubnet : undefined;
  expect([...(subnet ?? [])]).toEqual([0, 1, 24, 0, 10, 1, 2]);
});

test('what cannot be a query is dropped', () => {
  expect(decodeQuery(new Uint8Array(11))).toEqual({ type: 'drop', reason: 'short' });
  expect(decodeQuery(new Uint8Array(5000))).toEqual({ type: 'drop', reason: 'too-long' });
  const response = valid();
  response[2] = 0x80;
  expect(decodeQuery(response)).toEqual({ type: 'drop', reason: 'response' });
});

test.each<[string, (bytes: Buffer) => void]>([
  ['no question', (bytes) => bytes.writeUInt16BE(0, 4)],
  ['two questions', (bytes) => bytes.writeUInt16BE(2, 4)],
  ['an answer', (bytes) => bytes.writeUInt16BE(1, 6)],
  ['many additional records', (bytes) => bytes.writeUInt16BE(65_535, 10)],
  ['a class that is not IN', (bytes) => bytes.writeUInt16BE(3, bytes.length - 2)],
  ['a label with a dot inside', (bytes) => bytes.write('.', 14)],
  ['a name that points at itself', (bytes) => bytes.writeUInt16BE(0xc00c, 12)],
  ['a label longer than the message', (bytes) => bytes.writeUInt8(63, 12)],
])('%s is a format error under the same id', (_what, damage) => {
  const bytes = valid();
  damage(bytes);
  expect(decodeQuery(bytes)).toMatchObject({ type: 'reply', rcode: 'format', query: { id: 7 } });
});

test('other operations are answered NOTIMP', () => {
  const update = valid();
  update[2] = 5 << 3;
  expect(decodeQuery(update)).toMatchObject({ type: 'reply', rcode: 'unsupported' });
});

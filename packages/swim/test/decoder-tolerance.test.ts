import { describe, expect, it, test } from 'vitest';
import { createMemberlistCodec } from '../src/wire/memberlist-codec.js';
import { fromHex, plainBytes, readFixture } from './wire-vectors.js';

const codec = createMemberlistCodec();
const { cases } = readFixture('decoder-tolerance.json') as {
  cases: Readonly<Record<string, { old: string; new: string }>>;
};

const text = (value: string): string =>
  (0xa0 | value.length).toString(16) + Buffer.from(value).toString('hex');
const [FROM, INCARNATION, NODE] = [text('From'), text('Incarnation'), text('Node')];
const [SEQ_NO, PAYLOAD, NACK, ADDR, VSN, PORT, TARGET] = [
  text('SeqNo'),
  text('Payload'),
  text('Nack'),
  text('Addr'),
  text('Vsn'),
  text('Port'),
  text('Target'),
];
const A = text('a');
const B = text('b');

/** A suspicion with one of its three values replaced. */
function suspect(values: { from?: string; incarnation?: string; node?: string }): string {
  const { from = A, incarnation = '07', node = B } = values;
  return `0383${FROM}${from}${INCARNATION}${incarnation}${NODE}${node}`;
}

const ack = (payload: string): string => `0282${PAYLOAD}${payload}${SEQ_NO}01`;
const alive = (versions: string): string => `0483${ADDR}a47f000001${NODE}${A}${VSN}${versions}`;
const nack = (flag: string): string => `0183${NACK}${flag}${SEQ_NO}05${TARGET}a47f000002`;

const suspicion = { type: 'suspect', incarnation: 7, node: 'b', from: 'a' };
const acknowledged = (...payload: number[]): object => ({
  type: 'ack',
  seqNo: 1,
  payload: Uint8Array.from(payload),
});
const member = {
  type: 'alive',
  incarnation: 0,
  node: 'a',
  address: Uint8Array.of(127, 0, 0, 1),
  port: 0,
  meta: new Uint8Array(0),
  versions: Uint8Array.of(1, 5, 2, 2, 5, 5),
};
const indirect = (wantsNack: boolean): object => ({
  type: 'indirect-ping',
  seqNo: 5,
  target: Uint8Array.of(127, 0, 0, 2),
  port: 0,
  node: '',
  wantsNack,
});

/**
 * The recorded cases, as bytes. Where an address was missing there is one here: without it a
 * message says nothing, and we refuse it.
 */
const accepted: Readonly<Record<string, [hex: string, message: object]>> = {
  'Vsn as array': [alive('96010502020505'), member],
  'Vsn as bin8': [alive('c406010502020505'), member],
  'bool as int 1': [nack('01'), indirect(true)],
  'bool nil': [nack('c0'), indirect(false)],
  'bytes as array of ints': [ack('93010203'), acknowledged(1, 2, 3)],
  'bytes as bin16': [ack('c5000101'), acknowledged(1)],
  'bytes as bin8': [ack('c403010203'), acknowledged(1, 2, 3)],
  'bytes as empty bin8': [ack('c400'), acknowledged()],
  'bytes as str8': [ack('d903010203'), acknowledged(1, 2, 3)],
  'empty map': ['0380', { ...suspicion, incarnation: 0, node: '', from: '' }],
  'key as bin8': [`0383c404${FROM.slice(2)}${A}${INCARNATION}07${NODE}${B}`, suspicion],
  'key as str8': [`0383d904${FROM.slice(2)}${A}${INCARNATION}07${NODE}${B}`, suspicion],
  'keys any order': [`0383${NODE}${B}${FROM}${A}${INCARNATION}07`, suspicion],
  'lowercase key': [
    `0383${FROM}${A}${text('incarnation')}07${NODE}${B}`,
    { ...suspicion, incarnation: 0 },
  ],
  'missing field': [`0382${INCARNATION}07${NODE}${B}`, { ...suspicion, from: '' }],
  'string nil': [suspect({ node: 'c0' }), { ...suspicion, node: '' }],
  'string value as bin8': [suspect({ node: 'c40162' }), suspicion],
  'string value as str8': [suspect({ node: 'd90162' }), suspicion],
  'struct as array (decl order)': [`039307${B}${A}`, suspicion],
  'struct as map16': [`03de0003${FROM}${A}${INCARNATION}07${NODE}${B}`, suspicion],
  'struct as nil': ['03c0', { ...suspicion, incarnation: 0, node: '', from: '' }],
  'struct as short array': [`039207${B}`, { ...suspicion, from: '' }],
  'suspect normal': [suspect({}), suspicion],
  'trailing garbage': [`${suspect({})}deadbeef`, suspicion],
  'uint32 as int8 positive': [suspect({ incarnation: 'd007' }), suspicion],
  'uint32 as uint64 wide': [suspect({ incarnation: 'cf0000000000000007' }), suspicion],
  'uint32 nil': [suspect({ incarnation: 'c0' }), { ...suspicion, incarnation: 0 }],
  'unknown extra field': [
    `0384${FROM}${A}${text('Zzz')}cd0102${INCARNATION}07${NODE}${B}`,
    suspicion,
  ],
  'unknown extra field value bin8': [
    `0384${FROM}${A}${text('Zzz')}c4020102${INCARNATION}07${NODE}${B}`,
    suspicion,
  ],
  'unknown extra field value map': [
    `0384${FROM}${A}${text('Zzz')}82${A}93010203${B}81c0cb0000000000000000${INCARNATION}07${NODE}${B}`,
    suspicion,
  ],
};

const refused: Readonly<Record<string, [hex: string, reason: string]>> = {
  'bool as int 2': [nack('02'), 'malformed'],
  'bytes as int': [ack('07'), 'malformed'],
  'empty buffer': ['03', 'truncated'],
  truncated: [suspect({}).slice(0, -2), 'truncated'],
  'uint16 port overflow': [`0482${ADDR}a47f000001${PORT}ce00012345`, 'malformed'],
  'uint32 as float64': [suspect({ incarnation: 'cb401c000000000000' }), 'malformed'],
  'uint32 as negative fixint': [suspect({ incarnation: 'ff' }), 'malformed'],
  'uint32 as uint64 overflow': [suspect({ incarnation: 'cf0000000100000007' }), 'malformed'],
};

describe('what the decoders of both Go releases take', () => {
  test.each(Object.entries(accepted))('%s is read', (name, [hex, message]) => {
    expect(cases[name]?.new).toMatch(/^ok/);
    const decoding = codec.decodePacket(fromHex(hex));
    expect(decoding.rejects).toEqual([]);
    expect(plainBytes(decoding.messages)).toEqual([message]);
  });

  test.each(Object.entries(refused))('%s is refused', (name, [hex, reason]) => {
    expect(cases[name]?.new).toMatch(/^ERR/);
    expect(codec.decodePacket(fromHex(hex))).toEqual({ messages: [], rejects: [reason] });
  });

  it('reads header integers of the signed family', () => {
    const header = `0683${text('Join')}c3${text('Nodes')}d10000${text('UserStateLen')}d10002`;
    expect(cases['header ints as int16']?.new).toMatch(/^ok/);
    const decoding = codec.createStreamDecoder('accepted').push(fromHex(`${header}0102`));
    expect(plainBytes(decoding)).toEqual({
      type: 'message',
      message: { type: 'push-pull', isJoin: true, nodes: [], userState: Uint8Array.of(1, 2) },
    });
  });

  it('leaves no recorded case out', () => {
    const tested = [...Object.keys(accepted), ...Object.keys(refused), 'header ints as int16'];
    expect(tested.sort()).toEqual(Object.keys(cases).sort());
  });
});

import { MsgpackReader } from '@konsul/swim';
import { describe, expect, test } from 'vitest';
import type { IpcCommand, IpcRequest } from '../src/ipc/ipc-request.js';
import type { IpcBody } from '../src/ipc/ipc-response.js';
import { bodilessRequest, readRequestBody, readRequestHeader } from '../src/ipc/request-reader.js';
import { encodeRequest } from '../src/ipc/request-writer.js';
import {
  hasResponseBody,
  readRecord,
  readResponseBody,
  readResponseHeader,
} from '../src/ipc/response-reader.js';
import { ResponseWriter } from '../src/ipc/response-writer.js';
import { ValueWindow } from '../src/ipc/value-window.js';
import { fromHex, object, text, toHex, wireVectors } from './wire-vectors.js';

const requests = wireVectors.filter(({ layer }) => layer === 'rpc-request');
const responses = wireVectors.filter(({ layer }) => layer === 'rpc-response');
const reader = new MsgpackReader();

function valuesOf(hex: string): readonly Uint8Array[] {
  const window = new ValueWindow();
  window.push(fromHex(hex));
  const values: Uint8Array[] = [];
  for (let value = window.take(65_536); typeof value !== 'string'; value = window.take(65_536)) {
    values.push(Uint8Array.from(value));
  }
  expect(window.bufferedBytes).toBe(0);
  return values;
}

function readRequest(hex: string): { readonly seq: number; readonly request: IpcRequest } {
  const [first, second] = valuesOf(hex);
  const header = readRequestHeader(reader, first ?? new Uint8Array(0));
  if (header === undefined) throw new Error('no header');
  const request =
    second === undefined
      ? bodilessRequest(header.command)
      : readRequestBody(header.command, reader, second);
  if (request === undefined) throw new Error(`no request: ${header.command}`);
  return { seq: header.seq, request };
}

describe('requests of real clients', () => {
  test.each(requests)('$name is read', ({ hex, decoded }) => {
    const header = object(decoded?.['header']);
    const { seq, request } = readRequest(hex);
    expect(seq).toBe(header['Seq']);
    expect(request.type).toBe(header['Command']);
  });

  // The newer client writes signed integers in the signed family; ours writes as the older one does.
  test.each(requests.filter(({ name }) => !name.endsWith('_new')))(
    '$name is written as they write it',
    ({ hex }) => {
      const { seq, request } = readRequest(hex);
      expect(toHex(encodeRequest(seq, request))).toBe(hex);
    },
  );

  test('a query keeps all its parts', () => {
    const vector = requests.find(({ name }) => name === 'rpc_req_09_query_new');
    expect(readRequest(vector?.hex ?? '').request).toEqual({
      type: 'query',
      name: 'who',
      payload: Uint8Array.from(Buffer.from('p')),
      filterNodes: ['vec-a'],
      filterTags: { role: '.*' },
      wantsAck: true,
      relayFactor: 0,
      timeoutMs: 1_500,
    });
  });
});

/** The command that a recorded response answers, by its name `rpc_resp_NN_COMMAND_N`. */
function commandOf(name: string): IpcCommand {
  const command = /^rpc_resp_\d+_(\w+)_\d+$/.exec(name)?.[1] ?? '';
  return command.replaceAll('_', '-') as IpcCommand;
}

function isRecord(name: string): boolean {
  return /_(stream|monitor|query)_[2-9]$/.test(name);
}

describe('responses of real agents', () => {
  const writer = new ResponseWriter();

  test.each(responses.filter(({ name }) => !isRecord(name)))(
    '$name is read, and written as they write it',
    ({ name, hex, decoded }) => {
      const [first, second] = valuesOf(hex);
      const header = readResponseHeader(reader, first ?? new Uint8Array(0));
      expect(header?.error).toBe(text(object(decoded?.['header'])['Error']));
      const command = commandOf(name);
      expect(hasResponseBody(command)).toBe(second !== undefined);
      const body: IpcBody | undefined =
        second === undefined ? { type: 'none' } : readResponseBody(command, reader, second);
      if (header === undefined || body === undefined) throw new Error('not understood');
      const written = writer.response(header, isKeyChange(command) ? withoutKeys(body) : body);
      // Go writes the entries of a map in any order.
      const isOrdered = !/^(stats|members)/.test(command);
      if (isOrdered) expect(toHex(written)).toBe(hex);
      else expect([...written].sort()).toEqual([...fromHex(hex)].sort());
    },
  );

  test.each(responses.filter(({ name }) => isRecord(name)))(
    '$name is read, and written as they write it',
    ({ hex }) => {
      const [first, second] = valuesOf(hex);
      const header = readResponseHeader(reader, first ?? new Uint8Array(0));
      const record = readRecord(reader, second ?? new Uint8Array(0));
      if (header === undefined || record === undefined) throw new Error('not understood');
      expect(toHex(writer.record(header.seq, record))).toBe(hex);
    },
  );
});

function isKeyChange(command: IpcCommand): boolean {
  return /^(install|use|remove)-key$/.test(command);
}

function withoutKeys(body: IpcBody): IpcBody {
  if (body.type !== 'keys') return body;
  const { keys: _keys, ...result } = body.result;
  return { type: 'keys', result };
}

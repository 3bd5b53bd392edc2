import { type Rng, randomBelow } from '@konsul/runtime/core';
import { MsgpackReader } from '@konsul/swim';
import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { damaged } from '../../../../tools/fuzz/damage.js';
import { type IpcAction, IpcConnection } from '../../src/ipc/ipc-connection.js';
import { defaultIpcLimits } from '../../src/ipc/ipc-limits.js';
import type { IpcCommand } from '../../src/ipc/ipc-request.js';
import { encodeRequest } from '../../src/ipc/request-writer.js';
import {
  hasResponseBody,
  readRecord,
  readResponseBody,
  readResponseHeader,
} from '../../src/ipc/response-reader.js';
import { ValueWindow } from '../../src/ipc/value-window.js';
import { fromHex, wireVectors } from '../wire-vectors.js';

const CONVERSATION_LENGTH_MAX = 4;
const VALUE_BYTES_MAX = 64 * 1024;
/** What arrives is gathered in a buffer that doubles; every record is a few copies. */
const ALLOCATED_BYTES_MAX = 1024 * 1024;

function recorded(layer: string): readonly Uint8Array[] {
  return wireVectors.filter((vector) => vector.layer === layer).map(({ hex }) => fromHex(hex));
}

const REQUESTS = recorded('rpc-request');
const RESPONSES = recorded('rpc-response');
const GREETING = encodeRequest(1, { type: 'handshake', version: 1 });
const COMMANDS: readonly IpcCommand[] = ['join', 'members', 'list-keys', 'stats', 'get-coordinate'];

/** A few of them behind each other, some damaged. */
function drawConversation(rng: Rng, parts: readonly Uint8Array[]): Uint8Array {
  const count = 1 + randomBelow(rng, CONVERSATION_LENGTH_MAX);
  const spoken = Array.from({ length: count }, () => {
    const part = parts[randomBelow(rng, parts.length)] ?? GREETING;
    return randomBelow(rng, 3) === 0 ? damaged(part, { rng, others: parts }) : part;
  });
  return Uint8Array.from(Buffer.concat(spoken));
}

/** What a server does with a client that sends this, in pieces; everything asked for is done at once. */
function serve(input: Uint8Array): readonly string[] {
  const connection = new IpcConnection({ authKey: '', limits: defaultIpcLimits });
  const outcomes: string[] = [];
  const settle = (): void => {
    for (let taken = connection.takeActions(); taken.length > 0; taken = connection.takeActions()) {
      outcomes.push(...taken.map(nameOf));
      if (taken.some(({ type }) => type === 'run' || type === 'query' || type === 'answer')) {
        connection.complete({});
      }
    }
  };
  connection.receive(GREETING);
  settle();
  for (let offset = 0; offset < input.length; ) {
    const length = 1 + ((input[offset] ?? 0) % 61);
    connection.receive(input.subarray(offset, offset + length));
    settle();
    offset += length;
  }
  return outcomes;
}

function nameOf(action: IpcAction): string {
  return action.type === 'run' ? `run ${action.operation.type}` : action.type;
}

export const rpcRequestTarget: FuzzTarget = {
  name: 'serf-rpc-request',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: ['send', 'close', 'query', 'run event', 'run join', 'run tags', 'run members-filtered'],
  draw: (rng) => drawConversation(rng, REQUESTS),
  read(input) {
    const outcomes = serve(input);
    return () => outcomes;
  },
};

/** What a client makes of such a server, whatever it had asked for. */
export const rpcResponseTarget: FuzzTarget = {
  name: 'serf-rpc-response',
  weight: 1,
  allocatedBytesMax: ALLOCATED_BYTES_MAX,
  outcomes: [
    'header',
    'no header',
    'body',
    'no body',
    'member-event',
    'user-event',
    'done',
    'log',
  ].concat('malformed', 'incomplete', 'too-large'),
  draw: (rng) => drawConversation(rng, RESPONSES),
  read(input) {
    const outcomes = [...understand(input)];
    return () => outcomes;
  },
};

function* understand(input: Uint8Array): Generator<string> {
  const reader = new MsgpackReader();
  const window = new ValueWindow();
  window.push(input);
  for (let value = window.take(VALUE_BYTES_MAX); ; value = window.take(VALUE_BYTES_MAX)) {
    if (typeof value === 'string') return yield value;
    yield readResponseHeader(reader, value) === undefined ? 'no header' : 'header';
    for (const command of COMMANDS.filter(hasResponseBody)) {
      yield readResponseBody(command, reader, value) === undefined ? 'no body' : 'body';
    }
    const record = readRecord(reader, value);
    if (record !== undefined) yield record.type;
  }
}

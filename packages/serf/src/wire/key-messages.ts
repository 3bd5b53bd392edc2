import { MsgpackFields, type MsgpackReader, type MsgpackWriter } from '@konsul/swim';
import type { KeyResponse } from '../core/messages.js';
import { NO_BYTES } from './field-bounds.js';
import { MESSAGE_TYPE } from './message-types.js';

const REQUEST: MsgpackFields<'Key'> = new MsgpackFields(['Key']);
const RESPONSE: MsgpackFields<'Result' | 'Message' | 'Keys' | 'PrimaryKey'> = new MsgpackFields([
  'Result',
  'Message',
  'Keys',
  'PrimaryKey',
]);

/** A key behind its type byte. */
export function writeKeyRequest(writer: MsgpackWriter, key: Uint8Array): Uint8Array {
  writer.writeByte(MESSAGE_TYPE.keyRequest);
  writer.writeMapHeader(1);
  writer.writeString('Key');
  writer.writeBytes(key);
  return writer.finish();
}

/** Reads a request. Serf's own responders do not look at the type byte, and neither do we. */
export function readKeyRequest(reader: MsgpackReader, payload: Uint8Array): Uint8Array | undefined {
  reader.reset(payload, Math.min(1, payload.length));
  let key = NO_BYTES;
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    if (reader.readField(REQUEST, header, index) !== undefined) key = reader.readBytes();
  }
  return reader.failure === undefined ? key : undefined;
}

/** An answer behind its type byte. */
export function writeKeyResponse(writer: MsgpackWriter, response: KeyResponse): Uint8Array {
  const { keys } = response;
  writer.writeByte(MESSAGE_TYPE.keyResponse);
  writer.writeMapHeader(4);
  writer.writeString('Keys');
  if (keys.length === 0) writer.writeNil();
  else writer.writeArrayHeader(keys.length);
  for (const key of keys) writer.writeString(key);
  writer.writeString('Message');
  writer.writeString(response.message);
  writer.writeString('PrimaryKey');
  writer.writeString(response.primaryKey);
  writer.writeString('Result');
  writer.writeBool(response.isDone);
  return writer.finish();
}

/** Reads an answer; undefined when it is none. */
export function readKeyResponse(
  reader: MsgpackReader,
  payload: Uint8Array,
): KeyResponse | undefined {
  if (payload[0] !== MESSAGE_TYPE.keyResponse) return undefined;
  reader.reset(payload, 1);
  const fields = { isDone: false, message: '', primaryKey: '' };
  const keys: string[] = [];
  const header = reader.readStructHeader();
  for (let index = 0; reader.hasField(header, index); index += 1) {
    switch (reader.readField(RESPONSE, header, index)) {
      case 'Result':
        fields.isDone = reader.readBool();
        break;
      case 'Message':
        fields.message = reader.readString();
        break;
      case 'Keys':
        readKeys(reader, keys);
        break;
      case 'PrimaryKey':
        fields.primaryKey = reader.readString();
        break;
      case undefined:
        break;
    }
  }
  return reader.failure === undefined ? { ...fields, keys } : undefined;
}

function readKeys(reader: MsgpackReader, keys: string[]): void {
  const count = reader.readArrayHeader();
  for (let index = 0; index < count && reader.failure === undefined; index += 1) {
    keys.push(reader.readString());
  }
}

import { type CallError, FRAME_HEADER_BYTES, type Frame, writeFrameLength } from '../core/index.js';
import { Writer } from '../protobuf/index.js';
import { konsul } from './gen/rpc.js';

/** Most that a frame adds to its body, in bytes: numbers and a method's name. */
export const FRAME_OVERHEAD_BYTES = 1024;

/** Longest name of a method, in UTF-16 units. */
export const METHOD_LENGTH_MAX = 200;

const ERROR_TEXT_LENGTH_MAX = 1024;

/** Bodies up to this size are copied, so that a kept one does not hold a whole socket buffer. */
const COPIED_BODY_BYTES_MAX = 4096;

/** A frame of protocol `rpc` with its length in front, ready to be written. */
export function encodeRpcFrame(frame: Frame): Uint8Array {
  const writer = konsul.rpc.Frame.encode(toMessage(frame), Writer.create());
  const bytes = Buffer.allocUnsafe(FRAME_HEADER_BYTES + writer.pos);
  writeFrameLength(bytes, writer.pos);
  return writer.finishInto(bytes, FRAME_HEADER_BYTES);
}

/** @returns undefined when the payload is no frame that we know. Never throws. */
export function decodeRpcFrame(payload: Uint8Array): Frame | undefined {
  try {
    return fromMessage(konsul.rpc.Frame.decode(payload));
  } catch {
    return undefined;
  }
}

function toMessage(frame: Frame): konsul.rpc.Frame.$Properties {
  switch (frame.type) {
    case 'request':
      return { request: frame };
    case 'response': {
      const { id, more, body, error } = frame;
      if (error === undefined) return { response: { id, more, body } };
      return { response: { id, more, error: toErrorMessage(error) } };
    }
    case 'cancel':
      return { cancel: frame };
    case 'credit':
      return { credit: frame };
    case 'ping':
      return { ping: frame };
    case 'pong':
      return { pong: frame };
    case 'go-away':
      return { goAway: frame };
  }
}

function toErrorMessage(error: CallError): konsul.rpc.Error.$Properties {
  return {
    code: error.code.slice(0, METHOD_LENGTH_MAX),
    message: error.message.slice(0, ERROR_TEXT_LENGTH_MAX),
    notRun: error.isNotRun,
    byProtocol: error.isByProtocol,
  };
}

function fromMessage(message: konsul.rpc.Frame & konsul.rpc.Frame.$Shape): Frame | undefined {
  switch (message.kind) {
    case 'request': {
      const { id, method, deadlineMs, windowBytes, body } = message.request as konsul.rpc.Request;
      return { type: 'request', id, method, deadlineMs, windowBytes, body: ownBody(body) };
    }
    case 'response': {
      const { id, more, error, body } = message.response as konsul.rpc.Response;
      const base = { type: 'response', id, more, body: ownBody(body) } as const;
      return error == null ? base : { ...base, error: fromErrorMessage(error) };
    }
    case 'cancel':
      return { type: 'cancel', id: message.cancel.id ?? 0 };
    case 'credit':
      return { type: 'credit', id: message.credit.id ?? 0, bytes: message.credit.bytes ?? 0 };
    case 'ping':
      return { type: 'ping', nonce: message.ping.nonce ?? 0 };
    case 'pong':
      return { type: 'pong', nonce: message.pong.nonce ?? 0 };
    case 'goAway': {
      const { lastId, reason } = message.goAway;
      return { type: 'go-away', lastId: lastId ?? 0, reason: reason ?? '' };
    }
    default:
      return undefined;
  }
}

function fromErrorMessage(error: konsul.rpc.Error.$Properties): CallError {
  return {
    code: error.code ?? '',
    message: error.message ?? '',
    isNotRun: error.notRun ?? false,
    isByProtocol: error.byProtocol ?? false,
  };
}

/** Copies go to Node's shared slab: memory of its own for each small body costs most of a call. */
function ownBody(body: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } =
    body.length <= COPIED_BODY_BYTES_MAX ? Buffer.from(body) : body;
  // A plain array also where the bytes are a Buffer's, whose slice is a view and no copy.
  return new Uint8Array(buffer, byteOffset, length);
}

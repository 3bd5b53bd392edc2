export type {
  AcceptHandshakeOptions,
  AcceptOutcome,
  AcceptRejectReason,
} from './accept-handshake.js';
export { AcceptHandshake, HELLO_BYTES_MAX } from './accept-handshake.js';
export type {
  AbortReason,
  AnswererEffect,
  AnswererInput,
  AnswererOptions,
} from './answerer-session.js';
export { AnswererSession } from './answerer-session.js';
export type { CallerEffect, CallerInput, CallFailure } from './caller-session.js';
export { CallerSession } from './caller-session.js';
export type { DialOutcome } from './dial-handshake.js';
export { DialHandshake } from './dial-handshake.js';
export type { FirstByte } from './first-byte.js';
export { classifyFirstByte, KONSUL_BYTE, TLS_BYTE } from './first-byte.js';
export type {
  CallError,
  CancelFrame,
  CreditFrame,
  Frame,
  GoAwayFrame,
  PingFrame,
  PongFrame,
  ProtocolErrorCode,
  RequestFrame,
  ResponseFrame,
} from './frame.js';
export { ANSWER_OVERHEAD_BYTES, answerCostBytes, WINDOW_BYTES_MAX } from './frame.js';
export type { FrameDecoderOptions, FrameRejectReason } from './frame-decoder.js';
export {
  encodeFrame,
  FRAME_HEADER_BYTES,
  FrameDecoder,
  writeFrameLength,
} from './frame-decoder.js';
export type {
  HandshakeCodec,
  Hello,
  HelloAck,
  PeerIdentity,
  ProtocolName,
  RefusalCode,
} from './hello.js';
export {
  negotiateVersion,
  POOLING_CAPABILITY,
  PROTOCOL_VERSION_MAX,
  PROTOCOL_VERSION_MIN,
} from './hello.js';
export type { KeepAliveOptions, KeepAliveVerdict } from './keep-alive.js';
export { KeepAlive } from './keep-alive.js';
export type { ReconnectPolicyOptions } from './reconnect-policy.js';
export { ReconnectPolicy } from './reconnect-policy.js';
export type { SessionCloseReason, SessionOptions } from './session-options.js';

// Who we are, and what may go wrong.
export type {
  Frame,
  Hello,
  KeepAliveOptions,
  PeerIdentity,
  ProtocolName,
  ReconnectPolicyOptions,
} from './core/index.js';
export {
  FRAME_HEADER_BYTES,
  FrameDecoder,
  POOLING_CAPABILITY,
  ReconnectPolicy,
  writeFrameLength,
} from './core/index.js';
export type { RemoteFailure, RpcErrorCode, RpcErrorOptions } from './errors.js';
export { isRpcError, RpcError } from './errors.js';
export type { IdentityOptions } from './identity.js';
// The accepting side.
export type { CallContext, RpcHandler } from './node/call-context.js';
export { type MethodErrorOptions, methodError } from './node/call-failure.js';
// The dialling side.
export type { CallOptions, StreamingCallOptions } from './node/caller-connection.js';
export type { ConnectionOptions, ConnectionPool } from './node/connection-pool.js';
export { createConnectionPool } from './node/connection-pool.js';
export type { DialledConnection, DialOptions, Peer } from './node/dialer.js';
export { dial } from './node/dialer.js';
export type { PoolOptions } from './node/pool-options.js';
export type { PooledStream } from './node/pooled-stream.js';
export type {
  AcceptedConnection,
  ConnectionHandler,
  PortListener,
  PortListenerOptions,
  ProtocolRoute,
} from './node/port-listener.js';
export { createPortListener } from './node/port-listener.js';
export type { ProtocolStreamTransportOptions } from './node/protocol-stream-transport.js';
export { createProtocolStreamTransport } from './node/protocol-stream-transport.js';
export type { RpcServer, RpcServerOptions } from './node/rpc-server.js';
export { createRpcServer } from './node/rpc-server.js';
export type { TlsCredentials, TlsMaterial, TlsOptions } from './node/tls-options.js';
export { createTlsCredentials, serverNameOf } from './node/tls-options.js';

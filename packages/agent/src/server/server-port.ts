import {
  createPortListener,
  createRpcServer,
  type PortListener,
  type TlsCredentials,
} from '@konsul/rpc';
import type { PoolContext } from '../gossip/pools.js';
import { REQUEST_METHOD } from '../request/forwarder.js';
import { toMethodError } from '../request/remote-failure.js';
import type { RequestPath } from '../request/request-path.js';
import { answerEnvelopeCodec } from '../wire/envelope-codec.js';

/** The one port of a server, for calls, Raft and area gossip. */
export function createServerPort(
  { config, nodeId, clock, logger, metrics }: PoolContext,
  tls: TlsCredentials | undefined,
): PortListener {
  return createPortListener({
    host: config.bindAddress,
    port: config.ports.server,
    identity: { datacenter: config.datacenter, nodeName: config.nodeName, nodeId },
    tls,
    isTlsRequired: config.tls.internalRpc.verifyIncoming,
    handshakeTimeoutMs: config.limits.rpcHandshakeTimeoutMs,
    connectionCountPerSourceMax: config.limits.rpcMaxConnectionsPerClient,
    clock,
    logger,
    metrics,
  });
}

/** Hands every call that arrives on the port to the request path. */
export function answerCalls(
  listener: PortListener,
  requests: RequestPath,
  { clock, logger, metrics }: PoolContext,
): void {
  const server = createRpcServer({
    methods: new Map([
      [
        REQUEST_METHOD,
        async ({ signal }, body) => {
          try {
            return answerEnvelopeCodec.encode(
              (await requests.answerEnvelope(body, signal)).envelope(),
            );
          } catch (error) {
            throw toMethodError(error);
          }
        },
      ],
    ]),
    clock,
    logger,
    metrics,
  });
  listener.handle({ protocol: 'rpc' }, (connection) => server.accept(connection));
}

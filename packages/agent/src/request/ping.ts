import type { RouterServer } from '@konsul/federation-router';
import type { ConnectionPool } from '@konsul/rpc';
import { statusPing } from '../endpoints/server.js';
import { requestEnvelopeCodec } from '../wire/envelope-codec.js';
import { REQUEST_METHOD } from './forwarder.js';

const PING_TIMEOUT_MS = 10_000;

const PING = requestEnvelopeCodec.encode({
  endpoint: statusPing.name,
  datacenter: '',
  token: '',
  consistency: 'stale',
  minIndex: 0,
  waitMs: 0,
  maxStaleMs: 0,
  body: statusPing.request.encode({}),
});

/** Whether a server takes calls. Rejects when it does not answer. */
export async function pingServer(
  connections: ConnectionPool,
  { endpoint, datacenter }: RouterServer,
  options: { readonly usesTls: boolean },
): Promise<boolean> {
  const peer = { host: endpoint.host, port: endpoint.port, datacenter, useTls: options.usesTls };
  await connections.call(peer, REQUEST_METHOD, PING, { deadlineMs: PING_TIMEOUT_MS });
  return true;
}

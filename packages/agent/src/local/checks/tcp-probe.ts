import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import type { Probe } from './probe.js';

/** How a check's connections are secured. */
export interface ProbeTls {
  /** Accept any certificate. */
  readonly skipsVerification: boolean;
  /** The name to be certified; empty: the host. */
  readonly serverName: string;
}

/** Passing when a connection can be opened, with TLS also when its handshake succeeds. */
export function createTcpProbe(target: Endpoint, tls: ProbeTls | undefined): Probe {
  const address = formatEndpoint(target);
  return (signal) =>
    new Promise((resolve, reject) => {
      const socket = open(target, tls);
      const abort = (): void => {
        socket.destroy(new Error(`dial tcp ${address}: i/o timeout`));
      };
      signal.addEventListener('abort', abort);
      socket.once(tls === undefined ? 'connect' : 'secureConnect', () => {
        // A server that never closes its side must not keep this one open.
        socket.destroy();
        resolve({ status: 'passing', output: `TCP connect ${address}: Success` });
      });
      // An error after the connection stood, while it is being closed, is nobody's concern.
      socket.on('error', (error) => reject(new Error(`dial tcp ${address}: ${error.message}`)));
      socket.once('close', () => {
        signal.removeEventListener('abort', abort);
        reject(new Error(`dial tcp ${address}: closed`));
      });
      if (signal.aborted) abort();
    });
}

function open({ host, port }: Endpoint, tls: ProbeTls | undefined): Socket {
  if (tls === undefined) return connectTcp({ host, port });
  return connectTls({
    host,
    port,
    rejectUnauthorized: !tls.skipsVerification,
    ...(tls.serverName === '' ? {} : { servername: tls.serverName }),
  });
}

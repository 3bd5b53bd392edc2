import { type ClientHttp2Session, connect } from 'node:http2';
import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import type { ProbeTls } from './tcp-probe.js';

/**
 * Opens an HTTP/2 session for one look and closes it afterwards, however that ends.
 *
 * @param tls undefined: unencrypted, with prior knowledge.
 */
export async function withHttp2Session<Result>(
  {
    target,
    tls,
    signal,
  }: {
    readonly target: Endpoint;
    readonly tls: ProbeTls | undefined;
    readonly signal: AbortSignal;
  },
  look: (session: ClientHttp2Session) => Promise<Result>,
): Promise<Result> {
  const address = formatEndpoint(target);
  const session = tls === undefined ? connect(`http://${address}`) : connectSecurely(address, tls);
  const failed = new Promise<never>((_, reject) => {
    session.on('error', (error: Error) => reject(new Error(`${address}: ${error.message}`)));
    session.once('close', () => reject(new Error(`${address}: connection closed`)));
  });
  const abort = (): void => session.destroy(new Error('aborted'));
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([failed, look(session)]);
  } finally {
    signal.removeEventListener('abort', abort);
    session.destroy();
  }
}

function connectSecurely(
  address: string,
  { skipsVerification, serverName }: ProbeTls,
): ClientHttp2Session {
  return connect(`https://${address}`, {
    rejectUnauthorized: !skipsVerification,
    ...(serverName === '' ? {} : { servername: serverName }),
  });
}

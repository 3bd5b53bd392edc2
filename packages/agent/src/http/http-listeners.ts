import { readFile } from 'node:fs/promises';
import { formatEndpoint } from '@konsul/runtime';
import type { AgentConfig } from '../config/agent-config.js';
import { AgentError } from '../errors.js';
import type { PoolContext } from '../gossip/pools.js';
import type { LocalAgent } from '../local/local-agent.js';
import type { RequestGateway } from '../request/gateway.js';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.js';

/** HTTP and HTTPS on every address that the configuration names. */
export interface HttpListeners {
  /**
   * Rejects with AgentError: LISTEN_FAILED when an address cannot be bound, INVALID_CONFIG when a
   * certificate cannot be read. Nothing then listens.
   */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What the listeners are made of. */
export interface HttpListenersOptions {
  readonly config: AgentConfig;
  readonly gateway: RequestGateway;
  readonly local: LocalAgent;
  readonly context: Pick<PoolContext, 'clock' | 'rng' | 'logger' | 'metrics'>;
}

/** Makes the listeners; they do nothing until they are started. */
export function createHttpListeners(options: HttpListenersOptions): HttpListeners {
  const { config, gateway, local, context } = options;
  const started: HttpServer[] = [];
  const shared = { ...context, config, gateway, local };
  const stop = async (): Promise<void> => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
  };
  return {
    async start(): Promise<void> {
      const { http, https } = config.listeners;
      const tls = https.length === 0 ? undefined : await loadCertificate(config);
      const wanted: HttpServerOptions[] = [
        ...http.map((listen) => ({ ...shared, listen })),
        ...(tls === undefined ? [] : https.map((listen) => ({ ...shared, listen, tls }))),
      ];
      try {
        for (const options of wanted) {
          const server = createHttpServer(options);
          const endpoint = await server.start();
          started.push(server);
          const protocol = options.tls === undefined ? 'HTTP' : 'HTTPS';
          context.logger.info('listening', { protocol, address: formatEndpoint(endpoint) });
        }
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
}

async function loadCertificate({
  tls: { https },
  limits,
}: AgentConfig): Promise<NonNullable<HttpServerOptions['tls']>> {
  const { certFile, keyFile, caFile, verifyIncoming, minVersion } = https;
  if (certFile === undefined || keyFile === undefined) {
    throw new AgentError('INVALID_CONFIG', 'ports.https needs tls.https.cert_file and key_file');
  }
  if (verifyIncoming && caFile === undefined) {
    throw new AgentError('INVALID_CONFIG', 'tls.https.verify_incoming needs tls.https.ca_file');
  }
  const [cert, key, ca] = await Promise.all([
    readPem('tls.https.cert_file', certFile),
    readPem('tls.https.key_file', keyFile),
    caFile === undefined ? undefined : readPem('tls.https.ca_file', caFile),
  ]);
  return {
    cert,
    key,
    ...(ca === undefined ? {} : { ca }),
    requestCert: verifyIncoming,
    rejectUnauthorized: verifyIncoming,
    minVersion: minVersion === 'TLSv1_3' ? 'TLSv1.3' : 'TLSv1.2',
    handshakeTimeout: limits.httpsHandshakeTimeoutMs,
  };
}

async function readPem(key: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const detail = `${key} "${path}" cannot be read: ${reason}`;
    throw new AgentError('INVALID_CONFIG', detail, { cause });
  }
}

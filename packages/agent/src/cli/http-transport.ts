import { readFile } from 'node:fs/promises';
import type { RequestOptions } from 'node:https';
import { AgentError } from '../errors.js';

/** A request to an agent. */
export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | undefined;
  readonly tls: HttpTls;
}

/** TLS of a connection to an agent; files by their paths. */
export interface HttpTls {
  readonly caFile: string | undefined;
  readonly caPath: string | undefined;
  readonly certFile: string | undefined;
  readonly keyFile: string | undefined;
  readonly serverName: string | undefined;
  readonly isVerified: boolean;
}

/** An agent's answer. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Sends a request; rejects with `UNREACHABLE` when there is no answer. */
export type HttpTransport = (request: HttpRequest) => Promise<HttpResponse>;

/** Over a connection of its own, so that nothing keeps the process alive. */
export const nodeHttpTransport: HttpTransport = async (request) => {
  const { url, method, headers, body } = request;
  const isHttps = url.protocol === 'https:';
  const { request: send } = isHttps ? await import('node:https') : await import('node:http');
  const options: RequestOptions = {
    method,
    headers,
    agent: false,
    ...(isHttps ? await tlsOptions(request.tls) : {}),
  };
  return new Promise((resolve, reject) => {
    const outgoing = send(url, options, (incoming) => {
      const chunks: Uint8Array[] = [];
      incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      incoming.on('error', (cause) => reject(unreachable(request, cause)));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.on('error', (cause) => reject(unreachable(request, cause)));
    outgoing.end(body);
  });
};

async function tlsOptions(tls: HttpTls): Promise<RequestOptions> {
  const { caFile, caPath, certFile, keyFile } = tls;
  const authorities: Buffer[] = [];
  if (caFile !== undefined) authorities.push(await readFile(caFile));
  if (caPath !== undefined) {
    const { readdir } = await import('node:fs/promises');
    for (const name of (await readdir(caPath)).sort()) {
      authorities.push(await readFile(`${caPath}/${name}`));
    }
  }
  return {
    rejectUnauthorized: tls.isVerified,
    ...(authorities.length === 0 ? {} : { ca: authorities }),
    ...(certFile === undefined ? {} : { cert: await readFile(certFile) }),
    ...(keyFile === undefined ? {} : { key: await readFile(keyFile) }),
    ...(tls.serverName === undefined ? {} : { servername: tls.serverName }),
  };
}

/** In the words in which Go's HTTP client puts it, which scripts know. */
function unreachable(request: HttpRequest, cause: Error): AgentError {
  const verb = request.method[0] + request.method.slice(1).toLowerCase();
  const { code } = cause as NodeJS.ErrnoException;
  // A name with several addresses fails with a list of reasons and no words of its own.
  const reason =
    code === 'ECONNREFUSED'
      ? `dial tcp ${request.url.host}: connect: connection refused`
      : isPlaintextAnswer(cause)
        ? `${request.url.host} does not speak TLS; try http://${request.url.host}`
        : cause.message || code || 'failed';
  return new AgentError('UNREACHABLE', `${verb} "${request.url.href}": ${reason}`, { cause });
}

/** What OpenSSL makes of an answer in plain HTTP. */
function isPlaintextAnswer({ message }: Error): boolean {
  return /wrong version number|packet length too long/i.test(message);
}

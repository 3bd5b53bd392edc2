import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as sendRequest } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoint, seededRng, silentLogger, silentMetrics } from '@konsul/runtime';
import { VirtualClock } from '@konsul/simulation';
import * as x509 from '@peculiar/x509';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgentConfig } from '../../src/config/agent-config.js';
import { createHttpListeners, type HttpListeners } from '../../src/http/http-listeners.js';
import { createFakeLocal } from './fake-local.js';
import { defaultConfig } from './http-harness.js';
import { MemoryGateway } from './memory-gateway.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that is its own authority. */
async function selfSigned(): Promise<Certificate> {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=localhost',
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]),
    ],
  });
  const exported = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = exported.toString('base64').replace(/.{64}/g, '$&\n');
  const key = `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`;
  return { cert: certificate.toString('pem'), key };
}

/** A port that nobody else has at the moment. */
async function freeEndpoint(): Promise<Endpoint> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return { host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

let directory: string;
let certificate: Certificate;
let running: HttpListeners | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-http-'));
  certificate = await selfSigned();
  await writeFile(join(directory, 'cert.pem'), certificate.cert);
  await writeFile(join(directory, 'key.pem'), certificate.key);
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(directory, { recursive: true });
});

function listenersOf(
  endpoints: { http?: readonly Endpoint[]; https?: readonly Endpoint[] },
  https: object = {},
): HttpListeners {
  const clock = new VirtualClock();
  const config = {
    ...defaultConfig,
    limits: { ...defaultConfig.limits, httpsHandshakeTimeoutMs: 5000 },
    listeners: { http: [], https: [], dns: [], ...endpoints },
    tls: { https: { minVersion: 'TLSv1_2', verifyIncoming: false, ...https } },
  } as unknown as AgentConfig;
  return createHttpListeners({
    config,
    gateway: new MemoryGateway(clock),
    local: createFakeLocal(),
    context: { clock, rng: seededRng(1), logger: silentLogger, metrics: silentMetrics },
  });
}

function files(): object {
  return {
    certFile: join(directory, 'cert.pem'),
    keyFile: join(directory, 'key.pem'),
    caFile: join(directory, 'cert.pem'),
  };
}

function getSecurely(endpoint: Endpoint, client: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const { cert: ca } = certificate;
    const options = { ...endpoint, path: '/v1/agent/self', agent: false, ca, ...client };
    sendRequest(options, (incoming) => resolve(incoming.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });
}

describe('listeners', () => {
  test('answer HTTP and HTTPS on every address of the configuration', async () => {
    const [http, https] = [await freeEndpoint(), await freeEndpoint()];
    running = listenersOf({ http: [http], https: [https] }, files());
    await running.start();
    const plain = await fetch(`http://127.0.0.1:${http.port}/v1/agent/self`);
    expect(plain.status).toBe(200);
    await plain.text();
    expect(await getSecurely(https, {})).toBe(200);
  });

  test('HTTPS asks for a certificate where the configuration says so', async () => {
    const https = await freeEndpoint();
    running = listenersOf({ https: [https] }, { ...files(), verifyIncoming: true });
    await running.start();
    await expect(getSecurely(https, {})).rejects.toThrow();
    expect(await getSecurely(https, certificate)).toBe(200);
  });

  test('a certificate that cannot be read is named', async () => {
    const https = [await freeEndpoint()];
    const keyFile = join(directory, 'nope.pem');
    await expect(listenersOf({ https }, { ...files(), keyFile }).start()).rejects.toMatchObject({
      code: 'INVALID_CONFIG',
      detail: expect.stringContaining(`tls.https.key_file "${keyFile}"`),
    });
    await expect(listenersOf({ https }).start()).rejects.toMatchObject({ code: 'INVALID_CONFIG' });
    const unverifiable = { ...files(), caFile: undefined, verifyIncoming: true };
    await expect(listenersOf({ https }, unverifiable).start()).rejects.toMatchObject({
      code: 'INVALID_CONFIG',
    });
  });

  test('when one address cannot be bound, none is', async () => {
    const [free, taken] = [await freeEndpoint(), await freeEndpoint()];
    running = listenersOf({ http: [taken] });
    await running.start();
    await expect(listenersOf({ http: [free, taken] }).start()).rejects.toMatchObject({
      code: 'LISTEN_FAILED',
    });
    await expect(fetch(`http://127.0.0.1:${free.port}/`)).rejects.toThrow();
  });
});

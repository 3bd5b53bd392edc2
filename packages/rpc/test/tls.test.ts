import { connect as connectTls } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, createAuthority } from '../../../tools/certificate-authority.js';
import { createTlsCredentials, type RpcHandler, type TlsMaterial } from '../src/index.js';
import { Cluster, failure, read, text } from './cluster.js';

const cluster = new Cluster();
afterEach(() => cluster.close());

const whoAmI: RpcHandler = async (context) => text(context.isEncrypted ? 'encrypted' : 'clear');

let authority: Authority;
let dc1: TlsMaterial;
let dc2: TlsMaterial;
let client: TlsMaterial;
let expired: TlsMaterial;
let foreign: TlsMaterial;

beforeAll(async () => {
  authority = await createAuthority('Test CA');
  const other = await createAuthority('Other CA');
  [dc1, dc2, client, expired, foreign] = await Promise.all([
    authority.issue({ dnsName: 'server.dc1.consul' }),
    authority.issue({ dnsName: 'server.dc2.consul' }),
    authority.issue({ dnsName: 'client.dc1.consul' }),
    authority.issue({ dnsName: 'server.dc1.consul', isExpired: true }),
    other.issue({ dnsName: 'server.dc1.consul' }),
  ]);
});

function secured(material: TlsMaterial, options: { isTlsRequired?: boolean } = {}) {
  const tls = createTlsCredentials(material);
  return cluster.server({ whoAmI }, { listener: { tls, ...options } });
}

function pool(material: TlsMaterial) {
  return cluster.pool({ tls: createTlsCredentials(material) }).pool;
}

describe('mutual TLS', () => {
  test('carries calls between servers of one authority', async () => {
    const { peer, metrics } = await secured(dc1);
    expect(read(await pool(dc1).call(peer, 'whoAmI', text('')))).toBe('encrypted');
    expect(metrics.value('rpc.port.accepted{rpc}')).toBe(1);
  });

  test('carries large bodies both ways', async () => {
    const tls = createTlsCredentials(dc1);
    const echo: RpcHandler = async (_, body) => body;
    const { peer } = await cluster.server({ echo }, { listener: { tls } });
    const body = new Uint8Array(3_000_000).fill(9);
    expect(Buffer.compare(await pool(dc1).call(peer, 'echo', body), body)).toBe(0);
  });

  test('plaintext is refused when it is required, and served when it is not', async () => {
    const required = await secured(dc1);
    const { pool: clear } = cluster.pool();
    expect(await failure(clear.call(required.peer, 'whoAmI', text('')))).toMatchObject({
      code: 'HANDSHAKE_FAILED',
      mayHaveRun: false,
    });
    expect(required.metrics.value('rpc.port.rejected{plaintext-refused}')).toBe(1);
    const optional = await secured(dc1, { isTlsRequired: false });
    expect(read(await clear.call(optional.peer, 'whoAmI', text('')))).toBe('clear');
  });

  test('one peer can be dialled in clear although certificates are there', async () => {
    const { peer } = await cluster.server({ whoAmI });
    expect(read(await pool(dc1).call({ ...peer, useTls: false }, 'whoAmI', text('')))).toBe(
      'clear',
    );
  });
});

describe('who is not let in', () => {
  test('a server of another datacenter than the one that is meant', async () => {
    const { peer } = await secured(dc2);
    const error = await failure(pool(dc1).call(peer, 'whoAmI', text('')));
    expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED', mayHaveRun: false });
    expect(String(error)).toContain('server.dc1.consul');
  });

  test('a client of the same authority that poses as a server', async () => {
    const { peer } = await secured(client);
    const named = await failure(pool(dc1).call(peer, 'whoAmI', text('')));
    expect(named).toMatchObject({ code: 'HANDSHAKE_FAILED' });
    const unnamed = { host: peer.host, port: peer.port };
    const error = await failure(pool(dc1).call(unnamed, 'whoAmI', text('')));
    expect(String(error)).toContain('not a server');
  });

  test('a server whose certificate has ended', async () => {
    const { peer } = await secured(expired);
    const error = await failure(pool(dc1).call(peer, 'whoAmI', text('')));
    expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED' });
    expect(String(error)).toContain('expired');
  });

  test('a server of another authority', async () => {
    const { peer } = await secured(foreign);
    const error = await failure(pool(dc1).call(peer, 'whoAmI', text('')));
    expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED' });
  });

  test('a dialler of another authority, or with a certificate that has ended', async () => {
    const { peer, metrics } = await secured(dc1);
    const strangers = [{ ...foreign, authorityPem: authority.pem }, expired];
    for (const [index, material] of strangers.entries()) {
      const error = await failure(pool(material).call(peer, 'whoAmI', text('')));
      expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED', mayHaveRun: false });
      await metrics.reaches('rpc.port.rejected{tls-failed}', index + 1);
    }
    await metrics.reaches('rpc.port.connections', 0);
  });

  test('a dialler without a certificate', async () => {
    const { endpoint, metrics } = await secured(dc1);
    const { socket } = cluster.socket(endpoint);
    socket.write(Uint8Array.of(3));
    const bare = connectTls({ socket, ca: authority.pem, checkServerIdentity: () => undefined });
    bare.on('error', () => undefined);
    await metrics.reaches('rpc.port.rejected{tls-failed}', 1);
  });

  test('a dialler that asks for TLS inside TLS', async () => {
    const { endpoint, metrics } = await secured(dc1);
    const { socket } = cluster.socket(endpoint);
    socket.write(Uint8Array.of(3));
    const { certificatePem: cert, privateKeyPem: key, authorityPem: ca } = dc1;
    const checkServerIdentity = (): undefined => undefined;
    const inside = connectTls({ socket, cert, key, ca, checkServerIdentity });
    inside.on('error', () => undefined);
    inside.write(Uint8Array.of(3));
    await metrics.reaches('rpc.port.rejected{tls-in-tls}', 1);
  });

  test('a dialler that begins TLS and then says nothing', async () => {
    const { endpoint, metrics, clock } = await secured(dc1);
    const { socket, closed } = cluster.socket(endpoint);
    socket.write(Uint8Array.of(3));
    await metrics.reaches('rpc.port.connections', 1);
    clock.advanceBy(5_000);
    await closed;
    expect(metrics.value('rpc.port.rejected{handshake-timeout}')).toBe(1);
  });
});

describe('new certificates', () => {
  test('serve connections made from then on, and open ones stay', async () => {
    const tls = createTlsCredentials(dc1);
    const { peer, metrics } = await cluster.server({ whoAmI }, { listener: { tls } });
    const before = pool(dc1);
    await before.call(peer, 'whoAmI', text(''));
    tls.reload(dc2);
    const error = await failure(pool(dc1).call(peer, 'whoAmI', text('')));
    expect(error).toMatchObject({ code: 'HANDSHAKE_FAILED' });
    expect(read(await before.call(peer, 'whoAmI', text('')))).toBe('encrypted');
    tls.reload(await authority.issue({ dnsName: 'server.dc1.consul' }));
    expect(read(await pool(dc1).call(peer, 'whoAmI', text('')))).toBe('encrypted');
    expect(metrics.value('rpc.port.accepted{rpc}')).toBe(2);
  });

  test('that cannot be used are refused and change nothing', async () => {
    const tls = createTlsCredentials(dc1);
    const { peer } = await cluster.server({ whoAmI }, { listener: { tls } });
    const mixed = { ...dc1, privateKeyPem: dc2.privateKeyPem };
    expect(() => tls.reload(mixed)).toThrow('[INVALID_TLS]');
    expect(() => createTlsCredentials({ ...dc1, certificatePem: 'nonsense' })).toThrow(
      '[INVALID_TLS]',
    );
    expect(read(await pool(dc1).call(peer, 'whoAmI', text('')))).toBe('encrypted');
  });

  test('a dialler uses them from its next dial on', async () => {
    const { peer } = await secured(dc1);
    const tls = createTlsCredentials(expired);
    const { pool: ours, clock } = cluster.pool({ tls });
    expect(await failure(ours.call(peer, 'whoAmI', text('')))).toMatchObject({
      code: 'HANDSHAKE_FAILED',
    });
    tls.reload(dc1);
    clock.advanceBy(10_000);
    expect(read(await ours.call(peer, 'whoAmI', text('')))).toBe('encrypted');
  });
});

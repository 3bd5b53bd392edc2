import { expect, test } from 'vitest';
import {
  createConnectionPool,
  createPortListener,
  createProtocolStreamTransport,
  createRpcServer,
  createTlsCredentials,
  RpcError,
} from '../src/index.js';

/** What callers without a compiler may do. */
type Loose = (options?: object) => unknown;

const identity = { datacenter: 'dc1', nodeName: 'a' };
const listener = { host: '127.0.0.1', port: 0, identity };
const pool = createConnectionPool({ identity });

test.each<[string, Loose, object | undefined, string]>([
  ['a listener', createPortListener as Loose, undefined, 'options must be an object'],
  [
    'a listener',
    createPortListener as Loose,
    { ...listener, port: '1' },
    'port must be an integer',
  ],
  [
    'a listener',
    createPortListener as Loose,
    { ...listener, identity: { datacenter: 'dc1' } },
    'identity.nodeName must be a text that is not empty; it is undefined',
  ],
  [
    'a listener',
    createPortListener as Loose,
    { ...listener, handshakeTimeout: 5 },
    'there is no option handshakeTimeout; did you mean handshakeTimeoutMs?',
  ],
  ['a pool', createConnectionPool as Loose, {}, 'identity must be an object; it is undefined'],
  [
    'a pool',
    createConnectionPool as Loose,
    { identity, reconnect: { delayMs: 5 } },
    'there is no option reconnect.delayMs',
  ],
  [
    'a pool',
    createConnectionPool as Loose,
    { identity, tls: { cert: 'x' } },
    'tls must have the methods acceptOptions, dialOptions, onReload; acceptOptions is missing',
  ],
  [
    'a server',
    createRpcServer as Loose,
    { methods: { hello: () => undefined } },
    'methods must be a Map of handlers by method name; it is an object with hello',
  ],
  [
    'streams',
    createProtocolStreamTransport as Loose,
    { protocol: 'raft', pool },
    'listener must be an object with the methods handle; it is undefined',
  ],
  ['certificates', createTlsCredentials as Loose, {}, 'certificatePem must be a text'],
])('options of %s that have a wrong shape are refused by name', (_, create, options, message) => {
  const make = () => create(options);
  expect(make).toThrow(RpcError);
  expect(make).toThrow('[INVALID_CONFIG]');
  expect(make).toThrow(message);
});

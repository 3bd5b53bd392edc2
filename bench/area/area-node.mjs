// One server of an area: echoes packets and calls, and loads another one when it is told to.
import { createAreaTransport } from '@konsul/area-transport';
import {
  createConnectionPool,
  createPortListener,
  createRpcServer,
  createTlsCredentials,
} from '@konsul/rpc';
import { emit, serveCommands, startArgument } from '../harness/commands.mjs';
import { runLoad } from '../harness/load.mjs';

const { datacenter, peerDatacenter, isPooling, material, role } = startArgument();

const tls = material && createTlsCredentials(material);
const nodeName = role;
const identity = { datacenter, nodeName, capabilities: isPooling ? ['pooling'] : [] };
const listener = createPortListener({ host: '127.0.0.1', port: 0, identity, tls });
const endpoint = await listener.listen();
const pool = createConnectionPool({ identity, tls });
const area = { datacenter, peerDatacenter };
const { datagrams } = createAreaTransport({ area, pool, listener });

const methods = new Map([['echo', (_, body) => Promise.resolve(body)]]);
listener.handle({ protocol: 'rpc' }, createRpcServer({ methods }).accept);

/** Packets wait here for their echo; one that takes longer counts as lost. */
const echoes = [];
const ECHO_TIMEOUT_MS = 500;

await datagrams.listen((from, bytes) => {
  if (role === 'server') datagrams.send(from, bytes);
  else echoes.shift()?.resolve();
});

function sendAndAwaitEcho(peer, packet) {
  return new Promise((resolve, reject) => {
    const waiter = { resolve, reject, sentAtMs: performance.now() };
    echoes.push(waiter);
    datagrams.send(peer, packet);
  });
}

function giveUpLostPackets() {
  const oldestMs = performance.now() - ECHO_TIMEOUT_MS;
  while (echoes.length > 0 && echoes[0].sentAtMs < oldestMs) {
    echoes.shift().reject(new Error('a packet was lost'));
  }
}

setInterval(giveUpLostPackets, ECHO_TIMEOUT_MS).unref();

serveCommands({
  async load({ what, peer, conc, secs, size }) {
    const to = { ...peer, name: `server.${peerDatacenter}`, datacenter: peerDatacenter };
    const operation =
      what === 'packets'
        ? () => sendAndAwaitEcho(to, new Uint8Array(size))
        : () => pool.call(to, 'echo', new Uint8Array(size));
    const result = await runLoad({ operation, callerCount: conc, durationMs: secs * 1_000 });
    emit({ ev: 'load', ...result });
  },
});
emit({ ev: 'up', endpoint });

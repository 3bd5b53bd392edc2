// Stands in front of every member of a cluster, as the address that the member announces; see "Faults"
// in ../README.md.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { emit, serveCommands, startArgument } from '../harness/commands.mjs';

const host = '127.0.0.1';
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;
/** What TCP waits before it sends the first packet of a connection again. */
const RETRANSMISSION_MS = 1_000;

const { n, basePort, advertisePort, seed } = startArgument();

/** The same sequence for both sides. Source: Marsaglia, "Xorshift RNGs" (2003). */
let state = seed | 1;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

/** @param {readonly number[]} range */
const between = ([min = 0, max = 0]) => min + random() * (max - min);

/** No faults; a `faults` command says otherwise. */
let faults = { loss: 0, delayMs: [0, 0], stalls: { count: 0, stallMs: [0, 0], pauseMs: [0, 0] } };
let generation = 0;
/** When each member will hear again. */
const stalledUntilMs = new Array(n).fill(0);
const sockets = [];

/** How long what is sent to a member takes to it: the network's delay, and its stall. */
function waitMs(member) {
  const stallMs = Math.max(0, stalledUntilMs[member] - performance.now());
  return Math.max(stallMs, between(faults.delayMs));
}

function later(delayMs, action) {
  if (delayMs < 1) action();
  else setTimeout(action, delayMs);
}

async function listen(member) {
  const port = advertisePort + member;
  const to = { port: basePort + member, host };
  const socket = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
  sockets[member] = socket;
  socket.on('message', (bytes, sender) => {
    if (random() < faults.loss) return;
    const from = sockets[sender.port - basePort] ?? socket;
    // A member that is killed refuses; to the sender that is a lost packet.
    later(waitMs(member), () => from.send(bytes, to.port, host, () => undefined));
  });
  socket.bind(port, host);
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true });
  server.on('connection', (incoming) => {
    incoming.on('error', () => incoming.destroy());
    // The first packet each way can be lost, and is sent again after a second.
    const lostCount = Number(random() < faults.loss) + Number(random() < faults.loss);
    const delayMs = waitMs(member) + between(faults.delayMs) + lostCount * RETRANSMISSION_MS;
    later(delayMs, () => pipe(incoming, to));
  });
  server.listen(port, host);
  await Promise.all([once(socket, 'listening'), once(server, 'listening')]);
}

function pipe(incoming, to) {
  if (incoming.destroyed) return;
  const outgoing = connect({ ...to, allowHalfOpen: true });
  const end = () => {
    incoming.destroy();
    outgoing.destroy();
  };
  for (const stream of [incoming, outgoing]) stream.on('error', end).on('close', end);
  incoming.pipe(outgoing);
  outgoing.pipe(incoming);
}

/** One member after the other is deaf for a while: what comes for it is delivered at the end. */
function stallAgain(own) {
  if (own !== generation) return;
  const { stallMs, pauseMs } = faults.stalls;
  const member = Math.floor(random() * n);
  const durationMs = between(stallMs);
  stalledUntilMs[member] = Math.max(stalledUntilMs[member], performance.now() + durationMs);
  setTimeout(stallAgain, durationMs + between(pauseMs), own);
}

serveCommands({
  async open() {
    await Promise.all(Array.from({ length: n }, (_, member) => listen(member)));
    emit({ ev: 'open' });
  },
  faults({ of }) {
    faults = of;
    generation += 1;
    for (let i = 0; i < faults.stalls.count; i += 1) stallAgain(generation);
    emit({ ev: 'faults' });
  },
});

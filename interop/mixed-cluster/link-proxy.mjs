import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { isConnectionOf } from './socket-owner.mjs';

/**
 * Stands between all agents. Each announces the address of its proxy; what comes in there is passed on
 * to the agent as if it came from the sender's own proxy, unless the two are parted. So both directions
 * of any pair can be cut without privileges.
 */
export class LinkProxy {
  #agents;
  #isParted = () => false;
  #datagrams = new Map();
  #links = new Set();

  constructor(agents) {
    this.#agents = agents;
  }

  async open() {
    await Promise.all(this.#agents.map((agent) => this.#listen(agent)));
  }

  /** Cuts the pairs that the predicate names, and mends all others. */
  part(isParted) {
    this.#isParted = (one, other) => isParted(one, other) || isParted(other, one);
    for (const { from, to, end } of this.#links) if (this.#isParted(from, to)) end();
  }

  heal() {
    this.#isParted = () => false;
  }

  async #listen(agent) {
    const { host, port } = agent.proxy;
    const socket = createSocket('udp4');
    this.#datagrams.set(agent, socket);
    socket.on('message', (bytes, sender) => this.#passOn(bytes, sender, agent));
    socket.bind(port, host);
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true });
    server.on('connection', (incoming) => void this.#connect(incoming, agent));
    server.listen(port, host);
    await Promise.all([once(socket, 'listening'), once(server, 'listening')]);
  }

  #passOn(bytes, { address, port }, to) {
    const from = this.#agents.find(({ bind }) => bind.host === address && bind.port === port);
    if (from === undefined || this.#isParted(from, to)) return;
    // An agent that is down refuses; to the sender that is a lost packet.
    this.#datagrams.get(from)?.send(bytes, to.bind.port, to.bind.host, () => undefined);
  }

  async #connect(incoming, to) {
    incoming.on('error', () => incoming.destroy());
    const from = await this.#dialler(incoming);
    if (from === undefined || this.#isParted(from, to) || incoming.destroyed) {
      incoming.destroy();
      return;
    }
    const outgoing = connect({ ...to.bind, allowHalfOpen: true });
    const end = () => {
      incoming.destroy();
      outgoing.destroy();
      this.#links.delete(link);
    };
    const link = { from, to, end };
    this.#links.add(link);
    for (const socket of [incoming, outgoing]) socket.on('error', end).on('close', end);
    incoming.pipe(outgoing);
    outgoing.pipe(incoming);
  }

  /**
   * The agent whose process holds the other end of a connection: its port says nothing. There is none when
   * that process has closed it since, or has ended.
   */
  async #dialler({ remoteAddress, remotePort, localAddress, localPort }) {
    const isOwner = await isConnectionOf(
      { host: remoteAddress, port: remotePort },
      { host: localAddress, port: localPort },
    );
    for (const agent of this.#agents) {
      if (agent.pid !== undefined && (await isOwner(agent.pid))) return agent;
    }
    return undefined;
  }
}

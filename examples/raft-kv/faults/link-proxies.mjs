import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** In a frame of the Raft transport: header, magic, version, kind and group come before the names. */
const NAMES_OFFSET = 8 + 4 + 1 + 1 + 4;

/** Who has dialled, by the first frame of a connection; undefined until that is there. */
function diallerOf(bytes) {
  const clusterEnd = textEnd(bytes, NAMES_OFFSET);
  const end = clusterEnd === undefined ? undefined : textEnd(bytes, clusterEnd);
  return end === undefined ? undefined : bytes.toString('utf8', clusterEnd + 2, end);
}

function textEnd(bytes, start) {
  if (bytes.length < start + 2) return undefined;
  const end = start + 2 + bytes.readUInt16LE(start);
  return bytes.length < end ? undefined : end;
}

/**
 * Stands between all servers: each announces the address of its proxy. A link is one direction
 * between two of them, `a>b`, over whatever connections: any link can be cut while the reverse works.
 */
export class LinkProxies {
  #listeners = [];
  /** Links that carry nothing, and those whose connections end. */
  #held = new Set();
  #broken = new Set();
  #connections = new Set();

  /** Opens the way to a server. @returns the port to announce. */
  async open(id, target) {
    const listener = createServer((incoming) => this.#accept(incoming, { id, ...target }));
    this.#listeners.push(listener);
    listener.listen(0, target.host);
    await once(listener, 'listening');
    return listener.address().port;
  }

  /** Nothing gets through any more. It is kept, and given late, unless connections break. */
  cut(links, isBroken) {
    for (const link of links) (isBroken ? this.#broken : this.#held).add(link);
    for (const connection of this.#connections) this.#apply(connection);
  }

  mend() {
    this.#held.clear();
    this.#broken.clear();
    for (const connection of this.#connections) this.#apply(connection);
  }

  close() {
    for (const listener of this.#listeners) listener.close();
    for (const { end } of this.#connections) end();
  }

  #accept(incoming, target) {
    let bytes = Buffer.alloc(0);
    incoming.on('error', () => incoming.destroy());
    const onData = (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const from = diallerOf(bytes);
      if (from === undefined) return;
      incoming.pause();
      incoming.off('data', onData);
      incoming.unshift(bytes);
      this.#connect(incoming, from, target);
    };
    incoming.on('data', onData);
  }

  #connect(incoming, from, target) {
    const outgoing = connect(target.port, target.host);
    const end = () => {
      incoming.destroy();
      outgoing.destroy();
      this.#connections.delete(connection);
    };
    const flows = [
      new Flow(`${from}>${target.id}`, incoming, outgoing),
      new Flow(`${target.id}>${from}`, outgoing, incoming),
    ];
    const connection = { flows, end };
    this.#connections.add(connection);
    for (const socket of [incoming, outgoing]) socket.on('error', end).on('close', end);
    this.#apply(connection);
  }

  #apply({ flows, end }) {
    if (flows.some(({ link }) => this.#broken.has(link))) end();
    else for (const flow of flows) flow.hold(this.#held.has(flow.link));
  }
}

/** What goes one way on one connection. */
class Flow {
  #source;
  #sink;
  #isHeld = true;

  constructor(link, source, sink) {
    this.link = link;
    this.#source = source.pause();
    this.#sink = sink;
    source.on('data', (bytes) => {
      if (!sink.write(bytes)) source.pause();
    });
    source.on('end', () => sink.end());
    sink.on('drain', () => this.hold(this.#isHeld));
  }

  hold(isHeld) {
    this.#isHeld = isHeld;
    if (isHeld) this.#source.pause();
    else if (!this.#sink.writableNeedDrain) this.#source.resume();
  }
}

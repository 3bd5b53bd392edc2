import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const TYPES = { A: 1, SRV: 33 };
const HEADER_BYTES = 12;
const QUERY_TIMEOUT_MS = 1_000;

/** One UDP socket that asks a DNS server, many questions at a time. */
export class DnsClient {
  #socket = createSocket('udp4');
  #waiting = new Map();
  #nextId = 0;
  #sweep;

  async connect({ host, port }) {
    this.#socket.connect(port, host);
    await once(this.#socket, 'connect');
    this.#socket.on('message', (answer) => this.#onAnswer(answer));
    this.#socket.on('error', () => undefined);
    this.#sweep = setInterval(() => this.#giveUpLost(), QUERY_TIMEOUT_MS / 2);
  }

  /**
   * Asks a question made by {@link encodeQuery}.
   *
   * @returns how many answers came; rejects when none came in time or the server refused.
   */
  ask(query) {
    return new Promise((resolve, reject) => {
      this.#nextId = (this.#nextId + 1) & 0xffff;
      const packet = Buffer.from(query);
      packet.writeUInt16BE(this.#nextId, 0);
      this.#waiting.set(this.#nextId, { resolve, reject, sentAtMs: performance.now() });
      this.#socket.send(packet);
    });
  }

  close() {
    clearInterval(this.#sweep);
    this.#socket.close();
  }

  #onAnswer(answer) {
    const id = answer.readUInt16BE(0);
    const waiter = this.#waiting.get(id);
    if (waiter === undefined) return;
    this.#waiting.delete(id);
    const code = answer[3] & 0x0f;
    if (code === 0) waiter.resolve(answer.readUInt16BE(6));
    else waiter.reject(new Error(`the answer has code ${code}`));
  }

  #giveUpLost() {
    const oldestMs = performance.now() - QUERY_TIMEOUT_MS;
    for (const [id, { sentAtMs, reject }] of this.#waiting) {
      if (sentAtMs > oldestMs) return;
      this.#waiting.delete(id);
      reject(new Error('no answer came'));
    }
  }
}

/** A question, with an identifier that {@link DnsClient.ask} replaces. */
export function encodeQuery(name, type) {
  const header = Buffer.alloc(HEADER_BYTES);
  // One question, recursion wanted.
  header[2] = 1;
  header[5] = 1;
  const labels = name.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]);
  return Buffer.concat([header, Buffer.from([...labels, 0, 0, TYPES[type], 0, 1])]);
}

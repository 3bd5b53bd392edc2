import { connect } from 'node:net';
import { MsgpackWriter } from '@konsul/swim';

/** A connection to the command port of a Serf agent of any make: sends commands, watches for texts. */
export class SerfConnection {
  #socket;
  #writer = new MsgpackWriter();
  #seq = 0;
  /** The end of what came last, as a text may come in two pieces. */
  #tail = '';
  #watches = new Map();

  constructor(port, host = '127.0.0.1') {
    this.#socket = connect(port, host);
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve).once('error', reject);
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('data', (bytes) => this.#take(bytes.toString('latin1')));
    this.send('handshake', { Version: 1 });
  }

  send(command, body) {
    this.#seq += 1;
    this.#write({ Command: command, Seq: this.#seq });
    if (body !== undefined) this.#write(body);
    this.#socket.write(this.#writer.finish());
  }

  /** Resolves when the text comes for the first time. */
  watch(text) {
    return new Promise((resolve) => this.#watches.set(text, resolve));
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    const seen = this.#tail + chunk;
    for (const [text, resolve] of this.#watches) {
      if (!seen.includes(text)) continue;
      this.#watches.delete(text);
      resolve(performance.now());
    }
    this.#tail = seen.slice(-64);
  }

  #write(value) {
    const writer = this.#writer;
    if (typeof value === 'number') writer.writeUint(value);
    else if (typeof value === 'boolean') writer.writeBool(value);
    else if (typeof value === 'string') writer.writeString(value);
    else if (value instanceof Uint8Array) writer.writeBytes(value);
    else if (Array.isArray(value)) {
      writer.writeArrayHeader(value.length);
      for (const item of value) this.#write(item);
    } else {
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      writer.writeMapHeader(entries.length);
      for (const [key, item] of entries) {
        writer.writeString(key);
        this.#write(item);
      }
    }
  }
}

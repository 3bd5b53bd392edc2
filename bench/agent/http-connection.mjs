import { connect } from 'node:net';

const CRLF = '\r\n';
const HEAD_END = Buffer.from(CRLF + CRLF);
const CHUNKS_END = Buffer.from(`0${CRLF}${CRLF}`);
const EMPTY = Buffer.alloc(0);

/**
 * One kept HTTP/1.1 connection, one request at a time. It knows just enough of HTTP to cost little
 * beside the servers that it loads; after a failure it dials anew with the next request.
 */
export class HttpConnection {
  #host;
  #port;
  #socket;
  #received = EMPTY;
  #waiter;

  constructor({ host, port }) {
    this.#host = host;
    this.#port = port;
  }

  /** @returns status and body; rejects when the connection breaks. */
  request(method, path, body = EMPTY) {
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
      this.#socket ??= this.#dial();
      const head =
        `${method} ${path} HTTP/1.1${CRLF}Host: ${this.#host}:${this.#port}${CRLF}` +
        `Content-Length: ${body.length}${CRLF}${CRLF}`;
      this.#socket.write(body.length === 0 ? head : Buffer.concat([Buffer.from(head), body]));
    });
  }

  close() {
    this.#socket?.destroy();
  }

  #dial() {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    this.#received = EMPTY;
    socket.on('data', (bytes) => this.#onData(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#socket = undefined;
      this.#waiter?.reject(new Error('the connection broke'));
    });
    return socket;
  }

  #onData(bytes) {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const body = bodyOf(head, this.#received.subarray(headEnd + HEAD_END.length));
    if (body === undefined) return;
    const waiter = this.#waiter;
    this.#received = EMPTY;
    this.#waiter = undefined;
    waiter?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

/** The body once all of it is there; chunks are left as they came. */
function bodyOf(head, bytes) {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) return bytes.length >= Number(length) ? bytes : undefined;
  if (!/^transfer-encoding: *chunked/im.test(head)) return bytes;
  return bytes.subarray(-CHUNKS_END.length).equals(CHUNKS_END) ? bytes : undefined;
}

/** A request that must succeed. @returns its JSON. */
export async function requestJson(endpoint, method, path, body) {
  const connection = new HttpConnection(endpoint);
  try {
    const bytes = body === undefined ? EMPTY : Buffer.from(body);
    const answer = await connection.request(method, path, bytes);
    if (answer.status !== 200) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    }
    const text = answer.body.toString();
    return text === '' ? undefined : JSON.parse(text);
  } finally {
    connection.close();
  }
}

import { Agent, request as open } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * One request. `status` is undefined without an answer; `isRefused` then says that nobody was there to
 * take it. Nothing is ever sent twice.
 */
export function call({ host, port }, { method, path, value, timeoutMs }) {
  return new Promise((resolve) => {
    const finish = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    const headers = { 'content-length': Buffer.byteLength(value ?? '') };
    const request = open({ host, port, method, path, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => finish({ status: response.statusCode, body: JSON.parse(text) }));
      response.on('error', () => finish({}));
      response.on('aborted', () => finish({}));
    });
    request.on('error', ({ code }) => finish({ isRefused: code === 'ECONNREFUSED' }));
    const timer = setTimeout(() => {
      request.destroy();
      finish({});
    }, timeoutMs);
    request.end(value);
  });
}

/** Ends connections that are kept for later. */
export function endConnections() {
  agent.destroy();
}

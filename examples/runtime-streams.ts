import { createTcpTransport } from '@konsul/runtime';

const server = createTcpTransport({ host: '127.0.0.1', port: 0 });
const client = createTcpTransport({ host: '127.0.0.1', port: 0 });

// Handlers are set in the turn in which a stream arrives; bytes wait until then.
const endpoint = await server.listen((stream) => {
  stream.setHandlers({
    data: (bytes) => void stream.write(bytes),
    end: () => stream.end(),
  });
});

const stream = await client.connect(endpoint, { timeoutMs: 1000 });
const echo = await new Promise<string>((resolve, reject) => {
  let text = '';
  stream.setHandlers({
    data: (bytes) => {
      text += new TextDecoder().decode(bytes);
    },
    // Called exactly once, with a reason if it was not an orderly end.
    close: (error) => (error === undefined ? resolve(text) : reject(error)),
  });
  stream.write(new TextEncoder().encode('hello'));
  stream.end();
});
console.log(`${endpoint.host} echoes ${echo}`);
if (echo !== 'hello') throw new Error('the echo must be what was sent');
await Promise.all([client.close(), server.close()]);

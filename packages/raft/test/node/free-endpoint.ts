import { createTcpTransport, type Endpoint } from '@konsul/runtime';

/** A loopback port that nothing listens on at present. */
export async function freeEndpoint(): Promise<Endpoint> {
  const transport = createTcpTransport({ host: '127.0.0.1', port: 0 });
  const endpoint = await transport.listen((stream) => stream.destroy());
  await transport.close();
  return endpoint;
}

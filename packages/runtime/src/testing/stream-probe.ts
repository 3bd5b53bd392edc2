import type { Endpoint } from '../core/index.js';
import type { ByteStream, StreamTransport } from '../transport.js';
import { type ContractSubject, settled } from './contract.js';

/** Streams on a network on which nothing is lost. */
export interface StreamPairSubject extends ContractSubject {
  /** A transport that is not listening yet; `port` 0 lets it choose. */
  create(port: number): StreamTransport;
  /** A transport to dial from, where one must listen before it may dial. Default a created one. */
  createDialler?(): Promise<StreamTransport>;
}

/** A subject that also knows where dialling is in vain. */
export interface StreamSubject extends StreamPairSubject {
  /** Where nobody listens. */
  refusingEndpoint(): Promise<Endpoint>;
  /** Where a request to connect gets no answer at all. */
  silentEndpoint(): Promise<Endpoint>;
}

/** An end of a stream that writes down what it is told. */
export interface StreamProbe {
  readonly stream: ByteStream;
  /** `end`, `drain`, `close` or `close CODE`, in order. */
  readonly told: string[];
  receivedBytes: number;
  readonly received: Uint8Array[];
}

/** How long dials may take in these contracts; far more than they need. */
export const DIAL: { readonly timeoutMs: number } = { timeoutMs: 5000 };

export function probe(stream: ByteStream): StreamProbe {
  const probed: StreamProbe = { stream, told: [], received: [], receivedBytes: 0 };
  stream.setHandlers({
    data: (bytes) => {
      probed.received.push(bytes);
      probed.receivedBytes += bytes.length;
    },
    end: () => void probed.told.push('end'),
    drain: () => void probed.told.push('drain'),
    close: (error) => {
      const code = error !== undefined && 'code' in error ? ` ${error.code}` : '';
      probed.told.push(`close${code}`);
    },
  });
  return probed;
}

/** Everything a probe has received, in one piece. */
export function receivedOf({ received, receivedBytes }: StreamProbe): Uint8Array {
  const all = new Uint8Array(receivedBytes);
  let filled = 0;
  for (const bytes of received) {
    all.set(bytes, filled);
    filled += bytes.length;
  }
  return all;
}

/** A client and a server, each with its transport. */
export interface StreamPair {
  readonly client: StreamProbe;
  readonly server: StreamProbe;
  readonly dialler: StreamTransport;
  readonly listener: StreamTransport;
  readonly endpoint: Endpoint;
}

/** A transport that may dial. */
export async function openDialler(subject: StreamPairSubject): Promise<StreamTransport> {
  if (subject.createDialler === undefined) return subject.create(0);
  return await settled(subject, subject.createDialler());
}

export async function connectPair(subject: StreamPairSubject): Promise<StreamPair> {
  const [listener, dialler] = [subject.create(0), await openDialler(subject)];
  const accepted: StreamProbe[] = [];
  const listening = listener.listen((stream) => void accepted.push(probe(stream)));
  const endpoint = await settled(subject, listening);
  const client = probe(await settled(subject, dialler.connect(endpoint, DIAL)));
  await subject.until(() => accepted.length === 1);
  return { client, server: accepted[0] as StreamProbe, dialler, listener, endpoint };
}

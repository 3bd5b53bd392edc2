import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';
import { type Endpoint, formatEndpoint } from '@konsul/runtime';
import { withHttp2Session } from './http2-session.js';
import type { Probe, ProbeResult } from './probe.js';
import type { ProbeTls } from './tcp-probe.js';

const METHOD_PATH = '/grpc.health.v1.Health/Check';
const SERVING = 1;
/** A health answer is a few bytes; a longer one is none. */
const ANSWER_BYTES_MAX = 1024;
/** Length-prefixed messages begin with a flag and four bytes of length. */
const PREFIX_BYTES = 5;

const statusNames = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN'];

/** What a gRPC check asks for. */
export interface GrpcTarget {
  readonly endpoint: Endpoint;
  /** Empty: the server as a whole. */
  readonly service: string;
  /** Undefined: unencrypted. */
  readonly tls: ProbeTls | undefined;
}

/**
 * Passing when the service says that it is SERVING.
 *
 * Source: gRPC health checking protocol, and the protocol of gRPC over HTTP/2.
 */
export function createGrpcProbe({ endpoint, service, tls }: GrpcTarget): Probe {
  const name = service === '' ? formatEndpoint(endpoint) : `${formatEndpoint(endpoint)}/${service}`;
  return (signal) =>
    withHttp2Session({ target: endpoint, tls, signal }, async (session): Promise<ProbeResult> => {
      const status = await askHealth(session, healthRequest(service));
      if (status === SERVING) return { status: 'passing', output: `gRPC check ${name}: success` };
      const word = statusNames[status] ?? String(status);
      return { status: 'critical', output: `gRPC ${name} serving status: ${word}` };
    });
}

/** @returns the number of the health status. */
function askHealth(session: ClientHttp2Session, body: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': METHOD_PATH,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const chunks: Uint8Array[] = [];
    let answerBytes = 0;
    let refusal: string | undefined;
    const takeStatus = (headers: IncomingHttpHeaders): void => {
      refusal ??= refusalOf(headers);
    };
    stream.on('response', takeStatus);
    stream.on('trailers', takeStatus);
    stream.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk);
      answerBytes += chunk.length;
      if (answerBytes > ANSWER_BYTES_MAX) stream.destroy(new Error('health answer is too long'));
    });
    stream.on('error', reject);
    // Whether the call failed is said behind the answer.
    stream.once('close', () => {
      if (refusal === undefined) resolve(healthStatus(joined(chunks, answerBytes)));
      else reject(new Error(refusal));
    });
    stream.end(body);
  });
}

function refusalOf(headers: IncomingHttpHeaders): string | undefined {
  const httpStatus = headers[':status'];
  if (httpStatus !== undefined && Number(httpStatus) !== 200) return `HTTP status ${httpStatus}`;
  const grpcStatus = headers['grpc-status'];
  if (grpcStatus === undefined || grpcStatus === '0') return undefined;
  const message = headers['grpc-message'];
  return `rpc error: code = ${String(grpcStatus)} desc = ${String(message ?? '')}`;
}

/** A length-prefixed message with the service as field 1. */
function healthRequest(service: string): Uint8Array {
  const name = new TextEncoder().encode(service);
  const message = name.length === 0 ? new Uint8Array(0) : field(name);
  const framed = new Uint8Array(PREFIX_BYTES + message.length);
  new DataView(framed.buffer).setUint32(1, message.length);
  framed.set(message, PREFIX_BYTES);
  return framed;
}

function field(value: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = value.length; ; rest >>>= 7) {
    length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  return Uint8Array.of(0x0a, ...length, ...value);
}

/** Field 1 of the answer; 0 where it is absent. */
function healthStatus(answer: Uint8Array): number {
  const message = answer.subarray(PREFIX_BYTES);
  return message[0] === 0x08 ? (message[1] ?? 0) : 0;
}

function joined(chunks: readonly Uint8Array[], lengthBytes: number): Uint8Array {
  const all = new Uint8Array(lengthBytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

import type { Endpoint } from '@konsul/runtime';
import { withHttp2Session } from './http2-session.js';
import type { Probe } from './probe.js';
import type { ProbeTls } from './tcp-probe.js';

/** Passing when an HTTP/2 PING frame is answered. Source: RFC 9113 section 6.7. */
export function createH2PingProbe(target: Endpoint, tls: ProbeTls | undefined): Probe {
  return (signal) =>
    withHttp2Session(
      { target, tls, signal },
      (session) =>
        new Promise((resolve, reject) => {
          session.once('connect', () => {
            session.ping((error) => {
              if (error === null) {
                resolve({ status: 'passing', output: 'HTTP2 ping was successful' });
              } else reject(new Error(`Failed to send ping: ${error.message}`));
            });
          });
        }),
    );
}

import type { Clock } from '@konsul/runtime';
import type { HttpTransport } from '../cli/http-transport.js';
import { AgentError } from '../errors.js';

/** Gives a request up when its answer takes too long; what becomes of it then is not looked at. */
export function boundedHttp(http: HttpTransport, clock: Clock, timeoutMs: number): HttpTransport {
  return (request) =>
    new Promise((resolve, reject) => {
      const cancel = clock.schedule(clock.nowMs() + timeoutMs, () =>
        reject(
          new AgentError(
            'UNREACHABLE',
            `no answer from ${request.url.host} within ${timeoutMs} ms`,
          ),
        ),
      );
      http(request).then(resolve, reject).finally(cancel);
    });
}

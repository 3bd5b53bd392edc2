import { cancelled } from '../request/local-read.js';
import { jitteredWaitMs } from '../request/wait-time.js';
import type { ApiRequest } from './api-request.js';
import { parseWait } from './read-options.js';
import type { RouteContext } from './route.js';

/**
 * Waits until something about this machine's services has become so, or the time is up that the
 * caller is ready to wait; which of the two it was is for the caller to look.
 *
 * @throws HttpError 400 for a time that is none; RequestError CANCELLED when the caller is gone.
 */
export function waitForLocalChange(
  { local, clock, rng }: RouteContext,
  request: ApiRequest,
  isSo: () => boolean,
): Promise<void> {
  const waitMs = jitteredWaitMs(parseWait(request.text('wait')), rng);
  if (isSo()) return Promise.resolve();
  const { signal } = request;
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      stopListening();
      cancelTimer();
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = (): void => finish(() => reject(cancelled()));
    const stopListening = local.services.onChange(() => {
      if (isSo()) finish(resolve);
    });
    const cancelTimer = clock.schedule(clock.nowMs() + waitMs, () => finish(resolve));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

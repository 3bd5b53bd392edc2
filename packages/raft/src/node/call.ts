import { RaftError } from '../errors.js';

/** One call of a user that waits for its outcome. Only the first settlement counts. */
export interface Call<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: RaftError) => void;
}

/** The caller's signal has fired. */
export function aborted(): RaftError {
  return new RaftError('ABORTED', 'the caller stopped waiting');
}

/** Opens a call that ends early when the signal fires. */
export function openCall<T>(signal: AbortSignal | undefined): Call<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: RaftError) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  if (signal === undefined) return { promise, resolve, reject };
  const abort = (): void => reject(aborted());
  signal.addEventListener('abort', abort, { once: true });
  const detach = (): void => signal.removeEventListener('abort', abort);
  return {
    promise,
    resolve: (value) => {
      detach();
      resolve(value);
    },
    reject: (error) => {
      detach();
      reject(error);
    },
  };
}

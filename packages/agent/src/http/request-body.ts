import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.js';

/** Of a body that is too large, this much more is taken in so that its sender reads the refusal. */
const DISCARDED_BYTES_MAX = 8 * 1024 * 1024;

/** How large a body may be, and what is said to whoever exceeds it. */
export interface BodyLimit {
  readonly bytesMax: number;
  /** The setting that raises it, or that there is none. */
  readonly advice: string;
}

/**
 * Takes in a request's body.
 *
 * @throws HttpError 413 for one above the limit, of which nothing is kept; 400 if it breaks off.
 */
export function readBody(message: IncomingMessage, limit: BodyLimit): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let byteCount = 0;
    const finish = (settle: () => void): void => {
      message.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      settle();
    };
    const onData = (chunk: Uint8Array): void => {
      byteCount += chunk.length;
      if (byteCount <= limit.bytesMax) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      if (byteCount > limit.bytesMax + DISCARDED_BYTES_MAX) {
        const refusal = tooLarge(message, limit, { Connection: 'close' });
        finish(() => reject(refusal));
      }
    };
    const onEnd = (): void =>
      finish(() => {
        if (byteCount > limit.bytesMax) reject(tooLarge(message, limit, {}));
        else resolve(Buffer.concat(chunks, byteCount));
      });
    const onBroken = (): void => finish(() => reject(new HttpError(400, 'unexpected EOF')));
    message.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}

function tooLarge(
  message: IncomingMessage,
  { bytesMax, advice }: BodyLimit,
  headers: Readonly<Record<string, string>>,
): HttpError {
  const announced = message.headers['content-length'];
  const size = announced === undefined ? '' : `(${announced} bytes)`;
  const text = `Request body${size} too large, max size: ${bytesMax} bytes. ${advice}`;
  return new HttpError(413, text, headers);
}

import { type ByteString, fromByteString } from '../state/byte-string.js';

/** What Go calls printable: letters, marks, numbers, punctuation, symbols, and the plain space. */
const NOT_PRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

/**
 * Undoes percent-encoding, byte by byte: what comes out need not be UTF-8.
 *
 * @returns undefined where a percent sign is not followed by two hexadecimal digits.
 */
export function percentDecode(encoded: string): ByteString | undefined {
  if (!encoded.includes('%')) return encoded;
  if (/%(?![0-9A-Fa-f]{2})/.test(encoded)) return undefined;
  return encoded.replace(/%(..)/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Whether a path has nothing in it that cannot be seen. */
export function isPrintable(path: ByteString): boolean {
  return !NOT_PRINTABLE.test(fromByteString(path));
}

/** A request's target, split at the question mark. */
export interface UrlTarget {
  /** Still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Splits a target; one in absolute form loses its scheme and host. */
export function splitTarget(target: string): UrlTarget {
  const relative = target.replace(/^[a-z]+:\/\/[^/?]*/i, '');
  const at = relative.indexOf('?');
  return {
    path: at < 0 ? relative : relative.slice(0, at),
    query: new URLSearchParams(at < 0 ? '' : relative.slice(at + 1)),
  };
}

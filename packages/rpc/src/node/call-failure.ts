import type { CallError } from '../core/index.js';
import { isRpcError, RpcError } from '../errors.js';

export interface MethodErrorOptions {
  /** True says that nothing was begun, so that the caller can repeat even a write. Default false. */
  readonly isNotRun?: boolean;
}

/**
 * What a handler throws to answer with an error of its own. Its caller gets an RpcError `REMOTE`
 * that carries both.
 */
export function methodError(
  code: string,
  message: string,
  options: MethodErrorOptions = {},
): RpcError {
  const mayHaveRun = options.isNotRun !== true;
  return new RpcError('REMOTE', message, { mayHaveRun, remote: { code, message } });
}

/**
 * What the caller is told when a handler failed: a code and a sentence, never a stack. An error
 * with a `code` of its own keeps it, any other is `INTERNAL`.
 */
export function describeFailure(error: unknown): CallError {
  if (isRpcError(error)) {
    const { code, message } = error.remote ?? { code: error.code, message: error.detail };
    // Only a method error speaks of this very call; any other is about a call that we made.
    const isNotRun = error.code === 'REMOTE' && !error.mayHaveRun;
    return { code, message, isNotRun, isByProtocol: false };
  }
  const message = error instanceof Error ? error.message : String(error);
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const code = hasCode ? String(error.code) : 'INTERNAL';
  return { code, message, isNotRun: false, isByProtocol: false };
}

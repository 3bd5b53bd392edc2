import { isSwimError } from '@konsul/swim';
import { isSerfError } from '../errors.js';

/** An error's words without its code. */
export function reasonOf(error: unknown): string {
  if (isSerfError(error) || isSwimError(error)) return error.detail;
  return error instanceof Error ? error.message : String(error);
}

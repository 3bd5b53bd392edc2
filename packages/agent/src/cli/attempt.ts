import { AgentError } from '../errors.js';
import type { ApiCall, ApiClient } from './http-client.js';
import { JsonView } from './json-view.js';

/** Puts words in front of what went wrong with a call; `words` end without a colon. */
export async function attempt<T>(words: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AgentError) || error.code === 'INVALID_USAGE') throw error;
    throw new AgentError(error.code, `${words}: ${error.detail}`, { cause: error });
  }
}

/** A call's JSON answer. @throws AgentError with `words` in front. */
export async function view(words: string, client: ApiClient, call: ApiCall): Promise<JsonView> {
  return new JsonView(await attempt(words, client.json(call)));
}

/** Refuses more words than a command takes. @throws AgentError `INVALID_USAGE`. */
export function refuseMore(positionals: readonly string[], countMax: number): void {
  if (positionals.length <= countMax) return;
  const detail = `Too many arguments (expected ${countMax}, got ${positionals.length})`;
  throw new AgentError('INVALID_USAGE', detail);
}

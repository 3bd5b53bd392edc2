import { SerfError } from '../errors.js';
import type { IpcClient } from '../ipc/ipc-client.js';
import type { IpcRequest } from '../ipc/ipc-request.js';
import type { IpcBody } from '../ipc/ipc-response.js';
import { reasonOf } from '../ipc/reason-of.js';

/** Puts words in front of what went wrong; they end without a colon. */
export async function attempt<Result>(words: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SerfError)) throw error;
    throw new SerfError(error.code, `${words}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Asks the agent something that is answered by one kind of body.
 *
 * @throws SerfError AGENT_REFUSED or AGENT_CLOSED with `words` in front.
 */
export async function ask<Type extends IpcBody['type']>(
  client: IpcClient,
  request: IpcRequest,
  { type, words }: { readonly type: Type; readonly words: string },
): Promise<Extract<IpcBody, { readonly type: Type }>> {
  const body = await attempt(words, client.request(request));
  if (isOfType(body, type)) return body;
  throw new SerfError('AGENT_REFUSED', `${words}: the agent answered with ${body.type}`);
}

/** @throws SerfError INVALID_USAGE unless the number of words is within bounds. */
export function requireWords(
  positionals: readonly string[],
  bounds: { readonly min: number; readonly max: number; readonly complaint: string },
): void {
  const { length } = positionals;
  if (length < bounds.min || length > bounds.max) {
    throw new SerfError('INVALID_USAGE', bounds.complaint);
  }
}

/** Reads `key=value` pairs. @throws SerfError INVALID_USAGE naming the one that is none. */
export function parsePairs(pairs: readonly string[]): Readonly<Record<string, string>> {
  const entries = pairs.map((pair): [string, string] => {
    const split = pair.indexOf('=');
    if (split < 1) throw new SerfError('INVALID_USAGE', `Error: Invalid tag: '${pair}'`);
    return [pair.slice(0, split), pair.slice(split + 1)];
  });
  return Object.fromEntries(entries);
}

function isOfType<Type extends IpcBody['type']>(
  body: IpcBody,
  type: Type,
): body is Extract<IpcBody, { readonly type: Type }> {
  return body.type === type;
}

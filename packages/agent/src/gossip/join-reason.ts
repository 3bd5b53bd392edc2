import { formatEndpoint } from '@konsul/runtime';
import { isSerfError } from '@konsul/serf';

/** What gossip says when one side has a key that the other has not. */
const KEY_TROUBLE = /\b(?:not-encrypted|decrypt-failed|encrypted-without-key)\b/;

/** Why a join failed, with each peer in front of what it is about, and without an error's code. */
export function joinReasons(error: unknown): string {
  if (!isSerfError(error)) return error instanceof Error ? error.message : String(error);
  if (error.joinFailures.length === 0) return error.detail;
  return error.joinFailures
    .map(({ peer, detail }) => `${formatEndpoint(peer)}: ${detail}`)
    .join('; ');
}

/** Why one address was not joined, and what to look at, for whoever asked for it by name. */
export function joinReason(error: unknown): string {
  const [only, ...others] = isSerfError(error) ? error.joinFailures : [];
  const reason = only !== undefined && others.length === 0 ? only.detail : joinReasons(error);
  const hint = gossipKeyHint(reason);
  return hint === undefined ? reason : `${reason} (${hint})`;
}

/** What to look at when gossip was refused for its encryption; undefined for every other reason. */
export function gossipKeyHint(reason: string): string | undefined {
  return KEY_TROUBLE.test(reason) ? 'is the gossip key (encrypt) the same everywhere?' : undefined;
}

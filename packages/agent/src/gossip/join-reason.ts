/** What gossip says when one side has a key that the other has not. */
const KEY_TROUBLE = /\b(?:not-encrypted|decrypt-failed|encrypted-without-key)\b/;

/** Why a join failed, without the code that our errors begin with: for answers that people read. */
export function joinReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const reason = text.replace(/^\[[A-Z_]+\] (?:no peer agreed: )?(?:\S+:\d+: )?/, '');
  const hint = gossipKeyHint(reason);
  return hint === undefined ? reason : `${reason} (${hint})`;
}

/** What to look at when gossip was refused for its encryption; undefined for every other reason. */
export function gossipKeyHint(reason: string): string | undefined {
  return KEY_TROUBLE.test(reason) ? 'is the gossip key (encrypt) the same everywhere?' : undefined;
}

/** Why a join failed, without the code that our errors begin with: for answers that people read. */
export function joinReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^\[[A-Z_]+\] (?:no peer agreed: )?(?:\S+:\d+: )?/, '');
}

/**
 * Waits for all of them: one that fails keeps no other from being done. Rejects as the first that
 * failed does.
 */
export async function allDone(work: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === 'rejected') throw result.reason;
  }
}

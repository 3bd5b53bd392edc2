import type { MembershipChange } from '../../src/core/index.js';

/** Reads `verb id` or, for `set-voters`, `verb id id`. Servers are reached under their names. */
export function readChange(text: string): MembershipChange {
  const [verb, ...ids] = text.split(' ');
  const servers = ids.map((id) => ({ id, address: id }));
  const [server] = servers;
  if (verb === 'set-voters') return { type: 'set-voters', voters: servers };
  if (verb === 'add-learner' || verb === 'add-voter') return { type: verb, ...server! };
  if (verb === 'promote' || verb === 'demote' || verb === 'remove') {
    return { type: verb, id: server!.id };
  }
  throw new Error(`no such change: ${text}`);
}

/** The words that {@link readChange} reads. */
export function textOfChange(change: MembershipChange): string {
  const ids = change.type === 'set-voters' ? change.voters.map(({ id }) => id) : [change.id];
  return [change.type, ...ids].join(' ');
}

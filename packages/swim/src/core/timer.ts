import type { CommandId, StreamId } from './input.js';
import type { MemberRecord } from './membership-table.js';
import type { Probe } from './probe.js';
import type { Relay } from './relay.js';

/** Everything a core waits for. */
export type SwimTimer =
  | { readonly type: 'probe-round' }
  /** No direct ack in time. */
  | { readonly type: 'probe-timeout'; readonly probe: Probe }
  /** No ack at all in time. */
  | { readonly type: 'probe-deadline'; readonly probe: Probe }
  | { readonly type: 'suspicion'; readonly record: MemberRecord }
  | { readonly type: 'gossip' }
  | { readonly type: 'push-pull' }
  | { readonly type: 'queue-check' }
  | { readonly type: 'relay'; readonly relay: Relay }
  | { readonly type: 'stream'; readonly streamId: StreamId }
  | { readonly type: 'command'; readonly commandId: CommandId };

/** Whether the timer's end judges a peer for having been silent. */
export function isVerdict(timer: SwimTimer): boolean {
  return (
    timer.type === 'probe-timeout' || timer.type === 'probe-deadline' || timer.type === 'suspicion'
  );
}

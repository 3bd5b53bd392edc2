import type { CommandId, StreamId } from './input.js';

/** Everything a core waits for; what it is about is named, not held. */
export type SwimTimer =
  | { readonly type: 'probe-round' }
  /** No direct ack in time. */
  | { readonly type: 'probe-timeout'; readonly seqNo: number }
  /** An ill member's ping is repeated while its long wait lasts. */
  | { readonly type: 'probe-again'; readonly seqNo: number }
  /** No ack at all in time. */
  | { readonly type: 'probe-deadline'; readonly seqNo: number }
  | { readonly type: 'suspicion'; readonly name: string }
  | { readonly type: 'gossip' }
  | { readonly type: 'push-pull' }
  | { readonly type: 'catch-up' }
  | { readonly type: 'queue-check' }
  | { readonly type: 'relay'; readonly seqNo: number }
  | { readonly type: 'stream'; readonly streamId: StreamId }
  | { readonly type: 'command'; readonly commandId: CommandId };

/** Whether the timer's end is one more step of a probe that goes on by sending. */
export function isProbeStep(timer: SwimTimer): boolean {
  return timer.type === 'probe-timeout' || timer.type === 'probe-again';
}

/** Whether the timer's end judges a peer for having been silent. */
export function isVerdict(timer: SwimTimer): boolean {
  return (
    timer.type === 'probe-timeout' || timer.type === 'probe-deadline' || timer.type === 'suspicion'
  );
}

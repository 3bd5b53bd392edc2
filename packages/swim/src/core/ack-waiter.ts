import type { AckMessage } from './messages.js';

/** Who waits for the answer to a ping, by its sequence number. */
export interface AckWaiter {
  /** Called at most once: an ack ends the waiting. */
  onAck(ack: AckMessage, receivedAtMs: number): void;
  /** A relay says that it got no ack; an ack may still come. */
  onNack?(): void;
}

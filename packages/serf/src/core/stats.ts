/** Numbers that say how a member is doing. */
export interface SerfStats {
  /** Members of any status. */
  readonly memberCount: number;
  readonly failedCount: number;
  readonly leftCount: number;
  /** 0 is well; see Lifeguard's local health multiplier. */
  readonly healthScore: number;
  /** Lamport times. */
  readonly memberTime: number;
  readonly eventTime: number;
  readonly queryTime: number;
  /** Messages waiting to be gossiped. */
  readonly intentQueueCount: number;
  readonly eventQueueCount: number;
  readonly queryQueueCount: number;
  /** Whether the pool's messages are encrypted. */
  readonly isEncrypted: boolean;
  /** Times our coordinate had to start over. */
  readonly coordinateResetCount: number;
}

import type { Endpoint } from '@konsul/runtime/core';

/** A server that calls can be sent to, as one area knows it. */
export interface RouterServer {
  /** Unique within its datacenter and area; what failures and departures are matched by. */
  readonly name: string;
  readonly datacenter: string;
  /** Where it takes calls. */
  readonly endpoint: Endpoint;
  /** Its node id, where known. */
  readonly id?: string;
}

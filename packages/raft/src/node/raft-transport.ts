import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import type { PeerProtocol } from '../wire/capability.js';

/** A snapshot that a leader offers. Either `accept` or `refuse` must be called, once. */
export interface IncomingSnapshot {
  readonly offer: SnapshotOffer;
  /**
   * Asks for the bytes from an offset on. They throw when the connection is lost. Whoever leaves
   * the iteration before its end has given the snapshot up, which fails at the sender.
   */
  accept(offsetBytes: number): AsyncIterable<Uint8Array>;
  refuse(): void;
  /** Gives an accepted transfer up; the iteration throws, and the sender fails. */
  cancel(): void;
}

/** What a transport tells the node it serves. Nothing is called after `close`. */
export interface RaftTransportHandlers {
  /** A message for this node came in. */
  readonly message: (message: RaftMessage) => void;
  readonly snapshot: (incoming: IncomingSnapshot) => void;
  /** Messages to a peer were dropped, or its connection was lost. */
  readonly unreachable: (peer: string) => void;
}

export interface SendSnapshotOptions {
  /** Ends the transfer. */
  readonly signal: AbortSignal;
  /** 0 means as fast as the connection takes it. */
  readonly bytesPerSecond: number;
}

/**
 * Carries messages and snapshots between the servers of one group. Messages may be lost,
 * duplicated or reordered; a snapshot arrives whole or its transfer fails.
 *
 * Rules; `raftTransportContract` of `@konsul/raft/testing` checks them, but for the last one:
 *
 * 1. `send` never blocks and never throws. What cannot be sent is dropped and reported by
 *    `unreachable`; votes and heartbeats are dropped last.
 * 2. What waits for a peer is bounded in bytes, for every peer on its own.
 * 3. A snapshot never delays a message.
 * 4. Only messages and offers addressed to this node, from the peer they name, reach the handlers.
 * 5. Whoever has been heard can be answered, also where `setPeers` has never named it: a server that
 *    is new learns of the group from the leader's messages, before any configuration names the
 *    leader to it. The stream transport says its own address when it greets. What `setPeers` says
 *    goes first.
 * 6. A snapshot transfer settles at both ends, whoever ends it: the sender by its signal, the
 *    receiver by `cancel` or by leaving the iteration early, either by `close`.
 * 7. Nothing is called once `close` has resolved, and `send` after it does nothing.
 * 8. A transport keeps the process alive from `start` to `close`, as a listening socket does.
 */
export interface RaftTransport {
  /** Begins to receive. */
  start(handlers: RaftTransportHandlers): Promise<void>;
  /** Says where peers are reached, by their identifier; replaces what was said before. */
  setPeers(addresses: ReadonlyMap<string, string>): void;
  /** Queues a message for `message.to`. */
  send(message: RaftMessage): void;
  /** Ends a turn: what was queued leaves now, in one write per peer. */
  flush(): void;
  /**
   * Offers a snapshot and streams it if it is wanted.
   *
   * @param open opens the snapshot from the offset that the receiver asks for.
   * @returns whether the receiver took all of it; false when it refused. Rejects when the transfer
   * broke off at either end.
   */
  sendSnapshot(
    offer: SnapshotOffer,
    open: (offsetBytes: number) => Promise<SnapshotReader>,
    options: SendSnapshotOptions,
  ): Promise<boolean>;
  /**
   * What a peer has said that it speaks; undefined while it has said nothing. A transport without
   * this method carries messages between servers of one release only.
   */
  peerProtocol?(peer: string): PeerProtocol | undefined;
  /** Stops; resolves when nothing more will be called. */
  close(): Promise<void>;
}

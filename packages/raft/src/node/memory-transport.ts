import { type Clock, systemClock } from '@konsul/runtime';
import type { RaftMessage, SnapshotOffer } from '../core/message.js';
import type { SnapshotReader } from '../storage/raft-storage.js';
import type { RaftTransport, RaftTransportHandlers } from './raft-transport.js';

/** Connects the nodes of one process. */
export interface MemoryRaftNetwork {
  /** The transport of one node; a node that restarts takes a new one. */
  transport(id: string): RaftTransport;
  /** Cuts a node off in both directions, until `connect`. */
  disconnect(id: string): void;
  connect(id: string): void;
}

/** Longer than any process lives, and short enough for Node's timers. */
const KEEP_ALIVE_INTERVAL_MS = 2 ** 30;

/**
 * Messages arrive in the next turn of the event loop, in order, unless a node is cut off. A
 * started transport keeps the process alive, as an open socket would.
 */
export function createMemoryRaftNetwork(clock: Clock = systemClock): MemoryRaftNetwork {
  const nodes = new Map<string, RaftTransportHandlers>();
  const cutOff = new Set<string>();
  const reach = (from: string, to: string): RaftTransportHandlers | undefined =>
    cutOff.has(from) || cutOff.has(to) ? undefined : nodes.get(to);

  const transport = (id: string): RaftTransport => {
    let own: RaftTransportHandlers | undefined;
    let keepAlive: ReturnType<typeof setInterval> | undefined;
    return {
      async start(handlers): Promise<void> {
        // Virtual time needs no process to be kept alive for it.
        if (clock === systemClock) {
          keepAlive = setInterval(() => undefined, KEEP_ALIVE_INTERVAL_MS);
        }
        own = handlers;
        nodes.set(id, handlers);
      },
      setPeers: () => undefined,
      send(message: RaftMessage): void {
        if (reach(id, message.to) === undefined) {
          clock.defer(() => own?.unreachable(message.to));
          return;
        }
        // As over a connection, which knows who is at its other end.
        if (message.from === id) clock.defer(() => reach(id, message.to)?.message(message));
      },
      flush: () => undefined,
      sendSnapshot: (offer, open, { signal }) =>
        offerSnapshot({ offer, open, signal, isCut: () => cutOff.has(id) }, () =>
          offer.from === id ? reach(id, offer.to) : undefined,
        ),
      async close(): Promise<void> {
        clearInterval(keepAlive);
        if (own !== undefined && nodes.get(id) === own) nodes.delete(id);
        own = undefined;
      },
    };
  };

  return {
    transport,
    disconnect: (id) => void cutOff.add(id),
    connect: (id) => void cutOff.delete(id),
  };
}

interface Transfer {
  readonly offer: SnapshotOffer;
  readonly open: (offsetBytes: number) => Promise<SnapshotReader>;
  readonly signal: AbortSignal;
  readonly isCut: () => boolean;
}

function offerSnapshot(
  transfer: Transfer,
  receiver: () => RaftTransportHandlers | undefined,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isCancelled = false;
    const { signal } = transfer;
    const lost = (): Error => new Error(`the connection to ${transfer.offer.to} was lost`);
    const isLost = (): boolean => isCancelled || signal.aborted || transfer.isCut();
    async function* bytesFrom(offsetBytes: number): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of (await transfer.open(offsetBytes)).data) {
          if (isLost() || receiver() === undefined) throw lost();
          yield chunk;
        }
        resolve(true);
      } catch (error) {
        reject(error);
        throw error;
      } finally {
        // A receiver that stops early runs nothing but this.
        reject(lost());
      }
    }
    const target = receiver();
    if (target === undefined || isLost()) return reject(lost());
    signal.addEventListener('abort', () => reject(lost()), { once: true });
    target.snapshot({
      offer: transfer.offer,
      accept: bytesFrom,
      refuse: () => resolve(false),
      cancel: () => {
        isCancelled = true;
      },
    });
  });
}

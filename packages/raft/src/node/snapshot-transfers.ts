import type { Clock, Logger } from '@konsul/runtime';
import type { SendSnapshotEffect } from '../core/effect.js';
import type { SnapshotMetadata } from '../core/entry.js';
import type { RaftInput } from '../core/input.js';
import type { SnapshotSink, SnapshotStore } from '../storage/raft-storage.js';
import type { IncomingSnapshot, RaftTransport } from './raft-transport.js';

export interface SnapshotTransfersOptions {
  readonly input: (input: RaftInput) => void;
  readonly store: SnapshotStore;
  /** Of the log beside the store. */
  readonly logId: string | undefined;
  readonly transport: RaftTransport;
  readonly bytesPerSecond: () => number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A snapshot that is coming in because the core wanted it. */
interface Reception {
  readonly incoming: IncomingSnapshot;
  isWanted: boolean;
}

/** How often the core is told that bytes are coming. */
const PROGRESS_INTERVAL_MS = 20;

/** Moves the bytes of snapshots between the store and peers; what to do with them is the core's. */
export class SnapshotTransfers {
  readonly #options: SnapshotTransfersOptions;
  readonly #offered = new Map<string, IncomingSnapshot>();
  readonly #sending = new Map<string, AbortController>();
  #reception: Reception | undefined;
  /** Two receptions never write at the same time: they may be of the same snapshot. */
  #lastReception: Promise<void> = Promise.resolve();

  constructor(options: SnapshotTransfersOptions) {
    this.#options = options;
  }

  onOffered(incoming: IncomingSnapshot): void {
    const key = keyOf(incoming.offer.from, incoming.offer.snapshot.id);
    this.#offered.get(key)?.refuse();
    this.#offered.set(key, incoming);
    this.#options.input({ type: 'message', message: incoming.offer });
  }

  /** The core has seen every offer; those it has not asked for are not wanted. */
  endTurn(): void {
    if (this.#offered.size === 0) return;
    for (const incoming of this.#offered.values()) incoming.refuse();
    this.#offered.clear();
  }

  receive(from: string, snapshot: SnapshotMetadata): void {
    const key = keyOf(from, snapshot.id);
    const incoming = this.#offered.get(key);
    this.#offered.delete(key);
    if (incoming === undefined) {
      this.#options.input({ type: 'snapshot-receive-failed', from, snapshotId: snapshot.id });
      return;
    }
    const reception = { incoming, isWanted: true };
    this.#reception = reception;
    this.#lastReception = this.#lastReception.then(() => this.#receive(reception));
  }

  abort(from: string, snapshotId: string): void {
    const offer = this.#reception?.incoming.offer;
    if (offer?.from === from && offer.snapshot.id === snapshotId) this.#giveUpReception();
  }

  send({ offer }: SendSnapshotEffect): void {
    this.#sending.get(offer.to)?.abort();
    const controller = new AbortController();
    this.#sending.set(offer.to, controller);
    const { transport, store, bytesPerSecond, logger } = this.#options;
    const end = (isSent: boolean): void => {
      if (this.#sending.get(offer.to) === controller) this.#sending.delete(offer.to);
      const { to, session } = offer;
      this.#options.input({ type: 'snapshot-sent', to, session, isSent });
    };
    transport
      .sendSnapshot(offer, (offsetBytes) => store.open(offer.snapshot.id, offsetBytes), {
        signal: controller.signal,
        bytesPerSecond: bytesPerSecond(),
      })
      .then(end, (error: unknown) => {
        logger.warn('a snapshot was not sent', { peer: offer.to, error });
        end(false);
      });
  }

  /** Ends everything that is under way. */
  halt(): void {
    for (const controller of this.#sending.values()) controller.abort();
    this.#giveUpReception();
    this.endTurn();
  }

  /** Resolves, after `halt`, when nothing more is written to the store. */
  stop(): Promise<void> {
    return this.#lastReception;
  }

  #giveUpReception(): void {
    if (this.#reception === undefined) return;
    this.#reception.isWanted = false;
    this.#reception.incoming.cancel();
  }

  async #receive(reception: Reception): Promise<void> {
    const { offer } = reception.incoming;
    const { input, logger } = this.#options;
    const about = { from: offer.from, snapshotId: offer.snapshot.id };
    try {
      await this.#store(reception);
      input({ type: 'snapshot-received', ...about });
    } catch (error) {
      logger.warn('a snapshot was not received', { ...about, error });
      input({ type: 'snapshot-receive-failed', ...about });
    }
    if (this.#reception === reception) this.#reception = undefined;
  }

  async #store(reception: Reception): Promise<void> {
    const { id, index, term, configuration, configurationIndex, sizeBytes } =
      reception.incoming.offer.snapshot;
    const { logId } = this.#options;
    const offered = { id, index, term, configuration, configurationIndex };
    const description = logId === undefined ? offered : { ...offered, logId };
    if (!reception.isWanted) throw new Error('it is no longer wanted');
    const known = await this.#options.store.list();
    const isKnown = known.some(({ id }) => id === description.id);
    if (isKnown) return reception.incoming.refuse();
    const sink = await this.#options.store.create(description);
    let isBroken = false;
    try {
      const receivedBytes = await this.#fill(reception, sink);
      isBroken = receivedBytes !== sizeBytes;
      if (isBroken) throw new Error(`${receivedBytes} bytes came instead of ${sizeBytes}`);
    } catch (error) {
      await sink.abort({ resumable: !isBroken });
      throw error;
    }
    await sink.commit();
  }

  async #fill(reception: Reception, sink: SnapshotSink): Promise<number> {
    const { from, snapshot } = reception.incoming.offer;
    const { clock, input } = this.#options;
    let receivedBytes = sink.offsetBytes;
    let reportedAtMs = clock.nowMs();
    for await (const chunk of reception.incoming.accept(sink.offsetBytes)) {
      if (!reception.isWanted) throw new Error('it is no longer wanted');
      receivedBytes += chunk.length;
      // More than was announced is refused before it is written.
      if (receivedBytes > snapshot.sizeBytes) return receivedBytes;
      await sink.write(chunk);
      if (clock.nowMs() - reportedAtMs < PROGRESS_INTERVAL_MS) continue;
      reportedAtMs = clock.nowMs();
      input({ type: 'snapshot-progress', from, snapshotId: snapshot.id });
    }
    return receivedBytes;
  }
}

function keyOf(from: string, snapshotId: string): string {
  return `${from}\n${snapshotId}`;
}

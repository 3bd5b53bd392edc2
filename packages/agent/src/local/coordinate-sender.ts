import { type Cancel, type Clock, type Logger, type Rng, randomRatio } from '@konsul/runtime';
import { coordinateUpdate } from '../endpoints/coordinates.js';
import type { RequestGateway } from '../request/gateway.js';
import type { NetworkPosition } from '../state/domain.js';

const INTERVAL_MS_MIN = 15_000;
/** How many updates a second the servers get from all agents together. */
const UPDATES_PER_SECOND = 64;

export interface CoordinateSenderOptions {
  readonly nodeName: string;
  /** Of the agent; empty: the default one. */
  readonly segment: string;
  /** Where this machine now is; undefined: not known yet. */
  readonly position: () => NetworkPosition | undefined;
  /** Members of the LAN pool; the more there are, the more rarely each one sends. */
  readonly clusterSize: () => number;
  readonly gateway: RequestGateway;
  /** Secret of the agent itself; empty: none. */
  readonly token: string;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
}

/** Tells the catalogue from time to time where this machine is. */
export interface CoordinateSender {
  start(): void;
  stop(): void;
}

/**
 * Sends every 15 s, or more rarely in a cluster of more than 960 nodes, plus up to as long again.
 * What could not be sent is not tried again: the next one says more.
 *
 * Source: Consul's documentation of network coordinates.
 */
export function createCoordinateSender(options: CoordinateSenderOptions): CoordinateSender {
  const { clock, rng, clusterSize } = options;
  const stopping = new AbortController();
  let cancel: Cancel = () => undefined;
  const arm = (): void => {
    const intervalMs = Math.max(INTERVAL_MS_MIN, (clusterSize() / UPDATES_PER_SECOND) * 1000);
    cancel = clock.schedule(clock.nowMs() + intervalMs * (1 + randomRatio(rng)), () => {
      void send(options, stopping.signal);
      arm();
    });
  };
  return {
    start: arm,
    stop: () => {
      cancel();
      stopping.abort();
    },
  };
}

async function send(options: CoordinateSenderOptions, signal: AbortSignal): Promise<void> {
  const { nodeName: node, segment, position: positionNow, gateway, token, logger } = options;
  const position = positionNow();
  if (position === undefined) return;
  try {
    await gateway.write(
      coordinateUpdate,
      { type: 'coordinates', coordinates: [{ node, segment, position }] },
      { token, signal },
    );
  } catch (error) {
    if (!signal.aborted) logger.debug('failed to send the coordinate', { error });
  }
}

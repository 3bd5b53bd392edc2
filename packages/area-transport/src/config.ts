import { AreaTransportError } from './errors.js';

/** What tunes one area's transport; every value has a default. */
export interface AreaTransportTuning {
  /** How long opening a connection may take, 1 ms to 10 min. Default 10 s. */
  readonly dialTimeoutMs?: number;
  /** Packets that wait for one peer's connection; the oldest is dropped. Default 64. */
  readonly queuedPacketCountMax?: number;
  /** Bytes on one connection that have not left; packets beyond are dropped. Default 256 KiB. */
  readonly bufferedBytesMax?: number;
  /** Packets taken in and not yet handed over; connections are not read beyond. Default 512. */
  readonly waitingPacketCountMax?: number;
  /** Largest packet taken in. Default 64 KiB. */
  readonly packetBytesMax?: number;
  /** How long packets may go out before the peer is asked for a sign of life. Default 15 s. */
  readonly keepAliveIntervalMs?: number;
  /** How long that sign may take before the connection is given up. Default 10 s. */
  readonly keepAliveTimeoutMs?: number;
  /** Peers with links at one time; more are not sent to. Default 1024. */
  readonly linkCountMax?: number;
}

const DEFAULTS: Required<AreaTransportTuning> = {
  dialTimeoutMs: 10_000,
  queuedPacketCountMax: 64,
  bufferedBytesMax: 256 * 1024,
  waitingPacketCountMax: 512,
  packetBytesMax: 64 * 1024,
  keepAliveIntervalMs: 15_000,
  keepAliveTimeoutMs: 10_000,
  linkCountMax: 1024,
};

/** The largest value of each option; the smallest is 1. */
const UPPER_BOUNDS: Required<AreaTransportTuning> = {
  dialTimeoutMs: 600_000,
  queuedPacketCountMax: 65_536,
  bufferedBytesMax: 64 * 1024 * 1024,
  waitingPacketCountMax: 65_536,
  packetBytesMax: 4 * 1024 * 1024,
  keepAliveIntervalMs: 86_400_000,
  keepAliveTimeoutMs: 86_400_000,
  linkCountMax: 65_536,
};

/**
 * Checks and completes a tuning.
 *
 * @throws AreaTransportError `INVALID_CONFIG` naming the option, its value and its bounds.
 */
export function resolveTuning(tuning: AreaTransportTuning): Required<AreaTransportTuning> {
  const resolved: Required<AreaTransportTuning> = { ...DEFAULTS, ...definedOf(tuning) };
  for (const [name, value] of Object.entries(resolved)) {
    const max = UPPER_BOUNDS[name as keyof AreaTransportTuning];
    if (Number.isInteger(value) && value >= 1 && value <= max) continue;
    throw new AreaTransportError(
      'INVALID_CONFIG',
      `${name} is ${value}, which is not an integer from 1 to ${max}`,
    );
  }
  return resolved;
}

/** The options of a tuning that are known and given; others of the same object are not ours. */
function definedOf(tuning: AreaTransportTuning): Partial<Required<AreaTransportTuning>> {
  const names = Object.keys(DEFAULTS) as (keyof AreaTransportTuning)[];
  return Object.fromEntries(
    names.filter((name) => tuning[name] !== undefined).map((name) => [name, tuning[name]]),
  );
}

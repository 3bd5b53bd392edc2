import { type OptionRules, option } from '@konsul/runtime';

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
  /** Largest packet sent or taken in; both ends should agree on it. Default 64 KiB. */
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

/** What each option may be. */
export const TUNING_RULES: OptionRules<AreaTransportTuning>['optional'] = {
  dialTimeoutMs: option.integer(1, 600_000),
  queuedPacketCountMax: option.integer(1, 65_536),
  bufferedBytesMax: option.integer(1, 64 * 1024 * 1024),
  waitingPacketCountMax: option.integer(1, 65_536),
  packetBytesMax: option.integer(1, 4 * 1024 * 1024),
  keepAliveIntervalMs: option.integer(1, 86_400_000),
  keepAliveTimeoutMs: option.integer(1, 86_400_000),
  linkCountMax: option.integer(1, 65_536),
};

/** A tuning that was checked, with its defaults. */
export function resolveTuning(tuning: AreaTransportTuning): Required<AreaTransportTuning> {
  return { ...DEFAULTS, ...definedOf(tuning) };
}

/** The options of a tuning that are known and given; others of the same object are not ours. */
function definedOf(tuning: AreaTransportTuning): Partial<Required<AreaTransportTuning>> {
  const names = Object.keys(DEFAULTS) as (keyof AreaTransportTuning)[];
  return Object.fromEntries(
    names.filter((name) => tuning[name] !== undefined).map((name) => [name, tuning[name]]),
  );
}

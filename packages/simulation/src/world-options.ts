import { checkOptions, nestedOptions, type OptionRules, option } from '@konsul/runtime';
import type { VirtualDiskOptions } from './disk-state.js';
import type { LinkOptions } from './network-link.js';
import type { MemoryNetworkOptions, NetworkEvent } from './network-options.js';
import { SimulationError } from './simulation-error.js';
import type { TraceOptions } from './trace.js';

export interface WorldOptions {
  /** Fixes everything that happens. */
  readonly seed: number;
  /** What every link is like unless overridden. */
  readonly link?: LinkOptions;
  /** Bounds of the network. */
  readonly network?: WorldNetworkOptions;
  /** What every node's disk is like. */
  readonly disk?: WorldDiskOptions;
  readonly trace?: TraceOptions;
  /** Whether packets are traced too. Default true; without it large clusters run faster. */
  readonly tracesNetwork?: boolean;
  /** Sees everything that happens on the network, in order, besides the trace. */
  readonly observeNetwork?: (event: NetworkEvent) => void;
  /**
   * Whether the machine's own time, timers and chance throw while an event runs. Default true. What
   * runs between two events, behind an `await`, is not watched.
   */
  readonly trapsAmbient?: boolean;
  /** Whether the seed draws the order of events at the same instant. Default true. */
  readonly shufflesTies?: boolean;
}

type WorldNetworkOptions = Omit<MemoryNetworkOptions, 'clock' | 'rng' | 'observe' | 'link'>;
type WorldDiskOptions = Omit<VirtualDiskOptions, 'rng' | 'clock'>;

const count = option.rule('a number of at least 0', (value) => Number(value) >= 0);

/** What the values may be is checked where links are resolved. */
const LINK_RULES: OptionRules<LinkOptions> = {
  required: {},
  optional: {
    latency: option.group,
    lossRatio: option.anything,
    duplicateRatio: option.anything,
    reorderRatio: option.anything,
    reorderDelayMs: option.anything,
    corruptRatio: option.anything,
    bandwidthBytesPerMs: option.anything,
    queueBytesMax: option.anything,
  },
};

const RULES: OptionRules<WorldOptions> = {
  required: { seed: option.integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) },
  optional: {
    link: nestedOptions(LINK_RULES),
    network: nestedOptions<WorldNetworkOptions>({
      required: {},
      optional: {
        linkBetween: option.callback,
        datagramBytesMax: count,
        waitingDatagramCountMax: count,
        underWayCountMax: count,
        streamBufferBytesMax: count,
        streamStallTimeoutMs: count,
      },
    }),
    disk: nestedOptions<WorldDiskOptions>({
      required: {},
      optional: {
        readLatency: option.group,
        writeLatency: option.group,
        syncLatency: option.group,
        capacityBytes: count,
      },
    }),
    trace: nestedOptions<TraceOptions>({ required: {}, optional: { linesMax: count } }),
    tracesNetwork: option.flag,
    observeNetwork: option.callback,
    trapsAmbient: option.flag,
    shufflesTies: option.flag,
  },
};

/**
 * Checks the shape of what a world is made from.
 *
 * @throws SimulationError `OPTION_INVALID` naming key, value and bounds.
 */
export function checkWorldOptions(options: WorldOptions): void {
  checkOptions(options, RULES, (problem) => {
    throw new SimulationError('OPTION_INVALID', problem);
  });
}

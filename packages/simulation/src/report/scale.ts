/** How values are laid out along an axis. */
export type ScaleType = 'linear' | 'log';

/** A mark on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Maps values to positions, and says where marks belong. */
export interface Scale {
  readonly type: ScaleType;
  /** Smallest and largest value shown. */
  readonly domain: readonly [number, number];
  /** Whether a value has a place at all: at most 1e100 in size, and above 0 on a logarithmic scale. */
  holds(value: number): boolean;
  /** Position of a value that the scale holds; beyond the domain it is the nearest end. */
  at(value: number): number;
  ticks(): readonly Tick[];
}

export interface ScaleOptions {
  readonly type?: ScaleType;
  /** What must be visible; the ends are moved outward to round values. */
  readonly values: readonly number[];
  /** Replaces the end that the values give. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Positions of the domain's ends, in pixels. */
  readonly range: readonly [number, number];
  /** About how many marks are wanted. Default 6. */
  readonly tickCount?: number;
}

const DEFAULT_TICK_COUNT = 6;
const LOG_DECADES_MAX = 12;
/** Beyond it there is nothing to look at, and arithmetic on differences would overflow. */
const SIZE_MAX = 1e100;
/** Values closer together than this share of their size are one value to the arithmetic of marks. */
const RESOLUTION = 1e-9;
/** So are values closer together than this; far below what a logarithmic scale holds. */
const DIFFERENCE_MIN = 1e-110;
const TICK_COUNT_MAX = 40;

/** A scale that shows all finite values given; without any it shows 0 to 1. */
export function createScale(options: ScaleOptions): Scale {
  return options.type === 'log' ? logScale(options) : linearScale(options);
}

function linearScale(options: ScaleOptions): Scale {
  const [low, high] = extent(options, isShowable, [0, 1]);
  const step = niceStep((high - low) / (options.tickCount ?? DEFAULT_TICK_COUNT));
  const min = options.min ?? Math.floor(low / step + 1e-9) * step;
  const max = options.max ?? Math.ceil(high / step - 1e-9) * step;
  const [from, to] = options.range;
  return {
    type: 'linear',
    domain: [min, max],
    holds: isShowable,
    at: (value) => from + (clamp((value - min) / (max - min)) || 0) * (to - from),
    ticks: () => {
      const ticks: Tick[] = [];
      const first = Math.ceil(min / step - 1e-9);
      for (let count = 0; count < TICK_COUNT_MAX; count += 1) {
        const value = (first + count) * step;
        if (value > max + step * 1e-9) break;
        ticks.push({ value, label: formatTick(value, step) });
      }
      return ticks;
    },
  };
}

function logScale(options: ScaleOptions): Scale {
  const [low, high] = extent(options, isShowableLog, [1, 10]);
  const highPower = Math.ceil(Math.log10(high) - 1e-9);
  const lowPower = Math.max(Math.floor(Math.log10(low) + 1e-9), highPower - LOG_DECADES_MAX);
  const lastPower = highPower === lowPower ? highPower + 1 : highPower;
  const min = options.min ?? 10 ** lowPower;
  const max = options.max ?? 10 ** lastPower;
  const span = Math.log10(max / min);
  const [from, to] = options.range;
  return {
    type: 'log',
    domain: [min, max],
    holds: isShowableLog,
    at: (value) => from + clamp(Math.log10(value / min) / span) * (to - from),
    ticks: () => logTicks(min, max),
  };
}

/** Powers of ten; with few of them also twice and five times each. */
function logTicks(min: number, max: number): Tick[] {
  const firstPower = Math.floor(Math.log10(min) + 1e-9);
  const lastPower = Math.ceil(Math.log10(max) - 1e-9);
  const stride = Math.max(1, Math.ceil((lastPower - firstPower) / 8));
  const factors = lastPower - firstPower <= 2 ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let power = firstPower; power <= lastPower; power += stride) {
    for (const factor of factors) {
      const value = factor * 10 ** power;
      if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
        ticks.push({ value, label: formatNumber(value) });
      }
    }
  }
  return ticks;
}

/** A number as people read it: 3 significant digits, thousands as k, millions as M. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e9) return value.toExponential(1).replace('e+', 'e');
  if (size >= 1e6) return `${trim(value / 1e6)}M`;
  if (size >= 1e4) return `${trim(value / 1e3)}k`;
  if (size !== 0 && size < 1e-3) return value.toExponential(1);
  return trim(value);
}

function trim(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function formatTick(value: number, step: number): string {
  // Counting in steps leaves dust such as 0.30000000000000004.
  const digits = Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(step))));
  const rounded = Number(value.toFixed(digits));
  return step >= 1000 || step < 1e-3 ? formatNumber(rounded) : String(rounded);
}

function extent(
  options: ScaleOptions,
  isShown: (value: number) => boolean,
  fallback: readonly [number, number],
): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of options.values) {
    if (!isShown(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = fallback;
  low = options.min ?? low;
  high = options.max ?? high;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > Math.max(size * RESOLUTION, DIFFERENCE_MIN)) return [low, high];
  // One value alone gets room on both sides, and stays positive where it must.
  const room = size >= DIFFERENCE_MIN ? size / 2 : 0.5;
  return [low - room, low + room];
}

/** The smallest of 1, 2, 5, 10, ... that is not below `rough`. */
function niceStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  if (!Number.isFinite(magnitude) || magnitude === 0) return 1;
  const factor = [1, 2, 5, 10].find((candidate) => candidate * magnitude >= rough * (1 - 1e-9));
  return (factor ?? 10) * magnitude;
}

function isShowable(value: number): boolean {
  return Math.abs(value) <= SIZE_MAX;
}

function isShowableLog(value: number): boolean {
  return value >= 1 / SIZE_MAX && value <= SIZE_MAX;
}

function clamp(ratio: number): number {
  return Math.min(1, Math.max(0, ratio));
}

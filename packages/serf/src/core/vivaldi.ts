import { type Rng, randomRatio } from '@konsul/runtime/core';
import {
  COORDINATE_ERROR_MAX,
  COORDINATE_HEIGHT_MIN_SECONDS,
  type Coordinate,
  differenceOf,
  distanceSeconds,
  isUsableCoordinate,
  originCoordinate,
  rawDistanceSeconds,
  vectorLength,
} from './coordinate.js';

const ERROR_GAIN = 0.25; // c_e
const POSITION_GAIN = 0.25; // c_c
const ADJUSTMENT_WINDOW_COUNT = 20;
const LATENCY_FILTER_COUNT = 3;
const GRAVITY_RHO_SECONDS = 150;
const ZERO_THRESHOLD = 1e-6;
const ROUND_TRIP_SECONDS_MAX = 10;

/** Why an observation changed nothing. */
export type ObservationReject = 'unusable-coordinate' | 'round-trip-out-of-range';

export interface ObservationOutcome {
  readonly rejected?: ObservationReject;
  /** Our own position had become unusable and was put back to the origin. */
  readonly wasReset: boolean;
}

/**
 * This node's position, moved a little by every measured round trip.
 *
 * Source: Vivaldi with height, error-weighted steps, a latency filter (median of 3), an adjustment
 * window (20 samples) and a weak pull to the origin.
 */
export class VivaldiClient {
  readonly #rng: Rng;
  readonly #origin = originCoordinate();
  readonly #latencySamples = new Map<string, number[]>();
  readonly #adjustmentSamples = new Float64Array(ADJUSTMENT_WINDOW_COUNT);
  #adjustmentIndex = 0;
  #coordinate: Coordinate;

  constructor(rng: Rng, start: Coordinate = originCoordinate()) {
    this.#rng = rng;
    this.#coordinate = start;
  }

  get coordinate(): Coordinate {
    return this.#coordinate;
  }

  /** Takes in one round trip to `node`, which says it is at `other`. */
  observe(node: string, other: Coordinate, roundTripSeconds: number): ObservationOutcome {
    if (!isUsableCoordinate(other)) return { rejected: 'unusable-coordinate', wasReset: false };
    if (!(roundTripSeconds >= 0 && roundTripSeconds <= ROUND_TRIP_SECONDS_MAX)) {
      return { rejected: 'round-trip-out-of-range', wasReset: false };
    }
    const filtered = this.#filterLatency(node, roundTripSeconds);
    this.#approach(other, filtered);
    this.#adjust(other, filtered);
    this.#gravitate();
    if (isUsableCoordinate(this.#coordinate)) return { wasReset: false };
    this.#coordinate = originCoordinate();
    return { wasReset: true };
  }

  /** Drops what is remembered of a node that is gone for good. */
  forget(node: string): void {
    this.#latencySamples.delete(node);
  }

  #filterLatency(node: string, roundTripSeconds: number): number {
    const samples = this.#latencySamples.get(node) ?? [];
    samples.push(roundTripSeconds);
    if (samples.length > LATENCY_FILTER_COUNT) samples.shift();
    this.#latencySamples.set(node, samples);
    const sorted = [...samples].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? roundTripSeconds;
  }

  #approach(other: Coordinate, filteredSeconds: number): void {
    const own = this.#coordinate;
    const distance = distanceSeconds(own, other);
    const roundTrip = Math.max(filteredSeconds, ZERO_THRESHOLD);
    const relativeError = Math.abs(distance - roundTrip) / roundTrip;
    const totalError = Math.max(own.error + other.error, ZERO_THRESHOLD);
    const weight = own.error / totalError;
    const error = Math.min(
      COORDINATE_ERROR_MAX,
      ERROR_GAIN * weight * relativeError + own.error * (1 - ERROR_GAIN * weight),
    );
    const force = POSITION_GAIN * weight * (roundTrip - distance);
    this.#coordinate = applyForce({ ...own, error }, force, { towards: other, rng: this.#rng });
  }

  #adjust(other: Coordinate, filteredSeconds: number): void {
    this.#adjustmentSamples[this.#adjustmentIndex] =
      filteredSeconds - rawDistanceSeconds(this.#coordinate, other);
    this.#adjustmentIndex = (this.#adjustmentIndex + 1) % ADJUSTMENT_WINDOW_COUNT;
    const sum = this.#adjustmentSamples.reduce((total, value) => total + value, 0);
    this.#coordinate = { ...this.#coordinate, adjustment: sum / (2 * ADJUSTMENT_WINDOW_COUNT) };
  }

  #gravitate(): void {
    const distance = distanceSeconds(this.#origin, this.#coordinate);
    const force = -((distance / GRAVITY_RHO_SECONDS) ** 2);
    this.#coordinate = applyForce(this.#coordinate, force, {
      towards: this.#origin,
      rng: this.#rng,
    });
  }
}

interface ForceTarget {
  readonly towards: Coordinate;
  readonly rng: Rng;
}

/** Moves a coordinate away from another by `forceSeconds`; negative moves it closer. */
function applyForce(own: Coordinate, forceSeconds: number, target: ForceTarget): Coordinate {
  const difference = differenceOf(own, target.towards);
  const length = vectorLength(difference);
  const isApart = length > ZERO_THRESHOLD;
  const unit = isApart
    ? difference.map((value) => value / length)
    : randomUnitVector(target.rng, difference.length);
  const vector = own.vector.map((value, index) => value + (unit[index] ?? 0) * forceSeconds);
  const height = isApart
    ? Math.max(
        COORDINATE_HEIGHT_MIN_SECONDS,
        ((own.height + target.towards.height) * forceSeconds) / length + own.height,
      )
    : own.height;
  return { ...own, vector, height };
}

function randomUnitVector(rng: Rng, dimensionCount: number): number[] {
  for (;;) {
    const vector = Array.from({ length: dimensionCount }, () => randomRatio(rng) - 0.5);
    const length = vectorLength(vector);
    if (length > ZERO_THRESHOLD) return vector.map((value) => value / length);
  }
}

/**
 * A position in the space in which distance is round-trip time.
 *
 * Source: Dabek et al., "Vivaldi: A Decentralized Network Coordinate System" (height vectors);
 * the adjustment term is from Ledlie et al., "Network Coordinates in the Wild".
 */
export interface Coordinate {
  /** Euclidean part, in seconds; 8 numbers. */
  readonly vector: readonly number[];
  /** Confidence, 0 to 1.5; low is good. */
  readonly error: number;
  /** Correction for what a Euclidean space cannot express, in seconds; may be negative. */
  readonly adjustment: number;
  /** Time spent on the access link, in seconds; never below 10 microseconds. */
  readonly height: number;
}

export const COORDINATE_DIMENSION_COUNT = 8;
export const COORDINATE_ERROR_MAX = 1.5;
export const COORDINATE_HEIGHT_MIN_SECONDS = 10e-6;

/** Each number of a coordinate lies within this on either side of 0. */
const COORDINATE_SECONDS_MAX = 1_000;
const NANOSECONDS_PER_SECOND = 1e9;

/** Where every node begins. */
export function originCoordinate(): Coordinate {
  return {
    vector: new Array<number>(COORDINATE_DIMENSION_COUNT).fill(0),
    error: COORDINATE_ERROR_MAX,
    adjustment: 0,
    height: COORDINATE_HEIGHT_MIN_SECONDS,
  };
}

/**
 * False for a coordinate that would poison ours: wrong length, NaN or infinity anywhere, farther
 * from the origin than any round trip can take a member, or with an error or a height below 0. The
 * latter two are extensions: one such peer would throw every position it is measured against to the
 * edge of the numbers, or back to the origin.
 */
export function isUsableCoordinate(coordinate: Coordinate): boolean {
  return (
    coordinate.vector.length === COORDINATE_DIMENSION_COUNT &&
    coordinate.vector.every(isPlausible) &&
    coordinate.error >= 0 &&
    isPlausible(coordinate.error) &&
    isPlausible(coordinate.adjustment) &&
    coordinate.height >= 0 &&
    isPlausible(coordinate.height)
  );
}

function isPlausible(value: number): boolean {
  return Math.abs(value) <= COORDINATE_SECONDS_MAX;
}

/** Distance without the adjustment terms, in seconds. */
export function rawDistanceSeconds(a: Coordinate, b: Coordinate): number {
  return vectorLength(differenceOf(a, b)) + a.height + b.height;
}

/**
 * Estimated round-trip time in seconds, cut to whole nanoseconds.
 *
 * @remarks The adjustment counts only while the sum stays positive.
 */
export function distanceSeconds(a: Coordinate, b: Coordinate): number {
  const raw = rawDistanceSeconds(a, b);
  const adjusted = raw + a.adjustment + b.adjustment;
  return (
    Math.trunc((adjusted > 0 ? adjusted : raw) * NANOSECONDS_PER_SECOND) / NANOSECONDS_PER_SECOND
  );
}

export function differenceOf(a: Coordinate, b: Coordinate): number[] {
  return a.vector.map((value, index) => value - (b.vector[index] ?? 0));
}

export function vectorLength(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

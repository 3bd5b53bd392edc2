import type { Area, Coordinate } from '../state/domain.js';
import { type Codec, codecOf } from './codec.js';
import { agent as wire } from './gen/agent.js';
import { readArea, readCoordinate, writeArea, writeCoordinate } from './store-objects.js';

/** Asks for coordinates. */
export interface CoordinatesRequest {
  /** Of one segment, whose name may be empty; absent: of all. */
  readonly segment?: string;
}

/** Codec of {@link CoordinatesRequest}. */
export const coordinatesRequestCodec: Codec<CoordinatesRequest> = codecOf({
  encode: ({ segment }) =>
    wire.CoordinatesRequest.encode(
      segment === undefined ? {} : { segment, isSegmentGiven: true },
    ).finish(),
  decode(bytes): CoordinatesRequest {
    const { segment, isSegmentGiven } = wire.CoordinatesRequest.decode(bytes);
    return isSegmentGiven ? { segment } : {};
  },
});

/** Codec of coordinates. */
export const coordinatesCodec: Codec<readonly Coordinate[]> = codecOf({
  encode: (coordinates) =>
    wire.Coordinates.encode({ coordinates: coordinates.map(writeCoordinate) }).finish(),
  decode: (bytes) => (wire.Coordinates.decode(bytes).coordinates ?? []).map(readCoordinate),
});

/** Codec of areas. */
export const areasCodec: Codec<readonly Area[]> = codecOf({
  encode: (areas) => wire.Areas.encode({ areas: areas.map(writeArea) }).finish(),
  decode: (bytes) => (wire.Areas.decode(bytes).areas ?? []).map(readArea),
});

/** Codec of what a write came to: whether its condition held; true where it had none. */
export const outcomeCodec: Codec<boolean> = codecOf({
  encode: (isApplied) => wire.Outcome.encode({ isApplied }).finish(),
  decode: (bytes) => wire.Outcome.decode(bytes).isApplied,
});

import type { Coordinate, NetworkPosition } from '../../state/domain.js';
import type { DatacenterMap } from '../../wire/server-messages.js';

/** Where a node is. */
export function coordinateView(coordinate: Coordinate): Readonly<Record<string, unknown>> {
  return {
    Node: coordinate.node,
    Segment: coordinate.segment,
    Coord: positionView(coordinate.position),
  };
}

/** A position. */
export function positionView(position: NetworkPosition): Readonly<Record<string, unknown>> {
  return {
    Vec: position.vector,
    Error: position.error,
    Adjustment: position.adjustment,
    Height: position.height,
  };
}

/** Where the servers of a datacenter are. */
export function datacenterMapView(map: DatacenterMap): Readonly<Record<string, unknown>> {
  return {
    Datacenter: map.datacenter,
    AreaID: map.areaId,
    Coordinates: map.coordinates.map(coordinateView),
  };
}

import type { CoordinateCommand } from '../commands/command.js';
import { coordinatesOfNode, listCoordinates } from '../state/coordinates.js';
import type { Coordinate } from '../state/domain.js';
import { type NameRequest, nameRequestCodec } from '../wire/catalog-messages.js';
import { commandFamilyCodec, encodeCommand } from '../wire/command-codec.js';
import {
  type CoordinatesRequest,
  coordinatesCodec,
  coordinatesRequestCodec,
  outcomeCodec,
} from '../wire/store-messages.js';
import type { AclRule, ReadEndpoint, WriteEndpoint } from './endpoint.js';
import { outcomeOf } from './write-outcome.js';

const coordinatesRule: AclRule<unknown, readonly Coordinate[]> = {
  type: 'trim',
  trim: (coordinates, may) =>
    coordinates.filter(({ node }) => may({ resource: 'node', name: node, access: 'read' })),
};

/** The coordinates of all nodes, or of one segment's. */
export const coordinateListNodes: ReadEndpoint<CoordinatesRequest, readonly Coordinate[]> = {
  name: 'Coordinate.ListNodes',
  kind: 'read',
  rule: coordinatesRule,
  request: coordinatesRequestCodec,
  response: coordinatesCodec,
  read(state, { segment }, watch) {
    const { index, result } = listCoordinates(state, watch, segment);
    return { index, value: result };
  },
};

/** The coordinates of one node; none where it has none or does not exist. */
export const coordinateNode: ReadEndpoint<NameRequest, readonly Coordinate[]> = {
  name: 'Coordinate.Node',
  kind: 'read',
  rule: coordinatesRule,
  request: nameRequestCodec,
  response: coordinatesCodec,
  read(state, { name }, watch) {
    const { index, result } = coordinatesOfNode(state, name, watch);
    return { index, value: result };
  },
};

/** Takes over coordinates, of one node or gathered from many. */
export const coordinateUpdate: WriteEndpoint<CoordinateCommand, boolean> = {
  name: 'Coordinate.Update',
  kind: 'write',
  rule: {
    type: 'demand',
    demands: ({ coordinates }) =>
      coordinates.map(({ node }) => ({ resource: 'node', name: node, access: 'write' })),
  },
  request: commandFamilyCodec('coordinates'),
  response: outcomeCodec,
  command: encodeCommand,
  answer: outcomeOf,
};

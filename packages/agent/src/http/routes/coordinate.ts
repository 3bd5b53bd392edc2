import {
  coordinateListNodes,
  coordinateNode,
  coordinateUpdate,
} from '../../endpoints/coordinates.js';
import { coordinateDatacenters } from '../../endpoints/server.js';
import { positionDimensions } from '../../state/coordinates.js';
import { answerRead } from '../answer-read.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, done, json, text } from '../api-response.js';
import { HttpError } from '../http-error.js';
import { decimal, list, onlyDefault, record, text as textField } from '../json-decode.js';
import type { Route, RouteContext, RouteHandler } from '../route.js';
import { coordinateView, datacenterMapView } from '../views/coordinate-view.js';

const updateBody = record({
  Datacenter: textField,
  Node: textField,
  Segment: textField,
  Partition: onlyDefault,
  Coord: record({ Vec: list(decimal), Error: decimal, Adjustment: decimal, Height: decimal }),
});

/** Network coordinates. */
export function coordinateRoutes(context: RouteContext): readonly Route[] {
  const { gateway } = context;
  const enabled =
    (handler: RouteHandler): RouteHandler =>
    (request) =>
      context.config.disableCoordinates
        ? text(401, 'Coordinate support disabled')
        : handler(request);
  return [
    {
      path: '/v1/coordinate/datacenters',
      methods: {
        GET: enabled(async ({ options }) => {
          const maps = await gateway.serve(coordinateDatacenters, {}, options);
          return json(maps.map(datacenterMapView));
        }),
      },
    },
    {
      path: '/v1/coordinate/nodes',
      methods: { GET: enabled((request) => listNodes(context, request)) },
    },
    {
      path: '/v1/coordinate/node/*',
      methods: { GET: enabled((request) => getNode(context, request)) },
    },
    {
      path: '/v1/coordinate/update',
      methods: { PUT: enabled((request) => update(context, request)) },
    },
  ];
}

function listNodes(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  return answerRead(context, request, {
    endpoint: coordinateListNodes,
    query: request.query.has('segment') ? { segment: request.text('segment') } : {},
    answer: (coordinates) => json(coordinates.map(coordinateView)),
    isDiscovery: true,
  });
}

function getNode(context: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const name = request.requiredTail('Missing node name');
  const isWanted = (segment: string): boolean =>
    !request.query.has('segment') || request.text('segment') === segment;
  return answerRead(context, request, {
    endpoint: coordinateNode,
    query: { name },
    answer: (coordinates) => {
      const wanted = coordinates.filter(({ segment }) => isWanted(segment));
      return wanted.length === 0 ? text(404, '') : json(wanted.map(coordinateView));
    },
    isDiscovery: true,
  });
}

async function update({ gateway }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const body = await request.json(updateBody);
  const { Vec: vector, Error: error, Adjustment: adjustment, Height: height } = body.Coord;
  if (vector.length !== positionDimensions) {
    throw new HttpError(400, `Incompatible coordinate: must have ${positionDimensions} dimensions`);
  }
  const position = { vector, error, adjustment, height };
  const coordinates = [{ node: body.Node, segment: body.Segment, position }];
  const { options } = request;
  const datacenter = body.Datacenter || options.datacenter || '';
  await gateway.write(
    coordinateUpdate,
    { type: 'coordinates', coordinates },
    { ...options, datacenter },
  );
  return done();
}

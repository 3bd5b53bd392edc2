import { randomUUID } from 'node:crypto';
import { areaApply, areaGet, areaList } from '../../endpoints/areas.js';
import { areaJoin, areaMembers } from '../../endpoints/server.js';
import { answerRead } from '../answer-read.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, done, json, text } from '../api-response.js';
import { flag, list, record, text as textField } from '../json-decode.js';
import type { Route, RouteContext } from '../route.js';
import { areaJoinResultView, areaMemberView, areaView } from '../views/area-view.js';

const createBody = record({
  ID: textField,
  PeerDatacenter: textField,
  RetryJoin: list(textField),
  UseTLS: flag,
});

const joinBody = list(textField);

/** Network areas, for operators. */
export function operatorAreaRoutes(context: RouteContext): readonly Route[] {
  return [
    {
      path: '/v1/operator/area',
      methods: {
        POST: (request) => createArea(context, request),
        GET: (request) =>
          answerRead(context, request, {
            endpoint: areaList,
            query: { nodeMeta: {}, near: '' },
            answer: (areas) => json(areas.map(areaView)),
          }),
      },
    },
    {
      path: '/v1/operator/area/:id',
      methods: {
        GET: (request) =>
          answerRead(context, request, {
            endpoint: areaGet,
            query: { name: request.parameter('id') },
            answer: (areas) =>
              areas.length === 0
                ? text(404, `No area found with ID "${request.parameter('id')}"`)
                : json(areas.map(areaView)),
          }),
        PUT: (request) => updateArea(context, request),
        DELETE: (request) => deleteArea(context, request),
      },
    },
    {
      path: '/v1/operator/area/:id/join',
      methods: { PUT: (request) => joinArea(context, request) },
    },
    {
      path: '/v1/operator/area/:id/members',
      methods: { GET: (request) => listMembers(context, request) },
    },
  ];
}

async function createArea(
  { gateway, config }: RouteContext,
  request: ApiRequest,
): Promise<ApiResponse> {
  const body = await request.json(createBody);
  const id = randomUUID();
  await gateway.write(
    areaApply,
    {
      type: 'area-create',
      id,
      datacenter: request.datacenter || config.datacenter,
      peerDatacenter: body.PeerDatacenter,
      retryJoin: body.RetryJoin,
      useTls: body.UseTLS,
    },
    request.options,
  );
  return json({ ID: id });
}

/** Only the use of TLS may change; what else the body says is not looked at. */
async function updateArea({ gateway }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const { UseTLS: useTls } = await request.json(createBody);
  const id = request.parameter('id');
  await gateway.write(areaApply, { type: 'area-update', id, useTls }, request.options);
  return json({ ID: id });
}

async function deleteArea({ gateway }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const id = request.parameter('id');
  await gateway.write(areaApply, { type: 'area-delete', id }, request.options);
  return done();
}

async function joinArea({ gateway }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const addresses = await request.json(joinBody);
  const areaId = request.parameter('id');
  const results = await gateway.serve(areaJoin, { areaId, addresses }, request.options);
  return json(results.map(areaJoinResultView));
}

async function listMembers({ gateway }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const areaId = request.parameter('id');
  const members = await gateway.serve(areaMembers, { areaId }, request.options);
  return json(members.map(areaMemberView));
}

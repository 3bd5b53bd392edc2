import {
  operatorRaftConfiguration,
  operatorRaftRemovePeer,
  operatorRaftTransferLeader,
} from '../../endpoints/server.js';
import type { RaftServer } from '../../wire/server-messages.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, done, json } from '../api-response.js';
import { HttpError } from '../http-error.js';
import type { Route, RouteContext } from '../route.js';

/** The version of Consul's Raft rules that our answers follow. */
const RAFT_PROTOCOL_VERSION = '3';

/** The Raft group, for operators. */
export function operatorRaftRoutes(context: RouteContext): readonly Route[] {
  const { gateway } = context;
  const onTransfer = async (request: ApiRequest): Promise<ApiResponse> => {
    const peer = { id: request.text('id'), address: '' };
    await gateway.serve(operatorRaftTransferLeader, peer, request.options);
    return json({ Success: true });
  };
  return [
    {
      path: '/v1/operator/raft/configuration',
      methods: {
        GET: async ({ options }) => {
          const { servers, index } = await gateway.serve(operatorRaftConfiguration, {}, options);
          return json({ Servers: servers.map(raftServerView), Index: index });
        },
      },
    },
    {
      path: '/v1/operator/raft/peer',
      methods: { DELETE: (request) => removePeer(context, request) },
    },
    {
      path: '/v1/operator/raft/transfer-leader',
      methods: { POST: onTransfer, PUT: onTransfer },
    },
  ];
}

async function removePeer({ gateway }: RouteContext, request: ApiRequest): Promise<ApiResponse> {
  const id = request.text('id');
  const address = request.text('address');
  if (id === '' && address === '') {
    throw new HttpError(
      400,
      "Must specify either ?id with the server's ID or ?address with IP:port of peer to remove",
    );
  }
  if (id !== '' && address !== '') {
    throw new HttpError(400, 'Must specify only one of ?id or ?address');
  }
  await gateway.serve(operatorRaftRemovePeer, { id, address }, request.options);
  return done();
}

function raftServerView(server: RaftServer): Readonly<Record<string, unknown>> {
  return {
    ID: server.id,
    Node: server.node,
    Address: server.address,
    Leader: server.isLeader,
    ProtocolVersion: RAFT_PROTOCOL_VERSION,
    Voter: server.isVoter,
  };
}

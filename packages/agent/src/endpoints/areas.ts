import { parseEndpoint } from '@konsul/runtime/core';
import type { AreaCommand } from '../commands/command.js';
import { DATACENTER_NAME, DATACENTER_NAME_WORDS } from '../config/datacenter-name.js';
import { getArea, listAreas } from '../state/areas.js';
import { type CommandFailure, commandFailure } from '../state/command-failure.js';
import type { Area } from '../state/domain.js';
import {
  type NameRequest,
  type NodesRequest,
  nameRequestCodec,
  nodesRequestCodec,
} from '../wire/catalog-messages.js';
import { commandFamilyCodec, encodeCommand } from '../wire/command-codec.js';
import { areasCodec, outcomeCodec } from '../wire/store-messages.js';
import type { AclDemand, ReadEndpoint, WriteEndpoint } from './endpoint.js';
import { outcomeOf } from './write-outcome.js';

const operatorRead: AclDemand = { resource: 'operator', name: '', access: 'read' };
const operatorWrite: AclDemand = { resource: 'operator', name: '', access: 'write' };

/** Every network area, by id. The request's fields are of no meaning. */
export const areaList: ReadEndpoint<NodesRequest, readonly Area[]> = {
  name: 'Area.List',
  kind: 'read',
  rule: { type: 'demand', demands: () => [operatorRead] },
  request: nodesRequestCodec,
  response: areasCodec,
  read(state, _request, watch) {
    const { index, result } = listAreas(state, watch);
    return { index, value: result };
  },
};

/** The area of an id, as a list of one or none. */
export const areaGet: ReadEndpoint<NameRequest, readonly Area[]> = {
  name: 'Area.Get',
  kind: 'read',
  rule: { type: 'demand', demands: () => [operatorRead] },
  request: nameRequestCodec,
  response: areasCodec,
  read(state, { name }, watch) {
    const { index, result } = getArea(state, name, watch);
    return { index, value: result === undefined ? [] : [result] };
  },
};

/**
 * Creates, updates or deletes an area. The id of a new one is the caller's to choose, at random,
 * and so is already known when the answer comes.
 */
export const areaApply: WriteEndpoint<AreaCommand, boolean> = {
  name: 'Area.Apply',
  kind: 'write',
  rule: { type: 'demand', demands: () => [operatorWrite] },
  request: commandFamilyCodec('area-create', 'area-update', 'area-delete'),
  response: outcomeCodec,
  command: (command) => areaProblem(command) ?? encodeCommand(command),
  answer: outcomeOf,
};

/** What could never work. An empty peer is left to the state, which has its own words for it. */
function areaProblem(command: AreaCommand): CommandFailure | undefined {
  if (command.type !== 'area-create') return undefined;
  const { peerDatacenter, retryJoin } = command;
  if (peerDatacenter !== '' && !DATACENTER_NAME.test(peerDatacenter)) {
    const text = `PeerDatacenter must be ${DATACENTER_NAME_WORDS}, got ${JSON.stringify(peerDatacenter)}`;
    return commandFailure('AREA_INVALID', text);
  }
  const unusable = retryJoin.find((address) => parseEndpoint(address, 0) === undefined);
  if (unusable === undefined) return undefined;
  const text = `RetryJoin must hold addresses such as 10.0.0.1:8300, got ${JSON.stringify(unusable)}`;
  return commandFailure('AREA_INVALID', text);
}

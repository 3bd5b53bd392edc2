import { areaApply, areaGet, areaList } from './areas.js';
import {
  catalogDeregister,
  catalogListNodes,
  catalogListServices,
  catalogNodeServices,
  catalogRegister,
  catalogServiceNodes,
  internalNodeDump,
} from './catalog.js';
import { coordinateListNodes, coordinateNode, coordinateUpdate } from './coordinates.js';
import type { ReadEndpoint, WriteEndpoint } from './endpoint.js';
import {
  healthChecksInState,
  healthNodeChecks,
  healthServiceChecks,
  healthServiceNodes,
} from './health.js';
import { kvApply, kvGet, kvKeys, kvList } from './kv.js';

/** An endpoint of the replicated state whose types are known to itself alone. */
export type StateEndpoint = ReadEndpoint<unknown, unknown> | WriteEndpoint<unknown, unknown>;

/** Every endpoint of the replicated state by its name. */
export const stateEndpoints: ReadonlyMap<string, StateEndpoint> = new Map(
  [
    areaApply,
    areaGet,
    areaList,
    catalogDeregister,
    catalogListNodes,
    catalogListServices,
    catalogNodeServices,
    catalogRegister,
    catalogServiceNodes,
    coordinateListNodes,
    coordinateNode,
    coordinateUpdate,
    healthChecksInState,
    healthNodeChecks,
    healthServiceChecks,
    healthServiceNodes,
    internalNodeDump,
    kvApply,
    kvGet,
    kvKeys,
    kvList,
  ].map((endpoint) => [endpoint.name, endpoint as StateEndpoint]),
);

import type { Endpoint } from './endpoint.js';
import { stateEndpoints } from './registry.js';
import { serverEndpoints } from './server.js';

/** Every endpoint that agents ask each other for, by name. */
export const allEndpoints: ReadonlyMap<string, Endpoint> = new Map([
  ...(stateEndpoints as ReadonlyMap<string, Endpoint>),
  ...serverEndpoints,
]);

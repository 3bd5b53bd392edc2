export type { AreaTransportTuning } from './config.js';
export { areaKey } from './core/index.js';
export type { AreaTransportErrorCode } from './errors.js';
export { AreaTransportError, isAreaTransportError } from './errors.js';
export type { AreaPair, AreaTransportOptions } from './node/area-transport.js';
export { createAreaTransport } from './node/area-transport.js';

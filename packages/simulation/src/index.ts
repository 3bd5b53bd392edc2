// Virtual time, network and disk: the surface of @konsul/runtime, faked.
export type { ClockViewOptions } from './clock-view.js';
export { ClockView } from './clock-view.js';
export type { SimulationErrorCode } from './simulation-error.js';
export { SimulationError } from './simulation-error.js';
export type { VirtualClockOptions } from './virtual-clock.js';
export { VirtualClock } from './virtual-clock.js';

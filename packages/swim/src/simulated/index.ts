export type {
  ConfiguredEnvironment,
  SimulatedSwimEnvironment,
  SimulatedSwimMember,
  SimulatedSwimOptions,
} from './simulated-swim.js';
export { protocol, startSimulatedSwim } from './simulated-swim.js';

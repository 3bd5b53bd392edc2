export type {
  ContractCase,
  ContractSubject,
  DatagramSubject,
  StreamSubject,
} from '@konsul/runtime/testing';
export { datagramTransportContract, streamTransportContract } from '@konsul/runtime/testing';
export type { ClockViewOptions } from './clock-view.js';
export { ClockView } from './clock-view.js';
export type { DiskSubject } from './contracts/disk-contract.js';
export { diskContract } from './contracts/disk-contract.js';
export type { DiskFault, DiskOperation } from './disk-faults.js';
export type { VirtualDiskOptions } from './disk-state.js';
export type { Fault, FaultPlan, FaultType, PlannedFault } from './fault-plan.js';
export { applyFaultPlan, beginFault, planEndMs } from './fault-plan.js';
export type { FaultPlanOptions } from './fault-plan-generator.js';
export { generateFaultPlan } from './fault-plan-generator.js';
export { formatFaultPlan, parseFaultPlan } from './fault-plan-text.js';
export type { CheckOptions, Operation, SequentialModel, Verdict } from './linearizability.js';
export { checkLinearizability } from './linearizability.js';
export type {
  AppendInput,
  AppendOutput,
  RegisterInput,
  RegisterOutput,
  RegisterState,
} from './linearizability-models.js';
export { appendModel, registerModel } from './linearizability-models.js';
export { MemoryNetwork } from './memory-network.js';
export type { NetworkErrorCode } from './network-error.js';
export type { Cut, LinkScope, Undo } from './network-faults.js';
export { oneWayCut, partitionCut } from './network-faults.js';
export type { Latency, LinkOptions } from './network-link.js';
export type {
  DropReason,
  MemoryNetworkOptions,
  NetworkEvent,
  NetworkEventType,
} from './network-options.js';
export type { ScenarioBlock, ScenarioCommand, ScenarioHost, VerifyOptions } from './scenario.js';
export {
  formatScenario,
  parseDurationMs,
  parseScenario,
  recordScenario,
  verifyScenarioFile,
} from './scenario.js';
export type { Lasting, ShrinkOptions } from './shrink-plan.js';
export { shrinkPlan } from './shrink-plan.js';
export type { SimulationDescription } from './sim/description.js';
export { parseDescription } from './sim/parse-description.js';
export type { RunOptions, SimulationResult } from './sim/run-simulation.js';
export { runSimulation } from './sim/run-simulation.js';
export type { ReportFile } from './sim/simulation-report.js';
export { simulationReport, summaryLines } from './sim/simulation-report.js';
export type { CoreParts, CreateCore, SimulatedCore } from './simulated-core.js';
export type { Boot, NodeOptions, SimulatedNode } from './simulated-node.js';
export type {
  MemberChange,
  MemberEnvironment,
  SimulatedMember,
  SimulatedProtocol,
} from './simulated-protocol.js';
export type { SimulationErrorCode } from './simulation-error.js';
export { SimulationError } from './simulation-error.js';
export type { TraceOptions } from './trace.js';
export { Trace } from './trace.js';
export type { VirtualClockOptions } from './virtual-clock.js';
export { VirtualClock } from './virtual-clock.js';
export { VirtualDisk } from './virtual-disk.js';
export type { Checker, CrashOptions } from './world.js';
export { World } from './world.js';
export { createWorldCommands } from './world-commands.js';
export type { CrashType } from './world-node.js';
export type { WorldOptions } from './world-options.js';

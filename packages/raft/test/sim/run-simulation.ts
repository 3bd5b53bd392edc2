import type { PlantedBug } from '../../src/core/index.js';
import type { FaultMix } from './fault-mix.js';
import { GroupFaults } from './group-faults.js';
import { Violation } from './invariants.js';
import { memberIds, SimulatedGroup } from './simulated-group.js';
import type { SimulatedServer } from './simulated-server.js';

/** How a run ended. */
export interface SimulationResult {
  readonly seed: number;
  readonly mix: FaultMix;
  readonly violation: Violation | undefined;
  readonly eventCount: number;
  readonly committedCount: number;
  readonly readCount: number;
  /** A number that stands for everything that happened, in order. */
  readonly traceHash: number;
  readonly trace: readonly string[];
}

/**
 * One group's life from a seed: faults for a while, then peace, in which it has to become whole.
 *
 * @param focus replaces what the seed would have drawn, to look for one kind of defect.
 */
export function runSimulation(
  seed: number,
  plantedBug?: PlantedBug,
  focus: Partial<FaultMix> = {},
): SimulationResult {
  const group = new SimulatedGroup(seed, { ...focus, ...(plantedBug && { plantedBug }) });
  let violation: Violation | undefined;
  try {
    group.bootstrap();
    new GroupFaults(group).schedule();
    group.runUntil(group.mix.safetyMs);
    group.heal();
    checkLiveness(group);
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('failed', String(error));
  }
  let readCount = 0;
  for (const server of group.servers.values()) readCount += server.readCount;
  return {
    seed,
    mix: group.mix,
    violation,
    eventCount: group.eventCount,
    committedCount: group.invariants.commitIndex,
    readCount,
    traceHash: group.traceHash,
    trace: group.trace,
  };
}

/** I18: with all faults off, the group becomes whole, and stays useful. */
function checkLiveness(group: SimulatedGroup): void {
  const deadlineMs = group.queue.nowMs + group.mix.healMs;
  let reason = 'never looked';
  let writeTerm = 0;
  let targetIndex = 0;
  let readsBefore = 0;
  while (group.queue.nowMs < deadlineMs) {
    group.runUntil(group.queue.nowMs + 250);
    const leaders = group.up().filter((server) => server.core.leader === server.id);
    const leader = leaders.reduce<SimulatedServer | undefined>(
      (best, server) =>
        best === undefined || server.core.status().term > best.core.status().term ? server : best,
      undefined,
    );
    if (leader === undefined) {
      reason = 'no leader';
      continue;
    }
    // A write is lost with its leader; another leader gets another one.
    const { term } = leader.core.status();
    if (writeTerm !== term) {
      leader.propose(Uint8Array.of(1, 2, 3));
      targetIndex = leader.core.status().lastIndex;
      readsBefore = leader.readCount;
      leader.read();
      writeTerm = term;
      continue;
    }
    const problem = findLag(group, leader, targetIndex);
    const isRead = leader.readCount > readsBefore;
    if (problem === undefined && isRead) return;
    if (problem === undefined) leader.read();
    reason = problem ?? 'the read was not served';
  }
  throw new Violation('I18', reason);
}

function findLag(
  group: SimulatedGroup,
  leader: SimulatedServer,
  targetIndex: number,
): string | undefined {
  const status = leader.core.status();
  if (status.commitIndex < targetIndex) return `commit ${status.commitIndex} < ${targetIndex}`;
  if (status.configuration.votersOutgoing.length > 0) return 'joint configuration left behind';
  if (status.configurationIndex > status.commitIndex) return 'configuration not committed';
  for (const id of memberIds(status.configuration)) {
    const server = group.servers.get(id)!;
    if (!server.isUp) {
      if (id !== group.wipedId) return `${id} is down`;
      continue;
    }
    if (server.core.status().term !== status.term) return `${id} is in another term`;
    if (server.state.index !== status.commitIndex) {
      return `${id} applied ${server.state.index} of ${status.commitIndex}`;
    }
    if (server.state.hash !== leader.state.hash) return `${id} differs`;
  }
  return undefined;
}

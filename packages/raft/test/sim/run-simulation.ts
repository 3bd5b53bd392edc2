import { seededRng } from '@konsul/runtime/core';
import type { PlantedBug } from '../../src/core/index.js';
import { conditionsOf } from './conditions.js';
import { drawFaultMix, type FaultMix } from './fault-mix.js';
import { GroupFaults } from './group-faults.js';
import { Violation } from './invariants.js';
import type { Script } from './script.js';
import { memberIds, SimulatedGroup } from './simulated-group.js';
import type { SimulatedServer } from './simulated-server.js';

/** How a run ended. */
export interface RunOutcome {
  readonly violation: Violation | undefined;
  readonly endedAtMs: number;
  readonly eventCount: number;
  readonly committedCount: number;
  readonly readCount: number;
  /** A number that stands for everything that happened, in order. */
  readonly traceHash: number;
  readonly trace: readonly string[];
}

/** How the run of a seed ended. */
export interface SimulationResult extends RunOutcome {
  readonly seed: number;
  readonly mix: FaultMix;
  /** The same run with nothing left to draw but how long things take. */
  readonly script: Script;
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
  const rng = seededRng(seed);
  const mix: FaultMix = { ...drawFaultMix(rng), ...focus };
  const { serverCount, safetyMs: endMs, healMs } = mix;
  const conditions = conditionsOf(mix);
  const group = new SimulatedGroup({ seed, conditions, plantedBug });
  const frame = { seed, serverCount, conditions, endMs, healMs };
  const outcome = live(group, frame, () => new GroupFaults(group, mix, rng).schedule());
  return { ...outcome, seed, mix, script: { ...frame, acts: group.acts } };
}

/** A run that a script tells; the same as the run that it was taken from. */
export function runScript(script: Script, plantedBug?: PlantedBug): RunOutcome {
  const group = new SimulatedGroup({ ...script, plantedBug });
  return live(group, script, () => {
    for (const { atMs, durationMs, act } of script.acts) {
      group.queue.scheduleLast(atMs, () => group.perform(act, durationMs));
    }
  });
}

function live(
  group: SimulatedGroup,
  frame: Omit<Script, 'acts'>,
  schedule: () => void,
): RunOutcome {
  let violation: Violation | undefined;
  try {
    group.bootstrap(frame.serverCount);
    schedule();
    group.runUntil(frame.endMs);
    if (frame.healMs > 0) {
      group.heal();
      checkLiveness(group, frame.healMs);
    }
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('failed', String(error));
  }
  let readCount = 0;
  for (const server of group.servers.values()) readCount += server.readCount;
  return {
    violation,
    endedAtMs: group.queue.nowMs,
    eventCount: group.eventCount,
    committedCount: group.invariants.commitIndex,
    readCount,
    traceHash: group.traceHash,
    trace: group.trace,
  };
}

/** I18: with all faults off, the group becomes whole, and stays useful. */
export function checkLiveness(group: SimulatedGroup, healMs: number): void {
  const deadlineMs = group.queue.nowMs + healMs;
  let reason = 'never looked';
  let writeTerm = 0;
  let targetIndex = 0;
  let readsBefore = 0;
  while (group.queue.nowMs < deadlineMs) {
    group.runUntil(group.queue.nowMs + 250);
    const leader = group
      .leaders()
      .reduce<SimulatedServer | undefined>(
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

import { seededRng } from '@konsul/runtime/core';
import type { PlantedBug } from '../../src/core/index.js';
import { conditionsOf } from './conditions.js';
import { drawFaultMix, type FaultMix } from './fault-mix.js';
import { GroupFaults } from './group-faults.js';
import { Violation } from './invariants.js';
import { Replacement } from './replacement.js';
import { checkLiveness } from './run-simulation.js';
import type { Script } from './script.js';
import { memberIds, SimulatedGroup } from './simulated-group.js';

/** How a group whose servers were all replaced has fared. */
export interface ReplacementResult {
  readonly seed: number;
  readonly mix: FaultMix;
  /** What happened while there were faults, for a run that is to be made smaller. */
  readonly script: Script;
  readonly violation: Violation | undefined;
  /** Servers replaced while faults went on, and in all. */
  readonly underFaultsCount: number;
  readonly replacedCount: number;
  readonly committedCount: number;
  readonly traceHash: number;
  readonly trace: readonly string[];
}

/**
 * How long the operator may take, once all faults have ended, for whoever is left: five newcomers
 * may have to be told some thousand entries each, one by one.
 */
const FINISH_MS = 600_000;

/**
 * One group's life from a seed, in which every server gives its place to another one, under load and
 * faults. Then faults end, the last servers are replaced in peace, and the group has to be whole: what
 * any server ever knew to be committed, and so everything acknowledged, is in every member's state.
 *
 * @param plantedBug to see that it is found.
 */
export function runReplacement(seed: number, plantedBug?: PlantedBug): ReplacementResult {
  const rng = seededRng(seed);
  const drawn = drawFaultMix(rng);
  // Membership is the operator's alone, and no disk is lost: new servers take the places of old ones.
  const mix: FaultMix = {
    ...drawn,
    serverCount: Math.max(3, drawn.serverCount),
    safetyMs: 12_000,
    membershipRate: 0,
    wipeRate: 0,
    changeOnElectionRatio: 0,
  };
  const { serverCount, safetyMs: endMs } = mix;
  const conditions = conditionsOf(mix);
  const group = new SimulatedGroup({ seed, conditions, plantedBug });
  let replacement: Replacement | undefined;
  let underFaultsCount = 0;
  let violation: Violation | undefined;
  try {
    group.bootstrap(serverCount);
    new GroupFaults(group, mix, rng).schedule();
    replacement = new Replacement(group, group.rngFor('replacement'));
    replacement.schedule();
    group.runUntil(endMs);
    underFaultsCount = replacement.doneCount;
    group.heal();
    finish(group, replacement);
    checkLiveness(group, mix.healMs);
    checkNothingLost(group);
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('failed', String(error));
  }
  const acts = group.acts.filter(({ atMs }) => atMs <= endMs);
  return {
    seed,
    mix,
    script: { seed, serverCount, conditions, acts, endMs, healMs: 0 },
    violation,
    underFaultsCount,
    replacedCount: replacement?.doneCount ?? 0,
    committedCount: group.invariants.commitIndex,
    traceHash: group.traceHash,
    trace: group.trace,
  };
}

function finish(group: SimulatedGroup, replacement: Replacement): void {
  const deadlineMs = group.queue.nowMs + FINISH_MS;
  while (!replacement.isDone) {
    if (group.queue.nowMs >= deadlineMs) throw new Violation('I18', replacement.progress);
    group.runUntil(group.queue.nowMs + 100);
  }
}

/**
 * The states of all servers have been compared at every index that two of them ever stood at; so it is
 * enough that each member's reaches as far as anything was ever committed.
 */
function checkNothingLost(group: SimulatedGroup): void {
  const { commitIndex } = group.invariants;
  const founders = new Set([...group.servers.keys()].slice(0, group.servers.size / 2));
  const [leader] = group.leaders();
  const members = leader === undefined ? [] : memberIds(leader.core.status().configuration);
  if (members.length === 0) throw new Violation('I18', 'nobody is left');
  for (const id of members) {
    if (founders.has(id)) throw new Violation('I12', `${id} is still a member`);
    const index = group.servers.get(id)?.state.index ?? 0;
    if (index < commitIndex) throw new Violation('I7', `${id} holds ${index} of ${commitIndex}`);
  }
}

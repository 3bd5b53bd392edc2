import type { DiskFault } from './disk-faults.js';
import type { Undo } from './network-faults.js';
import type { LinkOptions } from './network-link.js';
import { SimulationError } from './simulation-error.js';
import type { World } from './world.js';
import type { CrashType } from './world-node.js';

/** Something that goes wrong for a while. Nodes are named as in the world. */
export type Fault =
  /** Nodes of different groups cannot reach one another. */
  | { readonly type: 'partition'; readonly groups: readonly (readonly string[])[] }
  /** The nodes of each pair cannot reach one another; for bridges and rings. */
  | { readonly type: 'cut'; readonly pairs: readonly (readonly [string, string])[] }
  /** One direction only. */
  | { readonly type: 'block'; readonly from: readonly string[]; readonly to: readonly string[] }
  /** Links become worse; a missing side means all nodes. */
  | {
      readonly type: 'links';
      readonly from?: string | readonly string[];
      readonly to?: string | readonly string[];
      readonly link: LinkOptions;
    }
  | { readonly type: 'pause'; readonly node: string }
  /** The node is down until the fault ends, and starts again then. */
  | { readonly type: 'crash'; readonly node: string; readonly how: CrashType }
  | { readonly type: 'clock-rate'; readonly node: string; readonly rate: number }
  /** The wall clock jumps, and back again at the end. */
  | { readonly type: 'wall-jump'; readonly node: string; readonly byMs: number }
  /** Syncs of the node's disk do not end before the fault does. */
  | { readonly type: 'slow-disk'; readonly node: string }
  | {
      readonly type: 'disk-error';
      readonly node: string;
      readonly operation: DiskFault['operation'];
      readonly code: DiskFault['code'];
    };

export type FaultType = Fault['type'];

/** A fault with its time. It ends by itself, so that any part of a plan is a plan. */
export interface PlannedFault {
  /** When it begins, in milliseconds after the plan is applied. */
  readonly atMs: number;
  readonly durationMs: number;
  readonly fault: Fault;
}

/** What goes wrong in a run, as plain data. */
export type FaultPlan = readonly PlannedFault[];

/**
 * Schedules a plan, counted from the world's present instant.
 *
 * @throws SimulationError `NODE_UNKNOWN` before anything is scheduled.
 */
export function applyFaultPlan(world: World, plan: FaultPlan): void {
  for (const { fault } of plan) for (const name of nodesOf(fault)) world.addressOf(name);
  const startMs = world.clock.nowMs();
  for (const { atMs, durationMs, fault } of plan) {
    world.clock.schedule(startMs + atMs, () => {
      const end = beginFault(world, fault);
      world.clock.schedule(startMs + atMs + durationMs, end);
    });
  }
}

/** When the last fault of a plan has ended. */
export function planEndMs(plan: FaultPlan): number {
  return plan.reduce((endMs, { atMs, durationMs }) => Math.max(endMs, atMs + durationMs), 0);
}

/** Begins one fault now. @returns what ends it. */
export function beginFault(world: World, fault: Fault): Undo {
  switch (fault.type) {
    case 'partition':
      return world.partition(fault.groups);
    case 'cut': {
      const undos = fault.pairs.map(([left, right]) => world.partition([[left], [right]]));
      return () => {
        for (const undo of undos) undo();
      };
    }
    case 'block':
      return world.block(fault.from, fault.to);
    case 'links':
      return world.degrade(fault.link, {
        ...(fault.from === undefined ? {} : { from: fault.from }),
        ...(fault.to === undefined ? {} : { to: fault.to }),
      });
    case 'pause':
      world.pause(fault.node);
      return () => world.resume(fault.node);
    case 'crash':
      world.crash(fault.node, { type: fault.how });
      return () => world.restart(fault.node);
    case 'clock-rate':
      world.setClockRate(fault.node, fault.rate);
      return () => world.setClockRate(fault.node, 1);
    case 'wall-jump':
      world.jumpWall(fault.node, fault.byMs);
      return () => world.jumpWall(fault.node, -fault.byMs);
    case 'slow-disk':
      world.note(fault.node, 'syncs stall');
      return world.disk(fault.node).stallSyncs();
    case 'disk-error':
      world.note(fault.node, `disk fails ${fault.operation} with ${fault.code}`);
      return world.disk(fault.node).inject({ operation: fault.operation, code: fault.code });
  }
}

/** The nodes that a fault names. */
export function nodesOf(fault: Fault): string[] {
  switch (fault.type) {
    case 'partition':
      return fault.groups.flat();
    case 'cut':
      return fault.pairs.flat();
    case 'block':
      return [...fault.from, ...fault.to];
    case 'links':
      return [fault.from ?? [], fault.to ?? []].flat();
    default:
      return [fault.node];
  }
}

/**
 * Checks that times are sane, for plans that come from outside.
 *
 * @throws SimulationError `PLAN_SYNTAX`.
 */
export function requirePlannable({ atMs, durationMs }: PlannedFault): void {
  const isSane = atMs >= 0 && durationMs >= 0 && Number.isFinite(atMs + durationMs);
  if (!isSane) throw new SimulationError('PLAN_SYNTAX', `at ${atMs} ms for ${durationMs} ms`);
}

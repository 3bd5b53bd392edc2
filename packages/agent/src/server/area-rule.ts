import type { Area } from '../state/domain.js';

/** What must happen so that the running pools are those that the state asks for. */
export interface AreaPlan {
  readonly start: readonly Area[];
  /** Ids of pools to leave: their area is gone, or must be started anew with other settings. */
  readonly stop: readonly string[];
}

/** The settings of a running pool that cannot change while it runs. */
export interface RunningArea {
  readonly id: string;
  readonly peerDatacenter: string;
  readonly useTls: boolean;
}

/** Compares the areas of the state with the pools that run. Applying the plan makes the next one empty. */
export function planAreas(wanted: readonly Area[], running: readonly RunningArea[]): AreaPlan {
  const wantedById = new Map(wanted.map((area) => [area.id, area]));
  const runningById = new Map(running.map((area) => [area.id, area]));
  const isKept = (area: RunningArea): boolean => {
    const target = wantedById.get(area.id);
    return target?.peerDatacenter === area.peerDatacenter && target.useTls === area.useTls;
  };
  const kept = new Set(running.filter(isKept).map(({ id }) => id));
  return {
    start: wanted.filter(({ id }) => !kept.has(id)),
    stop: [...runningById.keys()].filter((id) => !kept.has(id)),
  };
}

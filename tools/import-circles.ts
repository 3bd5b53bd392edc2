interface Visit {
  readonly order: number;
  /** The earliest open file that can be reached from here. */
  lowest: number;
  isOpen: boolean;
}

/**
 * Groups of files that import each other in a circle, directly or through others; each group
 * sorted. An import of types alone counts: who reads one file then has to read all of them.
 *
 * Source: Tarjan, "Depth-first search and linear graph algorithms" (1972).
 *
 * @param imports what each file imports; every file named has an entry.
 */
export function findCircles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const circles: string[][] = [];

  const enter = (file: string): Visit => {
    const visit: Visit = { order: visits.size, lowest: visits.size, isOpen: true };
    visits.set(file, visit);
    open.push(file);
    const targets = imports.get(file) ?? [];
    for (const target of targets) {
      const seen = visits.get(target);
      if (seen === undefined) visit.lowest = Math.min(visit.lowest, enter(target).lowest);
      else if (seen.isOpen) visit.lowest = Math.min(visit.lowest, seen.order);
    }
    if (visit.lowest === visit.order) {
      const group = open.splice(open.indexOf(file));
      for (const member of group) close(member);
      if (group.length > 1 || targets.includes(file)) circles.push(group.sort());
    }
    return visit;
  };

  const close = (file: string): void => {
    const visit = visits.get(file);
    if (visit !== undefined) visit.isOpen = false;
  };

  for (const file of imports.keys()) if (!visits.has(file)) enter(file);
  return circles;
}

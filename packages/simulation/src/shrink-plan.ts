/** What any plan is made of: something that begins by itself and lasts so many milliseconds. */
export interface Lasting {
  readonly durationMs: number;
}

export interface ShrinkOptions {
  /** Runs that may be tried. Default 500. */
  readonly tryCountMax?: number;
}

const DEFAULT_TRY_COUNT_MAX = 500;

/**
 * Finds a smaller plan that still fails: leaves out as many faults as it can, then makes those that
 * remain shorter. No single fault of the result can be left out, unless the tries ran out.
 *
 * `fails` runs the plan in a fresh world with the same seed. It must be repeatable. A plan that
 * does not fail at all is returned as it is. Plans may be of anything that takes its time: a
 * `FaultPlan`, or the calls of users.
 *
 * Source: delta debugging, Zeller and Hildebrandt, IEEE TSE 28(2), 2002.
 */
export async function shrinkPlan<Planned extends Lasting>(
  plan: readonly Planned[],
  fails: (plan: readonly Planned[]) => boolean | Promise<boolean>,
  options: ShrinkOptions = {},
): Promise<readonly Planned[]> {
  let triesLeft = options.tryCountMax ?? DEFAULT_TRY_COUNT_MAX;
  const stillFails: Predicate<Planned> = async (candidate) => {
    if (triesLeft <= 0) return false;
    triesLeft -= 1;
    return await fails(candidate);
  };
  if (!(await stillFails(plan))) return plan;
  const fewest = await leaveOut(plan, stillFails);
  return await shorten(fewest, stillFails);
}

type Predicate<Planned> = (plan: readonly Planned[]) => Promise<boolean>;

/** Tries to leave out ever smaller parts until no single fault can be left out. */
async function leaveOut<Planned>(
  plan: readonly Planned[],
  stillFails: Predicate<Planned>,
): Promise<readonly Planned[]> {
  let current = plan;
  let partCount = 2;
  while (current.length > 0) {
    const partSize = Math.ceil(current.length / partCount);
    const smaller = await withoutOnePart(current, partSize, stillFails);
    if (smaller !== undefined) {
      current = smaller;
      partCount = Math.max(2, partCount - 1);
    } else if (partSize === 1) {
      break;
    } else {
      partCount = Math.min(current.length, partCount * 2);
    }
  }
  return current;
}

async function withoutOnePart<Planned>(
  plan: readonly Planned[],
  partSize: number,
  stillFails: Predicate<Planned>,
): Promise<readonly Planned[] | undefined> {
  for (let start = 0; start < plan.length; start += partSize) {
    const candidate = [...plan.slice(0, start), ...plan.slice(start + partSize)];
    if (await stillFails(candidate)) return candidate;
  }
  return undefined;
}

async function shorten<Planned extends Lasting>(
  plan: readonly Planned[],
  stillFails: Predicate<Planned>,
): Promise<readonly Planned[]> {
  let current = plan;
  for (let index = 0; index < current.length; index += 1) {
    for (;;) {
      const planned = current[index] as Planned;
      const durationMs = Math.floor(planned.durationMs / 2);
      if (durationMs === planned.durationMs || durationMs === 0) break;
      const candidate = [...current];
      candidate[index] = { ...planned, durationMs };
      if (!(await stillFails(candidate))) break;
      current = candidate;
    }
  }
  return current;
}

const seedMax = 2 ** 32 - 1;

/**
 * A whole number that the person who runs the simulation has given.
 *
 * @throws RangeError in one line, where it is none.
 */
export function numberFrom(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  min = 0,
): number | undefined {
  const text = environment[name];
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= seedMax) return value;
  throw new RangeError(`${name} must be a whole number of ${min} to ${seedMax}; it is ${text}`);
}

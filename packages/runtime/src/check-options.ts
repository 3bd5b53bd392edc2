import { nearestWord } from './core/index.js';

/**
 * What one option may be.
 *
 * @returns what is wrong with the value, naming the key, the bound and the value; or undefined.
 */
export type OptionRule = (value: unknown, key: string) => string | undefined;

type OptionalKey<Options> = {
  [Key in keyof Options]-?: object extends Pick<Options, Key> ? Key : never;
}[keyof Options];

/** One rule for each option, so that none is forgotten when one is added. */
export interface OptionRules<Options> {
  readonly required: Readonly<Record<Exclude<keyof Options, OptionalKey<Options>>, OptionRule>>;
  readonly optional: Readonly<Record<OptionalKey<Options>, OptionRule>>;
}

/**
 * Checks the shape of options, for callers whom no compiler has told. Values that are undefined
 * count as left out.
 *
 * @param fail turns what is wrong into the error of the package, and throws it.
 */
export function checkOptions<Options extends object>(
  options: Options,
  rules: OptionRules<Options>,
  fail: (problem: string) => never,
): void {
  const problem = findProblem(options, rules, '');
  if (problem !== undefined) fail(problem);
}

/** Options as a compiler knows them: what is undefined is left out, so that defaults hold. */
export function withoutUndefined<Options extends object>(options: Options): Options {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Options;
}

/** An option that is an object of options itself. */
export function nestedOptions<Options extends object>(rules: OptionRules<Options>): OptionRule {
  return (value, key) => findProblem(value, rules, key);
}

/** What to say of a key that is not known: the known one most like it, or else all there are. */
export function unknownOption(key: string, known: Iterable<string>): string {
  const names = [...known];
  const nearest = nearestWord(key.split('.').at(-1) ?? '', names);
  const hint = nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`;
  return `there is no option ${key}; ${hint}`;
}

/** How a value is shown in a message: short, whatever it is, and without what objects hold. */
export function describeValue(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return describePlain(value);
  const keys = Object.keys(value).slice(0, 8);
  const kind = value.constructor?.name ?? 'Object';
  if (kind !== 'Object') return `a ${kind}`;
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
}

const TEXT_LENGTH_MAX = 80;

function describePlain(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const isLong = value.length > TEXT_LENGTH_MAX;
  return JSON.stringify(isLong ? `${value.slice(0, TEXT_LENGTH_MAX)}...` : value);
}

interface AnyRules {
  readonly required: Readonly<Record<string, OptionRule>>;
  readonly optional: Readonly<Record<string, OptionRule>>;
}

function findProblem(options: unknown, rules: AnyRules, path: string): string | undefined {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    return `${path === '' ? 'options' : path} must be an object; it is ${describeValue(options)}`;
  }
  const prefix = path === '' ? '' : `${path}.`;
  const all = { ...rules.required, ...rules.optional };
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(all, key)) return unknownOption(`${prefix}${key}`, Object.keys(all));
  }
  for (const [key, rule] of Object.entries(all)) {
    const value: unknown = Reflect.get(options, key);
    if (value === undefined && !Object.hasOwn(rules.required, key)) continue;
    const problem = rule(value, `${prefix}${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

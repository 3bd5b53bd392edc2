import { parseGoDurationMs } from '@konsul/runtime';
import { z } from 'zod';

/** A bound with its words: `read` gives undefined for whatever is not allowed. */
export interface ValueRule<T> {
  /** Completes the phrase "must be ...". */
  readonly expected: string;
  readonly read: (input: unknown) => T | undefined;
  /** Keep the value out of error messages. Default false. */
  readonly isSecret?: boolean;
}

/** A single value; its error says what is allowed and what was given. */
export function value<T>(rule: ValueRule<T>): z.ZodType<T> {
  return z.unknown().transform((input, context): T => {
    const read = rule.read(input);
    if (read !== undefined) return read;
    const given = rule.isSecret === true ? '' : `, got ${show(input)}`;
    context.issues.push({ code: 'custom', input, message: `must be ${rule.expected}${given}` });
    return z.NEVER;
  });
}

const SHOWN_LENGTH_MAX = 60;

function show(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length > SHOWN_LENGTH_MAX ? `${text.slice(0, SHOWN_LENGTH_MAX)}...` : text;
}

/** Any text. */
export function text(): z.ZodType<string> {
  return value({
    expected: 'a string',
    read: (input) => (typeof input === 'string' ? input : undefined),
  });
}

/** Text that is never shown. */
export function secret(): z.ZodType<string> {
  return value({
    expected: 'a string',
    isSecret: true,
    read: (input) => (typeof input === 'string' ? input : undefined),
  });
}

/** Text of a form; `expected` describes the form. */
export function textLike(pattern: RegExp, expected: string): z.ZodType<string> {
  return value({
    expected,
    read: (input) => (typeof input === 'string' && pattern.test(input) ? input : undefined),
  });
}

/** `true` or `false`. */
export function flag(): z.ZodType<boolean> {
  return value({
    expected: 'true or false',
    read: (input) => (typeof input === 'boolean' ? input : undefined),
  });
}

/** A whole number within bounds, both included. */
export function whole(min: number, max: number = Number.MAX_SAFE_INTEGER): z.ZodType<number> {
  const upper = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`;
  return value({
    expected: `a whole number, ${upper}`,
    read: (input) =>
      typeof input === 'number' && Number.isSafeInteger(input) && input >= min && input <= max
        ? input
        : undefined,
  });
}

/** A number, -1 or above 0. */
export function rate(): z.ZodType<number> {
  return value({
    expected: '-1 (unlimited) or a number above 0',
    read: (input) => (typeof input === 'number' && (input === -1 || input > 0) ? input : undefined),
  });
}

/** A port; -1 disables, 0 lets the system choose. */
export function port(): z.ZodType<number> {
  return whole(-1, 65_535);
}

/** One of the given words, in any case. */
export function oneOf<Word extends string>(...words: readonly Word[]): z.ZodType<Word> {
  return value({
    expected: `one of ${words.join(', ')}`,
    read: (input) =>
      typeof input === 'string'
        ? words.find((word) => word.toLowerCase() === input.toLowerCase())
        : undefined,
  });
}

/** A Go duration text, or a whole number of nanoseconds; becomes milliseconds. */
export function durationMs(minMs = 0): z.ZodType<number> {
  const bound = minMs === 0 ? '0 or more' : `at least ${minMs / 1000}s`;
  return value({
    expected: `a duration such as "10s", ${bound}`,
    read: (input) => {
      const read =
        typeof input === 'string'
          ? parseGoDurationMs(input)
          : typeof input === 'number' && Number.isSafeInteger(input)
            ? input / 1e6
            : undefined;
      return read !== undefined && read >= minMs ? read : undefined;
    },
  });
}

/** A list of texts; a single text counts as a list of one. */
export function texts(): z.ZodType<readonly string[]> {
  return z.preprocess((input) => (typeof input === 'string' ? [input] : input), z.array(text()));
}

/** A map from texts to texts. */
export function textMap(): z.ZodType<Readonly<Record<string, string>>> {
  return mapOf(text());
}

/** A map from texts to values. */
export function mapOf<T>(entry: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  return z.preprocess(mergeBlocks, z.record(z.string(), entry));
}

/** A list of blocks; a single block counts as a list of one. */
export function blocks<T>(block: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.preprocess((input) => (isPlainObject(input) ? [input] : input), z.array(block));
}

/**
 * HCL gives every block as a list of objects. Where one block is meant, several are merged in
 * order, and keys set to null count as not set.
 */
export function mergeBlocks(input: unknown): unknown {
  const parts = Array.isArray(input) && input.every(isPlainObject) ? input : [input];
  if (!parts.every(isPlainObject)) return input;
  return Object.fromEntries(
    parts.flatMap((part) => Object.entries(part).filter(([, entry]) => entry !== null)),
  );
}

/** An object made of braces, neither list nor null. */
export function isPlainObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

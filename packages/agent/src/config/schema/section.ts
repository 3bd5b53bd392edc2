import { suggestion } from '@konsul/runtime';
import { z } from 'zod';
import { mergeBlocks } from './values.js';

/** What one source says: any part of the settings, to any depth of sections. */
export type Fragment<T> = {
  readonly [K in keyof T]?: FragmentValue<Exclude<T[K], undefined>>;
};

// Lists and free maps are given whole; only sections are given in part.
type FragmentValue<V> = V extends readonly unknown[] | string | number | boolean
  ? V
  : string extends keyof V
    ? V
    : Fragment<V>;

/** Where a file's key goes: to a setting, or (older spellings) to a path such as `tls.defaults.caFile`. */
export type KeyRule<T> =
  | {
      readonly [K in keyof T & string]: readonly [
        to: K,
        schema: z.ZodType<FragmentValue<Exclude<T[K], undefined>>>,
      ];
    }[keyof T & string]
  | readonly [to: `${keyof T & string}.${string}`, schema: z.ZodType<unknown>];

/** Keys as files spell them, and what they mean. */
export type KeyTable<T> = Readonly<Record<string, KeyRule<T>>>;

/** A block with exactly these keys, each optional; becomes a fragment of the settings. */
export function section<T>(keys: KeyTable<T>): z.ZodType<Fragment<T>> {
  const rules = Object.entries<readonly [string, z.ZodType<unknown>]>(keys);
  const shape = Object.fromEntries(rules.map(([key, [, schema]]) => [key, schema.optional()]));
  const error = (issue: z.core.$ZodRawIssue): string | undefined =>
    issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, Object.keys(keys)) : undefined;
  return z.preprocess(
    mergeBlocks,
    z.strictObject(shape, { error }).transform((block) => {
      const fragment: Record<string, unknown> = {};
      for (const [key, [to]] of rules) {
        const entry = block[key];
        if (entry !== undefined) place(fragment, to.split('.'), entry);
      }
      return fragment as Fragment<T>;
    }),
  );
}

function quoted(key: string): string {
  return JSON.stringify(key);
}

function unknownKeys(unknown: readonly string[], known: readonly string[]): string {
  return unknown
    .map((key) => `unknown key ${quoted(key)}${suggestion(key, known, quoted)}`)
    .join('\n');
}

/** Puts a value at a path. Two lists at one path are joined, and sections are merged. */
function place(target: Record<string, unknown>, path: readonly string[], entry: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length > 0) {
    const inner = (target[head] ?? {}) as Record<string, unknown>;
    target[head] = { ...inner };
    place(target[head] as Record<string, unknown>, rest, entry);
    return;
  }
  target[head] = head in target ? mergeValues(target[head], entry) : entry;
}

/** The later value over the earlier one: lists are joined, objects merged, all else replaced. */
export function mergeValues(earlier: unknown, later: unknown): unknown {
  if (later === undefined) return earlier;
  if (Array.isArray(earlier) && Array.isArray(later)) return [...earlier, ...later];
  if (!isObject(earlier) || !isObject(later)) return later;
  const merged: Record<string, unknown> = { ...earlier };
  for (const [key, entry] of Object.entries(later)) merged[key] = mergeValues(merged[key], entry);
  return merged;
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

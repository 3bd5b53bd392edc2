import { SerfError } from '../../errors.js';
import { readDurationMs } from '../read-duration.js';

/** How one setting is read, from flags and from files. */
export interface SettingKind<Value> {
  readonly flagKind: 'boolean' | 'value' | 'list';
  /** Every text given for the flag, at least one. */
  readonly fromTexts: (texts: readonly string[], where: string) => Value;
  /** What stands in a file. */
  readonly fromJson: (value: unknown, where: string) => Value;
}

export const textKind: SettingKind<string> = {
  flagKind: 'value',
  fromTexts: (texts) => texts.at(-1) ?? '',
  fromJson: (value, where) => (typeof value === 'string' ? value : fail(where, 'a text', value)),
};

export const flagKind: SettingKind<boolean> = {
  flagKind: 'boolean',
  fromTexts: (texts) => texts.at(-1) === 'true',
  fromJson: (value, where) =>
    typeof value === 'boolean' ? value : fail(where, 'true or false', value),
};

/** A flag that turns off what a file turns on. */
export const invertedFlagKind: SettingKind<boolean> = {
  ...flagKind,
  fromTexts: (texts) => texts.at(-1) !== 'true',
};

export const durationKind: SettingKind<number> = {
  flagKind: 'value',
  fromTexts: (texts, where) => duration(texts.at(-1), where),
  fromJson: duration,
};

export const listKind: SettingKind<readonly string[]> = {
  flagKind: 'list',
  fromTexts: (texts) => texts,
  fromJson: (value, where) =>
    Array.isArray(value) && value.every((item): item is string => typeof item === 'string')
      ? value
      : fail(where, 'a list of texts', value),
};

export const pairsKind: SettingKind<Readonly<Record<string, string>>> = {
  flagKind: 'list',
  fromTexts: (texts, where) =>
    Object.fromEntries(
      texts.map((text) => {
        const split = text.indexOf('=');
        if (split < 1) fail(where, 'key=value', text);
        return [text.slice(0, split), text.slice(split + 1)];
      }),
    ),
  fromJson: (value, where) => pairs(value) ?? fail(where, 'an object of texts', value),
};

/** A whole number within bounds. */
export function countKind(min: number, max: number): SettingKind<number> {
  const wanted = `a whole number of ${min} to ${max}`;
  const check = (value: unknown, where: string): number => {
    const isFit = typeof value === 'number' && Number.isInteger(value);
    return isFit && value >= min && value <= max ? value : fail(where, wanted, value);
  };
  return {
    flagKind: 'value',
    fromTexts: (texts, where) => {
      const text = texts.at(-1) ?? '';
      return /^-?\d+$/.test(text) ? check(Number(text), where) : fail(where, wanted, text);
    },
    fromJson: check,
  };
}

/** One of a few words, in either case. */
export function choiceKind<Word extends string>(words: readonly Word[]): SettingKind<Word> {
  const read = (value: unknown, where: string): Word => {
    const found = words.find((word) => word.toLowerCase() === String(value).toLowerCase());
    return found ?? fail(where, `one of ${words.join(', ')}`, value);
  };
  return {
    flagKind: 'value',
    fromTexts: (texts, where) => read(texts.at(-1), where),
    fromJson: read,
  };
}

/** @throws SerfError INVALID_CONFIG naming the setting, what it must be and what it is. */
export function fail(where: string, wanted: string, value: unknown): never {
  const shown = JSON.stringify(value) ?? String(value);
  throw new SerfError('INVALID_CONFIG', `${where} must be ${wanted}; it is ${shown}`);
}

function duration(value: unknown, where: string): number {
  const read = typeof value === 'string' ? readDurationMs(value) : undefined;
  return read ?? fail(where, 'a duration such as 30s', value);
}

function pairs(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const isFit = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isFit ? Object.fromEntries(entries) : undefined;
}

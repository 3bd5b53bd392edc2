import { parseGoDuration } from '@konsul/runtime';
import { HttpError } from './http-error.js';

/** Reads one JSON value of a request's body. */
export interface JsonReader<T> {
  /** What a missing or null value stands for. */
  readonly zero: T;
  /** @throws HttpError 400 */
  read(value: unknown, field: string): T;
  /** Further names that the field goes by. */
  readonly aliases?: readonly string[];
}

type Fields = Readonly<Record<string, JsonReader<unknown>>>;
type RecordOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends JsonReader<infer T> ? T : never;
};

const decoder = new TextDecoder();

/**
 * Reads a JSON body.
 *
 * @throws HttpError 400 in the words of Consul's API.
 */
export function decodeJson<T>(body: Uint8Array, reader: JsonReader<T>): T {
  return readField(reader, parse(decoder.decode(body)), 'body');
}

function parse(body: string): unknown {
  if (body.trim() === '') throw decodeError('EOF');
  try {
    return JSON.parse(body);
  } catch (error) {
    throw decodeError(syntaxText(error instanceof Error ? error.message : ''));
  }
}

/** What Go's decoder says, as far as the engine's own words tell which it is. */
function syntaxText(message: string): string {
  if (/end of|Unterminated/.test(message)) return 'unexpected EOF';
  const character = /Unexpected token '?([^,'\n])/u.exec(message)?.[1];
  return character === undefined
    ? 'invalid JSON'
    : `invalid character '${character}' looking for beginning of value`;
}

/** The refusal of a body. */
export function decodeError(reason: string): HttpError {
  return new HttpError(400, `Request decode failed: ${reason}`);
}

function readField<T>(reader: JsonReader<T>, value: unknown, field: string): T {
  return value === undefined || value === null ? reader.zero : reader.read(value, field);
}

function mismatch(value: unknown, field: string, type: string): HttpError {
  const kind = Array.isArray(value)
    ? 'array'
    : typeof value === 'boolean'
      ? 'bool'
      : typeof value === 'number'
        ? `number${type === 'string' ? '' : ` ${value}`}`
        : typeof value;
  return decodeError(
    `json: cannot unmarshal ${kind} into Go struct field ${field} of type ${type}`,
  );
}

function primitive<T>(type: string, zero: T, isOne: (value: unknown) => value is T): JsonReader<T> {
  return {
    zero,
    read(value, field) {
      if (!isOne(value)) throw mismatch(value, field, type);
      return value;
    },
  };
}

/** A text. */
export const text: JsonReader<string> = primitive(
  'string',
  '',
  (value): value is string => typeof value === 'string',
);

/** True or false. */
export const flag: JsonReader<boolean> = primitive(
  'bool',
  false,
  (value): value is boolean => typeof value === 'boolean',
);

/** A whole number. */
export const whole: JsonReader<number> = primitive('int', 0, (value): value is number =>
  Number.isSafeInteger(value),
);

const PORT_MAX = 65_535;

/** A port; 0 stands for none. */
export const port: JsonReader<number> = {
  zero: 0,
  read(value, field) {
    const number = whole.read(value, field);
    if (number >= 0 && number <= PORT_MAX) return number;
    throw new HttpError(400, `Invalid ${field}: must be from 0 to ${PORT_MAX}, got ${number}`);
  },
};

/** Any number. */
export const decimal: JsonReader<number> = primitive(
  'float64',
  0,
  (value): value is number => typeof value === 'number',
);

/** A Go duration, or nanoseconds; read as milliseconds. */
export const durationMs: JsonReader<number> = {
  zero: 0,
  read(value, field) {
    if (typeof value === 'number') return value / 1e6;
    if (typeof value !== 'string') throw mismatch(value, field, 'time.Duration');
    if (value === '') return 0;
    const nanoseconds = parseGoDuration(value);
    if (nanoseconds === undefined) {
      throw decodeError(`time: invalid duration ${JSON.stringify(value)}`);
    }
    return nanoseconds / 1e6;
  },
};

/** Whatever it is, it is of no meaning here. */
export const ignored: JsonReader<undefined> = { zero: undefined, read: () => undefined };

/** What this agent cannot do: refused unless it is empty, so that nobody believes it is done. */
export const unsupported: JsonReader<undefined> = {
  zero: undefined,
  read(value, field) {
    const isEmpty = typeof value === 'object' ? Object.keys(value ?? {}).length === 0 : !value;
    if (!isEmpty) throw decodeError(`${field} is not supported`);
    return undefined;
  },
};

/** A namespace or partition; only the one that everybody has exists. */
export const onlyDefault: JsonReader<undefined> = {
  zero: undefined,
  read(value, field) {
    if (value !== '' && value !== 'default') {
      throw decodeError(`${field} other than "default" is a Consul Enterprise feature`);
    }
    return undefined;
  },
};

/** What the other reads, made into something else. */
export function converted<T, U>(reader: JsonReader<T>, convert: (value: T) => U): JsonReader<U> {
  return {
    zero: convert(reader.zero),
    read: (value, field) => convert(reader.read(value, field)),
  };
}

/** Undefined where there is none, instead of the empty value. */
export function optional<T>(reader: JsonReader<T>): JsonReader<T | undefined> {
  return { zero: undefined, read: (value, field) => reader.read(value, field) };
}

/** The same under further names. */
export function alias<T>(reader: JsonReader<T>, ...aliases: readonly string[]): JsonReader<T> {
  return { zero: reader.zero, read: (value, field) => reader.read(value, field), aliases };
}

/** A list of the same. */
export function list<T>(item: JsonReader<T>): JsonReader<readonly T[]> {
  return {
    zero: [],
    read(value, field) {
      if (!Array.isArray(value)) throw mismatch(value, field, 'array');
      return value.map((element) => readField(item, element, field));
    },
  };
}

/** The same by names that the sender chooses. */
export function mapOf<T>(item: JsonReader<T>): JsonReader<Readonly<Record<string, T>>> {
  return {
    zero: {},
    read(value, field) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw mismatch(value, field, 'map');
      }
      const entries = Object.entries(value);
      // A key may be called `__proto__`; fromEntries makes it one like any other.
      return Object.fromEntries(
        entries.map(([name, element]) => [name, readField(item, element, `${field}.${name}`)]),
      );
    },
  };
}

/** Names are equal whatever their case, and in snake case too. */
function foldName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** An object of known fields; others are refused. Where a field is given twice, the last counts. */
export function record<const F extends Fields>(fields: F): JsonReader<RecordOf<F>> {
  const nameByFolded = new Map<string, string>();
  for (const [name, reader] of Object.entries(fields)) {
    for (const known of [name, ...(reader.aliases ?? [])]) {
      nameByFolded.set(foldName(known), name);
    }
  }
  const zeros = Object.entries(fields).map(([name, reader]) => [name, reader.zero] as const);
  const zero = Object.fromEntries(zeros) as RecordOf<F>;
  return {
    zero,
    read(value, field) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw mismatch(value, field, 'object');
      }
      const result: Record<string, unknown> = { ...zero };
      for (const [given, element] of Object.entries(value)) {
        const name = nameByFolded.get(foldName(given));
        const reader = name === undefined ? undefined : fields[name];
        if (name === undefined || reader === undefined) {
          throw decodeError(`json: unknown field ${JSON.stringify(given)}`);
        }
        result[name] = readField(reader, element, name);
      }
      return result as RecordOf<F>;
    },
  };
}

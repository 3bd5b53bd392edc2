import { unknownOption } from '@konsul/runtime';
import type { SwimConfigInput, SwimProfile } from '../config.js';
import { lanConfig } from '../core/config.js';
import { refuseOption, SwimError } from '../errors.js';

const PROFILES: readonly SwimProfile[] = ['lan', 'wan', 'local'];

/**
 * Options of a member from words: numbers, `true` and `false`, by the names of the configuration.
 * Bounds are checked where the configuration is resolved.
 *
 * @throws SwimError INVALID_CONFIG for an unknown name or a value of the wrong kind.
 */
export function tuningFromText(
  options: Readonly<Record<string, string>>,
): Omit<SwimConfigInput, 'name'> {
  const kinds: Record<string, unknown> = { ...lanConfig('any') };
  const settable = Object.keys(kinds).filter((key) =>
    ['number', 'boolean'].includes(typeof kinds[key]),
  );
  settable.push('profile');
  const read = Object.entries(options).map(([key, text]): [string, unknown] => {
    if (key === 'profile') return [key, profile(text)];
    const kind = Object.hasOwn(kinds, key) ? typeof kinds[key] : 'none';
    if (kind === 'number') return [key, number(key, text)];
    if (kind === 'boolean') return [key, flag(key, text)];
    return refuseOption(unknownOption(key, settable));
  });
  return Object.fromEntries(read);
}

function profile(text: string): SwimProfile {
  const found = PROFILES.find((name) => name === text);
  if (found === undefined) {
    throw new SwimError(
      'INVALID_CONFIG',
      `profile must be one of ${PROFILES.join(', ')}; it is ${text}`,
    );
  }
  return found;
}

function number(key: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new SwimError('INVALID_CONFIG', `${key} must be a number; it is ${text}`);
  }
  return value;
}

function flag(key: string, text: string): boolean {
  if (text !== 'true' && text !== 'false') {
    throw new SwimError('INVALID_CONFIG', `${key} must be true or false; it is ${text}`);
  }
  return text === 'true';
}

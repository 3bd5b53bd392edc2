import { Buffer } from 'node:buffer';
import { AgentError } from '../../../errors.js';
import { refuseMore } from '../../attempt.js';
import type { CliHost } from '../../command.js';
import type { JsonView } from '../../json-view.js';

/** One entry of the store. */
export interface KvPair {
  readonly key: string;
  readonly value: Buffer;
  /** 64 bits, exact. */
  readonly flags: string;
  readonly createIndex: string;
  readonly modifyIndex: string;
  readonly lockIndex: string;
  /** Empty when not locked. */
  readonly session: string;
}

/** Reads an entry of the API's answer. */
export function readPair(entry: JsonView): KvPair {
  return {
    key: entry.field('Key').text(),
    value: Buffer.from(entry.field('Value').text(), 'base64'),
    flags: entry.field('Flags').text(),
    createIndex: entry.field('CreateIndex').text(),
    modifyIndex: entry.field('ModifyIndex').text(),
    lockIndex: entry.field('LockIndex').text(),
    session: entry.field('Session').text(),
  };
}

/** A key's path in the API; slashes stay, all else is encoded. */
export function kvPath(key: string): string {
  return `kv/${key.split('/').map(encodeURIComponent).join('/')}`;
}

/** The one key of a command; a leading slash is taken for a habit of file systems. */
export function readKey(positionals: readonly string[], countMax = 1): string {
  refuseMore(positionals, countMax);
  return (positionals[0] ?? '').replace(/^\//, '');
}

/** Refuses a missing key. */
export function requireKey(key: string): void {
  if (key === '') throw new AgentError('INVALID_USAGE', 'Error! Missing KEY argument');
}

/** Data given as it is, as `@file`, or as `-` for standard input. */
export async function readData(text: string, host: CliHost): Promise<Uint8Array> {
  if (text === '-') return host.readStdin();
  if (!text.startsWith('@')) return Buffer.from(text);
  try {
    return await host.readFile(text.slice(1));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AgentError('INVALID_USAGE', `Error! Failed to read file: ${reason}`, { cause });
  }
}

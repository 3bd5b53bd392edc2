import { Buffer } from 'node:buffer';
import { AgentError } from '../../../errors.js';
import { refuseMore } from '../../attempt.js';
import type { CliHost } from '../../command.js';
import type { JsonView } from '../../json-view.js';

const SHOWN_LENGTH_MAX = 60;

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

/** Four characters are three bytes; only the last group is filled up. Source: RFC 4648, section 4. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Decodes base64, in which line ends count for nothing.
 *
 * @param what whose it is, for the error.
 * @throws AgentError `INVALID_USAGE` for anything else.
 */
export function decodeBase64(text: string, what: string): Buffer {
  const bare = text.replace(/[\r\n]/g, '');
  if (BASE64.test(bare)) return Buffer.from(bare, 'base64');
  const shown = bare.length > SHOWN_LENGTH_MAX ? `${bare.slice(0, SHOWN_LENGTH_MAX)}...` : bare;
  throw new AgentError('INVALID_USAGE', `Error! ${what} is not base64: ${JSON.stringify(shown)}`);
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

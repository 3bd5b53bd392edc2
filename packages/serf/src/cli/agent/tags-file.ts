import type { Tags } from '../../core/messages.js';
import { SerfError } from '../../errors.js';
import { reasonOf } from '../../ipc/reason-of.js';
import type { AgentHost } from './agent-host.js';

/**
 * Tags kept over restarts; undefined when there is no such file yet.
 *
 * @throws SerfError INVALID_CONFIG when the file cannot be read or holds no tags.
 */
export async function loadTagsFile(
  path: string,
  host: Pick<AgentHost, 'readFile'>,
): Promise<Tags | undefined> {
  const text = await readIfThere(path, host);
  if (text === undefined) return undefined;
  const tags = parse(path, text);
  const isObject = tags !== null && typeof tags === 'object' && !Array.isArray(tags);
  const entries = Object.entries(isObject ? tags : {});
  const isFit = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (isObject && isFit) return Object.fromEntries(entries);
  throw new SerfError('INVALID_CONFIG', `Failed to decode tags file: ${path} holds no tags`);
}

/** Keeps tags for the next start. */
export async function saveTagsFile(
  path: string,
  tags: Tags,
  host: Pick<AgentHost, 'writeFile'>,
): Promise<void> {
  await host.writeFile(path, JSON.stringify(tags, undefined, 2));
}

async function readIfThere(
  path: string,
  host: Pick<AgentHost, 'readFile'>,
): Promise<string | undefined> {
  try {
    return await host.readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SerfError('INVALID_CONFIG', `Failed to read tags file: ${reasonOf(error)}`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SerfError('INVALID_CONFIG', `Failed to decode tags file ${path}: ${reasonOf(error)}`);
  }
}

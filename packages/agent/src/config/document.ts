import { parse as parseYaml } from 'yaml';
import { AgentError } from '../errors.js';
import type { ConfigHost } from './config-host.js';
import { isPlainObject } from './schema/values.js';

/** Languages that configuration is written in. */
export type ConfigFormat = 'json' | 'hcl' | 'yaml';

/** One text of configuration and where it came from. */
export interface ConfigText {
  /** A file's path, or a flag. Errors begin with it. */
  readonly source: string;
  readonly text: string;
  readonly format: ConfigFormat;
}

/** Largest file that is read. */
const TEXT_LENGTH_MAX = 4 * 1024 * 1024;

/** The format that a file's name tells, or undefined. */
export function formatOf(path: string): ConfigFormat | undefined {
  const extension = /\.(json|hcl|ya?ml)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return extension === 'json' || extension === 'hcl' ? extension : 'yaml';
}

/**
 * Reads a file, or every configuration file of a directory in the order of their names.
 *
 * @throws AgentError `INVALID_CONFIG` when it cannot be read, or a single file has no known format.
 */
export function readConfigTexts(
  path: string,
  options: { readonly host: ConfigHost; readonly format?: ConfigFormat },
): ConfigText[] {
  const { host, format } = options;
  if (host.isDirectory(path)) {
    return host
      .list(path)
      .map((name) => `${path.replace(/\/$/, '')}/${name}`)
      .filter((file) => formatOf(file) !== undefined && !host.isDirectory(file))
      .map((file) => readConfigText(file, { host, format: format ?? formatOf(file) }));
  }
  return [readConfigText(path, { host, format: format ?? formatOf(path) })];
}

function readConfigText(
  path: string,
  options: { readonly host: ConfigHost; readonly format: ConfigFormat | undefined },
): ConfigText {
  if (options.format === undefined) {
    throw new AgentError(
      'INVALID_CONFIG',
      `${path}: must end in .json, .hcl, .yaml or .yml, or be read with -config-format`,
    );
  }
  try {
    const text = options.host.readText(path);
    if (text.length <= TEXT_LENGTH_MAX) return { source: path, text, format: options.format };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AgentError('INVALID_CONFIG', `${path}: cannot be read: ${reason}`, { cause });
  }
  throw new AgentError('INVALID_CONFIG', `${path}: is longer than ${TEXT_LENGTH_MAX} characters`);
}

/**
 * Parses a text into an object.
 *
 * @throws AgentError `INVALID_CONFIG` naming the source, and line and column where the parser does.
 */
export async function parseConfigText(
  input: ConfigText,
): Promise<Readonly<Record<string, unknown>>> {
  let document: unknown;
  try {
    document = await parse(input);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new AgentError('INVALID_CONFIG', `${input.source}: ${reason}`, { cause });
  }
  // An empty YAML file is null.
  if (document === null) return {};
  if (isPlainObject(document)) return document;
  throw new AgentError('INVALID_CONFIG', `${input.source}: must hold keys and values`);
}

async function parse(input: ConfigText): Promise<unknown> {
  switch (input.format) {
    case 'json':
      return JSON.parse(input.text);
    case 'yaml':
      return parseYaml(input.text, { maxAliasCount: 100 });
    case 'hcl': {
      // A file in braces is JSON, which HCL includes.
      if (input.text.trimStart().startsWith('{')) return JSON.parse(input.text);
      // Most agents have no such file, and need not load the parser.
      const { parseHcl } = await import('./hcl.js');
      return parseHcl(input.text);
    }
    default:
      return input.format satisfies never;
  }
}

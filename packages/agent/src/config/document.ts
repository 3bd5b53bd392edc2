import { parse as parseYaml } from 'yaml';
import { AgentError } from '../errors.js';
import type { ConfigHost } from './config-host.js';
import { parseJsonDocument } from './json-document.js';
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

/** The file itself, or every configuration file of a directory in the order of their names. */
export function listConfigFiles(path: string, host: ConfigHost): string[] {
  if (!host.isDirectory(path)) return [path];
  return host
    .list(path)
    .map((name) => `${path.replace(/\/$/, '')}/${name}`)
    .filter((file) => formatOf(file) !== undefined && !host.isDirectory(file));
}

/**
 * Reads a configuration file.
 *
 * @throws AgentError `INVALID_CONFIG` when it cannot be read, or no format is given and its name
 * tells none.
 */
export function readConfigText(
  path: string,
  options: { readonly host: ConfigHost; readonly format?: ConfigFormat },
): ConfigText {
  const { host, format = formatOf(path) } = options;
  const text = readText(path, host);
  if (format === undefined) {
    throw new AgentError(
      'INVALID_CONFIG',
      `${path}: must end in .json, .hcl, .yaml or .yml, or be read with -config-format`,
    );
  }
  if (text.length <= TEXT_LENGTH_MAX) return { source: path, text, format };
  throw new AgentError('INVALID_CONFIG', `${path}: is longer than ${TEXT_LENGTH_MAX} characters`);
}

function readText(path: string, host: ConfigHost): string {
  try {
    // Editors that mark a file as UTF-8 do so by a character that is no part of the text.
    return host.readText(path).replace(/^\uFEFF/, '');
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = cause instanceof Error ? cause.message : String(cause);
    const told = isAbsent ? 'does not exist' : `cannot be read: ${reason}`;
    throw new AgentError('INVALID_CONFIG', `${path}: ${told}`, { cause });
  }
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
    // What follows a colon at the end of the line is a drawing of the place.
    const told = `${input.source}: ${reason?.replace(/:$/, '')}`;
    throw new AgentError('INVALID_CONFIG', told, { cause });
  }
  // An empty YAML file is null.
  if (document === null) return {};
  if (isPlainObject(document)) return document;
  throw new AgentError('INVALID_CONFIG', `${input.source}: must hold keys and values`);
}

async function parse(input: ConfigText): Promise<unknown> {
  switch (input.format) {
    case 'json':
      return parseJsonDocument(input.text);
    case 'yaml':
      return parseYaml(input.text, { maxAliasCount: 100 });
    case 'hcl': {
      // A file in braces is JSON, which HCL includes.
      if (input.text.trimStart().startsWith('{')) return parseJsonDocument(input.text);
      // Most agents have no such file, and need not load the parser.
      const { parseHcl } = await import('./hcl.js');
      return parseHcl(input.text);
    }
    default:
      return input.format satisfies never;
  }
}

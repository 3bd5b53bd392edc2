import { suggestion } from '@konsul/runtime';
import type { FlagSpec } from '@konsul/runtime/command-line';
import { SerfError } from '../../errors.js';
import { reasonOf } from '../../ipc/reason-of.js';
import type { AgentHost } from './agent-host.js';
import {
  type AgentSettings,
  defaultAgentSettings,
  type SettingsFragment,
} from './agent-settings.js';
import { refusedFlags, refusedKeys, type Setting, settingTable } from './setting-table.js';

const settings: ReadonlyMap<string, Setting<unknown>> = new Map(Object.entries(settingTable));
const nameByKey: ReadonlyMap<string, string> = new Map(
  [...settings].map(([name, { key }]) => [key, name]),
);

/** Flags of `agent`, those included that are refused with a reason. */
export const agentFlags: readonly FlagSpec[] = [
  ...[...settings.values()].flatMap(({ kind, flag }): readonly FlagSpec[] =>
    flag === undefined ? [] : [{ ...flag, kind: kind.flagKind }],
  ),
  { name: 'config-file', kind: 'list', help: 'File of settings (JSON); may be a directory.' },
  { name: 'config-dir', kind: 'list', help: 'Directory whose .json files are read in order.' },
  ...[...refusedFlags].map(([name]): FlagSpec => {
    const kind = /^(syslog|mdns-disable)/.test(name) ? 'boolean' : 'value';
    return { name, kind, help: 'Not offered.', isHidden: true };
  }),
];

/**
 * What files and flags say together: later ones win, lists grow, tags are merged.
 *
 * @throws SerfError INVALID_CONFIG naming the setting, or INVALID_USAGE for a flag not offered.
 */
export async function readSettings(
  flags: ReadonlyMap<string, readonly string[]>,
  host: Pick<AgentHost, 'readFile' | 'list'>,
): Promise<AgentSettings> {
  const fragments: SettingsFragment[] = [];
  const paths = [...(flags.get('config-file') ?? []), ...(flags.get('config-dir') ?? [])];
  for (const path of paths) fragments.push(...(await readPath(path, host)));
  fragments.push(readFlags(flags));
  return fragments.reduce<AgentSettings>(merge, defaultAgentSettings);
}

async function readPath(
  path: string,
  host: Pick<AgentHost, 'readFile' | 'list'>,
): Promise<readonly SettingsFragment[]> {
  try {
    const names = await host.list(path);
    if (names === undefined) return [readDocument(await host.readFile(path), path)];
    const fragments: SettingsFragment[] = [];
    for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
      const file = `${path.replace(/\/$/, '')}/${name}`;
      fragments.push(readDocument(await host.readFile(file), file));
    }
    return fragments;
  } catch (error) {
    if (error instanceof SerfError) throw error;
    throw new SerfError('INVALID_CONFIG', `Error reading '${path}': ${reasonOf(error)}`);
  }
}

/** What one file says. */
export function readDocument(text: string, path: string): SettingsFragment {
  const document = parseDocument(text, path);
  const entries: [string, unknown][] = [];
  for (const [spelling, value] of Object.entries(document)) {
    const key = spelling.toLowerCase();
    const refusal = refusedKeys.get(key);
    if (refusal !== undefined) {
      throw new SerfError('INVALID_CONFIG', `${path}: ${key} is not offered: ${refusal}`);
    }
    const name = nameByKey.get(key);
    const setting = settings.get(name ?? '');
    if (name === undefined || setting === undefined) {
      const hint = suggestion(key, nameByKey.keys());
      throw new SerfError(
        'INVALID_CONFIG',
        `${path}: unknown key ${JSON.stringify(spelling)}${hint}`,
      );
    }
    entries.push([name, setting.kind.fromJson(value, `${path}: ${key}`)]);
  }
  return Object.fromEntries(entries);
}

function parseDocument(text: string, path: string): object {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new SerfError('INVALID_CONFIG', `Error decoding '${path}': ${reasonOf(error)}`);
  }
  if (document !== null && typeof document === 'object' && !Array.isArray(document))
    return document;
  throw new SerfError('INVALID_CONFIG', `Error decoding '${path}': an object is wanted`);
}

function readFlags(flags: ReadonlyMap<string, readonly string[]>): SettingsFragment {
  for (const name of flags.keys()) {
    const refusal = refusedFlags.get(name);
    if (refusal !== undefined) {
      throw new SerfError('INVALID_USAGE', `-${name} is not offered: ${refusal}`);
    }
  }
  const entries: [string, unknown][] = [];
  for (const [name, { kind, flag }] of settings) {
    const texts = flag === undefined ? undefined : flags.get(flag.name);
    if (texts !== undefined) entries.push([name, kind.fromTexts(texts, `-${flag?.name}`)]);
  }
  return Object.fromEntries(entries);
}

function merge(base: AgentSettings, over: SettingsFragment): AgentSettings {
  const joined = <Name extends 'startJoin' | 'retryJoin' | 'eventHandlers'>(
    name: Name,
  ): readonly string[] => [...base[name], ...(over[name] ?? [])];
  return {
    ...base,
    ...over,
    tags: { ...base.tags, ...over.tags },
    startJoin: joined('startJoin'),
    retryJoin: joined('retryJoin'),
    eventHandlers: joined('eventHandlers'),
  };
}

import { AgentError } from '../errors.js';
import type { AgentConfig } from './agent-config.js';
import { agentFlags, flagDocument } from './agent-flags.js';
import { type ConfigHost, nodeConfigHost } from './config-host.js';
import { defaultSettings, devSettings } from './defaults.js';
import { type ConfigFormat, parseConfigText, readConfigTexts } from './document.js';
import { Findings } from './findings.js';
import { mergeFragments, type ReadFragment, readFragment } from './fragment.js';
import { resolveConfig } from './resolve-config.js';

/** Where a configuration comes from. Later sources win: defaults, files in order, flags. */
export interface ConfigSources {
  /** Files and directories, in the order given. */
  readonly paths?: readonly string[];
  /** Format of files without a known extension. */
  readonly format?: ConfigFormat;
  /** HCL texts of the `-hcl` flag. */
  readonly hcl?: readonly string[];
  /** Other flags by name without dash, with every text given for them. */
  readonly flags?: ReadonlyMap<string, readonly string[]>;
  /** `-dev`. */
  readonly isDev?: boolean;
}

/** How a configuration is read. */
export interface LoadConfigOptions {
  /** Default: the machine. */
  readonly host?: ConfigHost;
  /** Make the data directory and see that it can be written. Default true. */
  readonly preparesDataDirectory?: boolean;
}

/**
 * Reads files and flags into one checked configuration.
 *
 * @throws AgentError `INVALID_CONFIG` with one line for each thing that is wrong, each naming file
 * or flag, key and bound.
 */
export async function loadConfig(
  sources: ConfigSources,
  options: LoadConfigOptions = {},
): Promise<AgentConfig> {
  const host = options.host ?? nodeConfigHost;
  const reads = [...(await readFiles(sources, host)), ...readFlags(sources)];
  const problems = reads.flatMap(({ read }) => read.problems);
  const findings = new Findings(originsOf(reads));
  findings.warnings.push(...reads.flatMap(({ read }) => read.warnings));
  const config = resolveConfig(
    mergeFragments(
      sources.isDev === true ? devSettings : defaultSettings,
      reads.map(({ read }) => read.fragment),
    ),
    { host, findings, preparesDataDirectory: options.preparesDataDirectory ?? true },
  );
  // Contradictions are only worth telling once each source by itself is right.
  const told = problems.length > 0 ? problems : findings.problems;
  if (told.length > 0) throw new AgentError('INVALID_CONFIG', told.join('\n'));
  return config;
}

interface SourceRead {
  readonly source: string;
  readonly read: ReadFragment;
}

async function readFiles(sources: ConfigSources, host: ConfigHost): Promise<SourceRead[]> {
  const format = sources.format;
  const texts = (sources.paths ?? []).flatMap((path) =>
    readConfigTexts(path, format === undefined ? { host } : { host, format }),
  );
  for (const text of sources.hcl ?? []) texts.push({ source: 'flag -hcl', text, format: 'hcl' });
  const reads: SourceRead[] = [];
  for (const text of texts) {
    const document = await parseConfigText(text);
    reads.push({ source: text.source, read: readFragment(text.source, document) });
  }
  return reads;
}

function readFlags(sources: ConfigSources): SourceRead[] {
  return agentFlags.flatMap((flag) => {
    const values = sources.flags?.get(flag.name);
    if (values === undefined || values.length === 0) return [];
    const source = `flag -${flag.name}`;
    return [{ source, read: readFragment(source, flagDocument(flag, values)) }];
  });
}

/** The last source of each setting. */
function originsOf(reads: readonly SourceRead[]): ReadonlyMap<string, string> {
  return new Map(
    reads.flatMap(({ source, read }) =>
      Object.keys(read.fragment).map((setting) => [setting, source] as const),
    ),
  );
}

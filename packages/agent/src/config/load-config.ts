import { AgentError, isAgentError } from '../errors.js';
import type { AgentConfig } from './agent-config.js';
import { agentFlags, flagDocument } from './agent-flags.js';
import { type ConfigHost, nodeConfigHost } from './config-host.js';
import { defaultSettings, devSettings } from './defaults.js';
import {
  type ConfigFormat,
  type ConfigText,
  listConfigFiles,
  parseConfigText,
  readConfigText,
} from './document.js';
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
  const reads = [...(await readFiles(sources, host)), ...(await readFlags(sources))];
  const problems = reads.flatMap(({ read }) => read.problems);
  const findings = new Findings(originsOf(reads));
  findings.warnings.push(...reads.flatMap(({ read }) => read.warnings));
  const config = resolveConfig(
    mergeFragments(
      sources.isDev === true ? devSettings : defaultSettings,
      reads.map(({ read }) => read.fragment),
    ),
    { host, findings },
  );
  // Contradictions are only worth telling once each source by itself is right.
  const told = problems.length > 0 ? problems : findings.problems;
  // A configuration that is refused leaves no directory behind.
  if (told.length === 0 && options.preparesDataDirectory !== false) {
    prepareDataDirectory(config, host, findings);
  }
  if (told.length > 0) throw new AgentError('INVALID_CONFIG', told.join('\n'));
  return config;
}

function prepareDataDirectory(
  { dataDirectory }: AgentConfig,
  host: ConfigHost,
  findings: Findings,
): void {
  if (dataDirectory === undefined) return;
  const problem = host.writeProblem(dataDirectory);
  if (problem === undefined) return;
  findings.problem('dataDirectory', 'data_dir', `${dataDirectory} cannot be written: ${problem}`);
}

interface SourceRead {
  readonly source: string;
  readonly read: ReadFragment;
}

async function readFiles(sources: ConfigSources, host: ConfigHost): Promise<SourceRead[]> {
  const options = sources.format === undefined ? { host } : { host, format: sources.format };
  const files = (sources.paths ?? []).flatMap((path) => listConfigFiles(path, host));
  const reads: SourceRead[] = [];
  for (const path of files) {
    reads.push(await readSource(path, () => parsed(readConfigText(path, options))));
  }
  for (const text of sources.hcl ?? []) {
    const source = 'flag -hcl';
    reads.push(await readSource(source, () => parsed({ source, text, format: 'hcl' })));
  }
  return reads;
}

async function parsed(text: ConfigText): Promise<ReadFragment> {
  return readFragment(text.source, await parseConfigText(text));
}

/** What cannot be read at all is a problem beside those of the other sources. */
async function readSource(
  source: string,
  read: () => ReadFragment | Promise<ReadFragment>,
): Promise<SourceRead> {
  try {
    return { source, read: await read() };
  } catch (error) {
    if (!isAgentError(error, 'INVALID_CONFIG')) throw error;
    return { source, read: { fragment: {}, problems: [error.detail], warnings: [] } };
  }
}

async function readFlags(sources: ConfigSources): Promise<SourceRead[]> {
  const reads: SourceRead[] = [];
  for (const flag of agentFlags) {
    const values = sources.flags?.get(flag.name) ?? [];
    const source = `flag -${flag.name}`;
    if (values.length === 0) continue;
    reads.push(await readSource(source, () => readFragment(source, flagDocument(flag, values))));
  }
  return reads;
}

/** The last source of each setting. */
function originsOf(reads: readonly SourceRead[]): ReadonlyMap<string, string> {
  return new Map(
    reads.flatMap(({ source, read }) =>
      Object.keys(read.fragment).map((setting) => [setting, source] as const),
    ),
  );
}

import { booleanFlags, valueFlags } from '@konsul/runtime/command-line';
import { loadConfig } from '../../config/load-config.js';
import { AgentError } from '../../errors.js';
import type { CliCommand } from '../command.js';
import { readFormat } from '../config-format.js';

/** `validate`. Source: Consul's command of that name. */
export const validate: CliCommand = {
  usage: '[options] FILE_OR_DIRECTORY...',
  help: 'Checks configuration files without starting anything.',
  flags: [
    ...valueFlags({
      'config-format': 'Format of files without a known extension: json, hcl or yaml.',
    }),
    ...booleanFlags({ quiet: 'Say nothing when all is well.' }),
  ],
  async run({ host, flags, positionals, say, complain }) {
    if (positionals.length === 0) {
      throw new AgentError('INVALID_USAGE', 'Must specify at least one config file or directory');
    }
    try {
      const format = readFormat(flags.text('config-format'));
      const sources = { paths: positionals, ...(format === undefined ? {} : { format }) };
      const options = { host: host.configHost, preparesDataDirectory: false };
      const { warnings } = await loadConfig(sources, options);
      for (const warning of warnings) complain(`Warning: ${warning}`);
    } catch (error) {
      if (!(error instanceof AgentError) || error.code !== 'INVALID_CONFIG') throw error;
      complain(`Config validation failed: ${error.detail}`);
      return 1;
    }
    if (!flags.isOn('quiet')) say('Configuration is valid!');
    return 0;
  },
};

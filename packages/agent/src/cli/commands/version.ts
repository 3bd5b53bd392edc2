import { valueFlags } from '@konsul/runtime/command-line';
import { VERSION } from '../../version.js';
import { refuseMore } from '../attempt.js';
import type { CliCommand } from '../command.js';
import { PRODUCT_NAME } from '../product.js';

/** Gossip protocol of Serf agents, as Consul counts it. */
const PROTOCOL = { Default: 2, Min: 2, Max: 3 };

/** `version`. Source: Consul's command of that name. */
export const version: CliCommand = {
  usage: '[options]',
  help: 'Prints the version.',
  flags: valueFlags({ format: 'pretty or json.' }),
  async run({ flags, positionals, say, complain }) {
    refuseMore(positionals, 0);
    const format = flags.text('format') ?? 'pretty';
    if (format === 'json') {
      const [Version = '', Prerelease = ''] = VERSION.split('-');
      say(JSON.stringify({ Version, Revision: '', Prerelease, RPC: PROTOCOL }, undefined, 4));
      return 0;
    }
    if (format !== 'pretty') {
      complain(`Invalid format, valid formats are {pretty|json}, got ${format}`);
      return 1;
    }
    const { Default, Min, Max } = PROTOCOL;
    say(`${PRODUCT_NAME} v${VERSION}`);
    say(
      `Protocol ${Default} spoken by default, understands ${Min} to ${Max} (agent will automatically use protocol >${Default} when speaking to compatible agents)`,
    );
    return 0;
  },
};

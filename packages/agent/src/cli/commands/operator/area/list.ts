import { formatTable } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';

/** `operator area list`. Source: Consul's command of that name. */
export const areaList: CliCommand = {
  usage: '[options]',
  help: 'Lists the network areas of a datacenter.',
  flags: serverFlags,
  async run({ client, positionals, say }) {
    refuseMore(positionals, 0);
    const areas = await view('Error listing areas', client, { path: 'operator/area' });
    const rows = areas.items().map((area) => [
      area.field('ID').text(),
      area.field('PeerDatacenter').text(),
      area
        .field('RetryJoin')
        .items()
        .map((address) => address.text())
        .join(',') || '(none)',
    ]);
    say(formatTable([['Area', 'PeerDC', 'RetryJoin'], ...rows]));
    return 0;
  },
};

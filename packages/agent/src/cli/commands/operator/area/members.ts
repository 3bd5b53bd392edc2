import { formatGoDuration } from '@konsul/runtime';
import { formatTable } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand, CommandContext } from '../../../command.js';
import type { JsonView } from '../../../json-view.js';
import { areaFlags, areaId, areaPath } from './area-id.js';

const HEAD = ['Area', 'Node', 'Address', 'Status', 'Build', 'Protocol', 'DC', 'RTT'];
const WORDS = 'Error getting members of area';

/** `operator area members`. Source: Consul's command of that name. */
export const areaMembers: CliCommand = {
  usage: '[options]',
  help: 'Lists the servers of one network area, or of all.',
  flags: [...serverFlags, ...areaFlags],
  async run(context) {
    refuseMore(context.positionals, 0);
    const rows: string[][] = [];
    for (const id of await chosenAreas(context)) {
      const members = await view(WORDS, context.client, { path: areaPath(id, '/members') });
      rows.push(...members.items().map((member) => row(id, member)));
    }
    context.say(formatTable([HEAD, ...rows]));
    return 0;
  },
};

async function chosenAreas(context: CommandContext): Promise<string[]> {
  const { client, flags } = context;
  const isOne = flags.text('id') !== undefined || flags.text('peer-datacenter') !== undefined;
  if (isOne) return [await areaId(context)];
  const areas = await view('Error listing areas', client, { path: 'operator/area' });
  return areas.items().map((area) => area.field('ID').text());
}

function row(id: string, member: JsonView): string[] {
  const host = member.field('Addr').text();
  const rttNs = member.field('RTT').number() ?? -1;
  return [
    id,
    member.field('Name').text(),
    `${host.includes(':') ? `[${host}]` : host}:${member.field('Port').text()}`,
    member.field('Status').text(),
    member.field('Build').text(),
    member.field('Protocol').text(),
    member.field('Datacenter').text(),
    rttNs < 0 ? '(unknown)' : formatGoDuration(rttNs),
  ];
}

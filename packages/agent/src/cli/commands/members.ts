import { booleanFlags, formatTable, valueFlags } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';
import type { JsonView } from '../json-view.js';

const STATUS_WORDS: readonly string[] = ['none', 'alive', 'leaving', 'left', 'failed'];
const EXIT_NO_MATCH = 2;
const NO_WAN_POOL =
  'This agent has no WAN pool: it is a client, or ports.serf_wan is -1. Ask a server with -http-addr.';

/** `members`. Source: Consul's command of that name. */
export const members: CliCommand = {
  usage: '[options]',
  help: 'Lists the members of the cluster with their states, as one agent knows them.',
  flags: [
    ...clientFlags,
    ...booleanFlags({
      detailed: 'Show all tags.',
      wan: 'List the servers of all datacenters.',
    }),
    ...valueFlags({
      filter: 'Expression that members must fulfil.',
      segment: 'List the members of this segment only.',
      status: 'Regular expression for the status.',
    }),
  ],
  async run({ client, flags, positionals, say, complain }) {
    refuseMore(positionals, 0);
    const isWan = flags.isOn('wan');
    const list = await view('Error retrieving members', client, {
      path: 'agent/members',
      query: {
        wan: isWan ? '1' : undefined,
        segment: isWan ? undefined : (flags.text('segment') ?? '_all'),
        filter: flags.text('filter'),
      },
    });
    const pattern = statusPattern(flags.text('status') ?? '.*');
    const shown = list
      .items()
      .map(readMember)
      .filter((member) => pattern.test(member.status))
      .sort(compareMembers);
    if (shown.length === 0) {
      complain(isWan && list.items().length === 0 ? NO_WAN_POOL : 'No members match.');
      return EXIT_NO_MATCH;
    }
    say(formatTable(flags.isOn('detailed') ? detailedRows(shown) : standardRows(shown)));
    return 0;
  },
};

interface Member {
  readonly name: string;
  readonly address: string;
  readonly status: string;
  readonly isServer: boolean;
  readonly tags: ReadonlyMap<string, string>;
}

function statusPattern(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    // What is no pattern is compared as it is.
    return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  }
}

function readMember(member: JsonView): Member {
  const host = member.field('Addr').text();
  const tags = new Map(
    member
      .field('Tags')
      .entries()
      .map(([key, value]) => [key, value.text()]),
  );
  return {
    name: member.field('Name').text(),
    address: `${host.includes(':') ? `[${host}]` : host}:${member.field('Port').text()}`,
    status: STATUS_WORDS[member.field('Status').number() ?? 0] ?? 'unknown',
    isServer: tags.get('role') === 'consul',
    tags,
  };
}

/** Servers first, then by segment and name. */
function compareMembers(one: Member, other: Member): number {
  if (one.isServer !== other.isServer) return one.isServer ? -1 : 1;
  const [left, right] = [one, other].map(
    ({ tags, name }) => `${tags.get('segment') ?? ''} ${name}`,
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

function standardRows(list: readonly Member[]): string[][] {
  const head = ['Node', 'Address', 'Status', 'Type', 'Build', 'Protocol', 'DC', 'Segment'];
  const rows = list.map(({ name, address, status, isServer, tags }) => {
    const role = tags.get('role');
    const type = isServer ? 'server' : role === 'node' ? 'client' : 'unknown';
    const build = (tags.get('build') ?? '').split(':')[0] || '<unknown>';
    const segment = isServer ? '<all>' : tags.get('segment') || '<default>';
    const protocol = tags.get('vsn') ?? '';
    return [name, address, status, type, build, protocol, tags.get('dc') ?? '', segment];
  });
  return [head, ...rows];
}

function detailedRows(list: readonly Member[]): string[][] {
  const rows = list.map(({ name, address, status, tags }) => {
    const pairs = [...tags].map(([key, value]) => `${key}=${value}`);
    return [name, address, status, pairs.join(',')];
  });
  return [['Node', 'Address', 'Status', 'Tags'], ...rows];
}

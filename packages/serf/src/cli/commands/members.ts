import { formatEndpoint } from '@konsul/runtime';
import { formatTable } from '@konsul/runtime/command-line';
import { formatAddress } from '@konsul/swim';
import type { IpcMember } from '../../ipc/ipc-response.js';
import { ask, parsePairs, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';
import { formatJson } from '../go-json.js';
import { readFormat } from './info.js';

/** `members`. Source: Serf's command of that name. */
export const members: CliCommand = {
  usage: '[options]',
  help: 'Lists the members of the cluster as an agent knows them. Expressions match whole values.',
  flags: [
    ...clientFlags,
    { name: 'detailed', kind: 'boolean', help: 'Show protocol versions too.' },
    { name: 'format', kind: 'value', help: 'text or json; default text.' },
    { name: 'name', kind: 'value', help: 'Expression for the name.' },
    { name: 'role', kind: 'value', help: 'Expression for the tag role; use -tag instead.' },
    { name: 'status', kind: 'value', help: 'Expression for the status.' },
    { name: 'tag', kind: 'list', help: 'key=expression for a tag.' },
  ],
  async run({ flags, positionals, withAgent, say }) {
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    const isJson = readFormat(flags.text('format')) === 'json';
    const role = flags.text('role');
    const pairs = role === undefined ? flags.list('tag') : [...flags.list('tag'), `role=${role}`];
    const request = {
      type: 'members-filtered',
      tags: parsePairs(pairs),
      status: flags.text('status') ?? '',
      name: flags.text('name') ?? '',
    } as const;
    const words = 'Error retrieving members';
    const body = await withAgent((client) => ask(client, request, { type: 'members', words }));
    say(isJson ? jsonOf(body.members) : textOf(body.members, flags.isOn('detailed')));
    return 0;
  },
};

function addressOf({ addressBytes, port }: IpcMember): string {
  return formatEndpoint({ host: formatAddress(addressBytes), port });
}

function textOf(list: readonly IpcMember[], isDetailed: boolean): string {
  const rows = list.map((member) => {
    const pairs = sortedTags(member).map(([key, value]) => `${key}=${value}`);
    const row = [member.name, addressOf(member), member.status, pairs.join(',')];
    if (!isDetailed) return row;
    const { min, max, current } = member.serfVersions;
    return [...row, `Protocol Version: ${current}`, `Available Protocol Range: [${min}, ${max}]`];
  });
  return formatTable(rows).trim();
}

function jsonOf(list: readonly IpcMember[]): string {
  const entries = list.map((member) => ({
    name: member.name,
    addr: addressOf(member),
    port: member.port,
    tags: Object.fromEntries(sortedTags(member)),
    status: member.status,
    protocol: {
      max: member.serfVersions.max,
      min: member.serfVersions.min,
      version: member.serfVersions.current,
    },
  }));
  return formatJson({ members: entries.length === 0 ? null : entries });
}

function sortedTags({ tags }: IpcMember): [string, string][] {
  return Object.entries(tags).sort(([left], [right]) => (left < right ? -1 : 1));
}

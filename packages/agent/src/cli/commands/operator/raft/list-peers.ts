import { formatTable } from '@konsul/runtime/command-line';
import { refuseMore, view } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';
import type { JsonView } from '../../../json-view.js';

const HEAD = ['Node', 'ID', 'Address', 'State', 'Voter', 'RaftProtocol'];

/** `operator raft list-peers`. Source: Consul's command of that name. */
export const raftListPeers: CliCommand = {
  usage: '[options]',
  help: 'Lists the servers of the Raft configuration.',
  flags: serverFlags,
  async run({ client, positionals, say }) {
    refuseMore(positionals, 0);
    const words = 'Error getting peers: Failed to retrieve raft configuration';
    const answer = await view(words, client, { path: 'operator/raft/configuration' });
    const servers = answer.field('Servers').items();
    // Older agents do not tell how far a server is.
    const hasIndex = servers.some((server) => server.field('LastIndex').isPresent());
    const leader = servers.find((server) => server.field('Leader').isTrue());
    const leaderIndex = leader?.field('LastIndex').number() ?? 0;
    const head = hasIndex ? [...HEAD, 'Commit Index', 'Trails Leader By'] : HEAD;
    const rows = servers.map((server) => [
      server.field('Node').text(),
      server.field('ID').text(),
      server.field('Address').text(),
      server.field('Leader').isTrue() ? 'leader' : 'follower',
      server.field('Voter').text(),
      server.field('ProtocolVersion').text(),
      ...(hasIndex ? progress(server, leaderIndex) : []),
    ]);
    say(formatTable([head, ...rows]));
    return 0;
  },
};

function progress(server: JsonView, leaderIndex: number): string[] {
  const index = server.field('LastIndex').number() ?? 0;
  const behind = Math.max(0, leaderIndex - index);
  const trail = server.field('Leader').isTrue()
    ? '-'
    : `${behind} ${behind === 1 ? 'commit' : 'commits'}`;
  return [String(index), trail];
}

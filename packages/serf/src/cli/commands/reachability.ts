import type { IpcQueryRequest } from '../../ipc/ipc-request.js';
import { ask, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand, CommandContext } from '../command.js';
import { runQuery } from './query.js';

/** What every member acknowledges and none answers. Source: Serf. */
const PING: IpcQueryRequest = {
  type: 'query',
  name: '_serf_ping',
  payload: new Uint8Array(0),
  filterNodes: [],
  filterTags: {},
  wantsAck: true,
  relayFactor: 0,
  timeoutMs: 0,
};

/** `reachability`. Source: Serf's command of that name. */
export const reachability: CliCommand = {
  usage: '[options]',
  help: 'Tests which members an agent reaches, and which reach it.',
  flags: [...clientFlags, { name: 'verbose', kind: 'boolean', help: 'Name those who answer.' }],
  async run(context) {
    const { flags, positionals, withAgent, say } = context;
    requireWords(positionals, { min: 0, max: 0, complaint: 'No arguments are wanted.' });
    const { clock } = context.host;
    const startedAtMs = clock.nowMs();
    let lastAtMs = startedAtMs;
    const acks: string[] = [];
    const live = await withAgent(async (client) => {
      const words = 'Error getting members';
      const { members } = await ask(client, { type: 'members' }, { type: 'members', words });
      const alive = members.filter(({ status }) => status === 'alive').map(({ name }) => name);
      say(`Total members: ${members.length}, live members: ${alive.length}`);
      await runQuery(client, PING, {
        onStart: () => say('Starting reachability test...'),
        onRecord: (record) => {
          if (record.type !== 'ack') return;
          lastAtMs = clock.nowMs();
          acks.push(record.from);
          if (flags.isOn('verbose')) say(`\tAck from '${record.from}'`);
        },
      });
      return alive;
    });
    if (flags.isOn('verbose')) {
      const [total, last] = [clock.nowMs(), lastAtMs].map((at) => seconds(at - startedAtMs));
      say(`Query time: ${total} sec, time to last response: ${last} sec`);
    }
    return verdict(context, live, acks);
  },
};

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(2);
}

function verdict(
  { say }: CommandContext,
  live: readonly string[],
  acks: readonly string[],
): number {
  if (acks.length === live.length) {
    say('Successfully contacted all live nodes');
    return 0;
  }
  const isTooMany = acks.length > live.length;
  const [names, known] = isTooMany ? [acks, live] : [live, acks];
  say(
    isTooMany
      ? 'Received more acks than live nodes! Acks from non-live nodes:'
      : 'Received less acks than live nodes! Missing acks from:',
  );
  for (const name of names) {
    if (!known.includes(name)) say(`\t${name}`);
  }
  say(
    isTooMany
      ? 'Members may be taken for failed that are not.'
      : 'Packets to or from these members may be lost, or they have failed and it is not yet known.',
  );
  say('Check that every member reaches the others by UDP and TCP at the addresses they announce.');
  return 1;
}

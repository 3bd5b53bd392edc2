import { type Coordinate, distanceSeconds } from '../../core/coordinate.js';
import { SerfError } from '../../errors.js';
import type { IpcClient } from '../../ipc/ipc-client.js';
import { ask, requireWords } from '../attempt.js';
import { clientFlags } from '../client-flags.js';
import type { CliCommand } from '../command.js';

/** `rtt`. Source: Serf's command of that name. */
export const rtt: CliCommand = {
  usage: '[options] NAME [NAME]',
  help: 'Estimates the round-trip time between two members, the second one the agent by default.',
  flags: clientFlags,
  async run({ positionals, withAgent, say }) {
    const complaint = 'One or two names of members are wanted.';
    requireWords(positionals, { min: 1, max: 2, complaint });
    await withAgent(async (client) => {
      const [one = '', given] = positionals;
      const other = given ?? (await ownName(client));
      const seconds = distanceSeconds(
        await coordinateOf(client, one),
        await coordinateOf(client, other),
      );
      say(`Estimated ${one} <-> ${other} rtt: ${(seconds * 1000).toFixed(3)} ms`);
    });
    return 0;
  },
};

async function ownName(client: IpcClient): Promise<string> {
  const words = 'Error querying agent';
  const { groups } = await ask(client, { type: 'stats' }, { type: 'stats', words });
  return groups['agent']?.['name'] ?? '';
}

async function coordinateOf(client: IpcClient, node: string): Promise<Coordinate> {
  const words = 'Error getting coordinates';
  const request = { type: 'get-coordinate', node } as const;
  const { coordinate } = await ask(client, request, { type: 'coordinate', words });
  if (coordinate !== undefined) return coordinate;
  throw new SerfError(
    'AGENT_REFUSED',
    `Could not find a coordinate for node ${JSON.stringify(node)}`,
  );
}

import { formatTable } from '@konsul/runtime/command-line';
import { AgentError } from '../../../../errors.js';
import { view } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';
import { areaFlags, areaId, areaPath } from './area-id.js';

/** `operator area join`. Source: Consul's command of that name. */
export const areaJoin: CliCommand = {
  usage: '[options] ADDRESS...',
  help: 'Joins servers of the other datacenter; one that works is enough.',
  flags: [...serverFlags, ...areaFlags],
  async run(context) {
    const { client, positionals, say } = context;
    if (positionals.length === 0) {
      throw new AgentError('INVALID_USAGE', 'At least one address to join must be specified.');
    }
    const answer = await view('Error joining area', client, {
      method: 'PUT',
      path: areaPath(await areaId(context), '/join'),
      body: JSON.stringify(positionals),
    });
    const results = answer.items();
    const rows = results.map((result) => [
      result.field('Address').text(),
      result.field('Joined').text(),
      result.field('Error').text() || '(none)',
    ]);
    say(formatTable([['Address', 'Joined', 'Error'], ...rows]));
    return results.some((result) => result.field('Joined').isTrue()) ? 0 : 1;
  },
};

import { attempt, refuseMore } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';
import { areaFlags, areaId, areaPath } from './area-id.js';

/** `operator area delete`. Source: Consul's command of that name. */
export const areaDelete: CliCommand = {
  usage: '[options]',
  help: 'Deletes a network area on this side; the other side sees its servers leave.',
  flags: [...serverFlags, ...areaFlags],
  async run(context) {
    refuseMore(context.positionals, 0);
    const id = await areaId(context);
    const call = context.client.send({ method: 'DELETE', path: areaPath(id) });
    await attempt('Error deleting area', call);
    context.say(`Deleted area "${id}"!`);
    return 0;
  },
};

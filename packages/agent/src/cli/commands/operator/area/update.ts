import { booleanFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../../errors.js';
import { attempt, refuseMore } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';
import { areaFlags, areaId, areaPath } from './area-id.js';

/** `operator area update`. Source: Consul's command of that name. */
export const areaUpdate: CliCommand = {
  usage: '[options]',
  help: 'Turns TLS of a network area on or off.',
  flags: [...serverFlags, ...areaFlags, ...booleanFlags({ 'use-tls': 'Use TLS in this area.' })],
  async run(context) {
    refuseMore(context.positionals, 0);
    const { client, flags, say } = context;
    if (flags.text('use-tls') === undefined) {
      throw new AgentError('INVALID_USAGE', 'Must specify -use-tls=true or -use-tls=false');
    }
    const id = await areaId(context);
    const body = JSON.stringify({ UseTLS: flags.isOn('use-tls') });
    const call = client.send({ method: 'PUT', path: areaPath(id), body });
    await attempt('Error updating area', call);
    say(`Updated area "${id}"`);
    return 0;
  },
};

import { booleanFlags, listFlags, valueFlags } from '@konsul/runtime/command-line';
import { AgentError } from '../../../../errors.js';
import { refuseMore, view } from '../../../attempt.js';
import { serverFlags } from '../../../client-flags.js';
import type { CliCommand } from '../../../command.js';

/** `operator area create`. Source: Consul's command of that name. */
export const areaCreate: CliCommand = {
  usage: '[options]',
  help: 'Creates a network area with another datacenter; do the same there.',
  flags: [
    ...serverFlags,
    ...valueFlags({ 'peer-datacenter': 'The other datacenter.' }),
    ...listFlags({ 'retry-join': 'Address of a server there, tried until it works.' }),
    ...booleanFlags({ 'use-tls': 'Use TLS in this area.' }),
  ],
  async run({ client, flags, positionals, say }) {
    refuseMore(positionals, 0);
    const peer = flags.text('peer-datacenter') ?? '';
    if (peer === '') throw new AgentError('INVALID_USAGE', 'Must specify -peer-datacenter');
    const answer = await view('Error creating area', client, {
      method: 'POST',
      path: 'operator/area',
      body: JSON.stringify({
        PeerDatacenter: peer,
        RetryJoin: flags.list('retry-join'),
        UseTLS: flags.isOn('use-tls'),
      }),
    });
    say(`Created area "${answer.field('ID').text()}" with peer datacenter "${peer}"!`);
    return 0;
  },
};
